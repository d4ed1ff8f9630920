import { and, eq } from 'drizzle-orm'
import { docUpdates, suggestions } from '../schema.ts'
import type { Q } from '../store.ts'

/** Whether somebody changed a draft, by the log of its present document. */
export async function hasWritten(q: Q, draftId: string, actorId: string): Promise<boolean> {
  return (await q.$count(docUpdates, and(eq(docUpdates.draftId, draftId), eq(docUpdates.actorId, actorId)))) > 0
}

/** Whether words that somebody suggested were accepted into a draft. */
export async function hasSuggested(q: Q, draftId: string, actorId: string): Promise<boolean> {
  const accepted = and(eq(suggestions.draftId, draftId), eq(suggestions.authorId, actorId))
  return (await q.$count(suggestions, and(accepted, eq(suggestions.state, 'accepted')))) > 0
}
