import { hashJson } from '../record/hash.ts'
import type { EntryKind } from './kinds.ts'

/** Hash of the address of an entry; the events of its versions carry it, so that addresses cannot be exchanged. */
export function placeHash({ kind, slug }: { kind: EntryKind; slug: string }): string {
  return hashJson({ kind, slug })
}

/** One word of the vocabulary as it counts now. */
export interface CountingWord {
  kind: string
  id: string
  revision: number
  position: number
  data: Record<string, unknown>
}

/** One hash over the words that count, whatever order they come in. */
export function vocabularyHash(words: readonly CountingWord[]): string {
  const key = ({ kind, id }: CountingWord) => `${kind}/${id}`
  const sorted = [...words].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return hashJson(sorted.map(({ kind, id, revision, position, data }) => ({ data, id, kind, position, revision })))
}
