import { lastRecount } from '../../db/queries/recounts.ts'
import type { Q } from '../../db/store.ts'
import { freezeWords } from '../../domain/publishing/freeze.ts'

/** Why nothing is published at the moment, and which ballots are the reason. */
export interface FrozenPublication {
  words: string
  ballots: { href: string; words: string }[]
  /** When they were counted again, milliseconds since 1970. */
  at: number
}

/** Null where the last recount agreed. */
export async function frozenPublication(q: Q): Promise<FrozenPublication | null> {
  const last = await lastRecount(q)
  const words = freezeWords(last)
  if (!last || words === null) return null
  const ballots = last.differing.map((one) => ({ href: `/ballots/${one.ballotId}`, words: one.words }))
  return { words, ballots, at: last.at }
}
