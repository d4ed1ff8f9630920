import { createContext, useContext } from 'react'
import type { NameableSource } from '#server/views/attached-sources.ts'

const Nameable = createContext<readonly NameableSource[]>([])

/** Gives the forms of a page the source entries of the atlas that can be named. */
export const NameableSources = Nameable.Provider

export function useNameable(): readonly NameableSource[] {
  return useContext(Nameable)
}
