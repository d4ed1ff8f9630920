import { eq, like, or } from 'drizzle-orm'
import { ballots } from '../schema.ts'

/** Of ballots, those about a draft and those in which it stands among its forks. */
export function aboutDraft(draftId: string) {
  return or(eq(ballots.draftId, draftId), like(ballots.options, `%"draftId":"${draftId}"%`))
}
