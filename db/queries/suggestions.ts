import { and, asc, count, desc, eq, ne } from 'drizzle-orm'
import { suggestions } from '../schema.ts'
import type { Q } from '../store.ts'

export type SuggestionRow = typeof suggestions.$inferSelect

type Undecided = 'state' | 'adopted' | 'decidedBy' | 'decidedAt' | 'decisionReason' | 'docSeq' | 'docGeneration'

/** Inserts a suggestion as it begins: open, with nothing decided about it yet. */
export async function insertSuggestion(
  q: Q,
  suggestion: Omit<SuggestionRow, Undecided | 'updatedAt'>,
): Promise<SuggestionRow> {
  const row: SuggestionRow = {
    ...suggestion,
    state: 'open',
    adopted: null,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
    docSeq: null,
    docGeneration: null,
    updatedAt: suggestion.createdAt,
  }
  await q.insert(suggestions).values(row)
  return row
}

export async function findSuggestion(q: Q, id: string): Promise<SuggestionRow | undefined> {
  const [row] = await q.select().from(suggestions).where(eq(suggestions.id, id))
  return row
}

export async function updateSuggestion(
  q: Q,
  id: string,
  change: Partial<Omit<SuggestionRow, 'id' | 'draftId' | 'place' | 'createdAt'>> & { updatedAt: number },
): Promise<void> {
  await q.update(suggestions).set(change).where(eq(suggestions.id, id))
}

/** Suggestions for a draft: the open ones oldest first, the ended ones newest first. */
export async function listSuggestions(
  q: Q,
  draftId: string,
  which: 'open' | 'ended',
  { offset, limit }: { offset: number; limit: number },
): Promise<SuggestionRow[]> {
  const isOpen = which === 'open'
  return q
    .select()
    .from(suggestions)
    .where(
      and(eq(suggestions.draftId, draftId), isOpen ? eq(suggestions.state, 'open') : ne(suggestions.state, 'open')),
    )
    .orderBy(
      ...(isOpen
        ? [asc(suggestions.createdAt), asc(suggestions.id)]
        : [desc(suggestions.updatedAt), desc(suggestions.id)]),
    )
    .offset(offset)
    .limit(limit)
}

/** Numbers of suggestions for a draft by place and state. */
export async function countSuggestions(
  q: Q,
  draftId: string,
): Promise<{ place: string; state: SuggestionRow['state']; n: number }[]> {
  return q
    .select({ place: suggestions.place, state: suggestions.state, n: count() })
    .from(suggestions)
    .where(eq(suggestions.draftId, draftId))
    .groupBy(suggestions.place, suggestions.state)
}
