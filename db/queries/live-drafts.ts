import { and, asc, inArray, isNull } from 'drizzle-orm'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import { drafts } from '../schema.ts'
import type { Q } from '../store.ts'
import { notRehearsed } from './rehearsals.ts'

/** Drafts that are worked on, by title. */
export async function listLiveDrafts(q: Q): Promise<{ id: string; title: string; updatedAt: number }[]> {
  return q
    .select({ id: drafts.id, title: drafts.title, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(isNull(drafts.deletedAt), inArray(drafts.state, [...liveDraftStates]), notRehearsed))
    .orderBy(asc(drafts.title))
}
