import { hashJson } from '../record/hash.ts'
import type { Disposition } from './rules.ts'

/** What is public of an objection once its draft is published. */
export interface PublishedObjection {
  id: string
  text: string
  settledBy: string
  disposition: Disposition
  reason: string | null
  minorityNote: string | null
}

/** One hash over the objections to a draft with their dispositions, whatever order they come in ([O2], [O5]). */
export function objectionsHash(objections: readonly PublishedObjection[]): string {
  const sorted = [...objections].sort((a, b) => (a.id < b.id ? -1 : 1))
  return hashJson(
    sorted.map(({ id, text, settledBy, disposition, reason, minorityNote }) => ({
      disposition,
      id,
      minorityNote,
      reason,
      settledBy,
      text,
    })),
  )
}
