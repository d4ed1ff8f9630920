import { and, count, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Role } from '../../domain/access/viewer.ts'
import { actors, candidates, contributions, suggestions, threads, users } from '../schema.ts'
import type { Q } from '../store.ts'

/** Since when somebody's account is there, and its role; undefined for a guest or the system. */
export async function findAccountAge(q: Q, actorId: string): Promise<{ createdAt: number; role: Role } | undefined> {
  const [row] = await q
    .select({ createdAt: actors.createdAt, role: users.role })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(eq(users.actorId, actorId))
  return row
}

/** How many suggestions of somebody were accepted. */
export async function countAcceptedSuggestions(q: Q, actorId: string): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(suggestions)
    .where(and(eq(suggestions.authorId, actorId), inArray(suggestions.state, ['accepted', 'edited'])))
  return row?.n ?? 0
}

/** When somebody last said something in a thread, since a moment; null for never. */
export async function lastPostInThread(q: Q, actorId: string, threadId: string, since: number): Promise<number | null> {
  const [post] = await q
    .select({ at: contributions.createdAt })
    .from(contributions)
    .where(
      and(
        eq(contributions.threadId, threadId),
        eq(contributions.authorId, actorId),
        gt(contributions.createdAt, since),
      ),
    )
    .orderBy(desc(contributions.createdAt))
    .limit(1)
  const [wording] = await q
    .select({ at: candidates.createdAt })
    .from(candidates)
    .where(and(eq(candidates.threadId, threadId), eq(candidates.authorId, actorId), gt(candidates.createdAt, since)))
    .orderBy(desc(candidates.createdAt))
    .limit(1)
  return latest([post?.at, wording?.at])
}

/** The same for all threads of a draft, and what was suggested for it. */
export async function lastPostInDraft(q: Q, actorId: string, draftId: string, since: number): Promise<number | null> {
  const [post] = await q
    .select({ at: contributions.createdAt })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .where(and(eq(contributions.authorId, actorId), gt(contributions.createdAt, since), eq(threads.draftId, draftId)))
    .orderBy(desc(contributions.createdAt))
    .limit(1)
  const [made] = await q
    .select({ at: suggestions.createdAt })
    .from(suggestions)
    .where(and(eq(suggestions.draftId, draftId), eq(suggestions.madeBy, actorId), gt(suggestions.createdAt, since)))
    .orderBy(desc(suggestions.createdAt))
    .limit(1)
  return latest([post?.at, made?.at])
}

function latest(times: readonly (number | undefined)[]): number | null {
  const known = times.filter((at) => at !== undefined)
  return known.length === 0 ? null : Math.max(...known)
}
