import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { OptionSource } from '#domain/entries/kinds.ts'
import type { Option, Options, PullNames } from '#domain/entries/options.ts'
import type { FieldStore } from '../field-store.ts'

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

/** How long a change by somebody else stays marked, in milliseconds. */
const flashTime = 6_000

/** Who changed one of these keys a moment ago; null when nobody else did. */
export function useRemoteChange(keys: readonly string[]): { name: string | null } | null {
  const { store } = useFields()
  const newest = () => Math.max(0, ...keys.map((key) => store.lastChange(key)?.at ?? 0))
  const at = useSyncExternalStore(store.subscribe, newest, () => 0)
  const [seen, setSeen] = useState(0)
  useEffect(() => {
    if (at === 0) return
    const timer = setTimeout(() => setSeen(at), Math.max(0, at + flashTime - Date.now()))
    return () => clearTimeout(timer)
  }, [at])
  if (at === 0 || at === seen) return null
  return { name: keys.map((key) => store.lastChange(key)).find((change) => change?.at === at)?.name ?? null }
}
