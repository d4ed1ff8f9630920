import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { OptionSource } from '#domain/entries/kinds.ts'
import type { Option, Options, PullNames } from '#domain/entries/options.ts'
import type { PartName } from '../document-changes.ts'
import type { FieldChange, FieldStore } from '../field-store.ts'

interface FieldsContextValue {
  store: FieldStore
  /** False while the document is not complete, and for whoever may not write. */
  editable: boolean
  options: Options
  pulls: PullNames
}

/** What every field control of one draft shares. */
export const FieldsContext = createContext<FieldsContextValue | null>(null)

export function useFields(): FieldsContextValue {
  const value = useContext(FieldsContext)
  if (!value) throw new Error('a field control stands outside FieldsContext')
  return value
}

export function useOptions(source: OptionSource | undefined): Option[] {
  const { options } = useFields()
  return (source && options[source]) ?? []
}

/** The value of one key and a way to set it; undefined removes it. */
export function useField(key: string): [unknown, (value: unknown) => void] {
  const { store } = useFields()
  const read = () => store.get(key)
  const value = useSyncExternalStore(store.subscribe, read, read)
  return [value, (next) => store.set({ [key]: next })]
}

/** A text value; absent counts as empty. */
export function useText(key: string): [string, (value: string) => void] {
  const [value, set] = useField(key)
  return [typeof value === 'string' ? value : '', set]
}

/** The members of a group (`tags/…`), by member. */
export function useMembers(group: string): [string, unknown][] {
  const { store } = useFields()
  useSyncExternalStore(store.subscribe, store.revision, store.revision)
  return store.members(group)
}

/** How long a change stays marked, in milliseconds. */
const markTime = 12_000

/** The change of a part a moment ago; null when there was none. */
export function useFieldChange(part: PartName): FieldChange | null {
  const { store } = useFields()
  const change = useSyncExternalStore(
    store.subscribe,
    () => store.lastChange(part),
    () => null,
  )
  const [seen, setSeen] = useState<FieldChange | null>(null)
  useEffect(() => {
    if (!change) return
    const timer = setTimeout(() => setSeen(change), Math.max(0, change.at + markTime - Date.now()))
    return () => clearTimeout(timer)
  }, [change])
  return change === seen ? null : change
}
