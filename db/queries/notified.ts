import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { DraftThing } from '../../domain/access/policy.ts'
import {
  ballots,
  candidates,
  contributions,
  draftMembers,
  drafts,
  electors,
  entries,
  holds,
  objections,
  paperLinks,
  reactions,
  suggestions,
  threads,
} from '../schema.ts'
import type { Q } from '../store.ts'
import type { DraftRow } from './drafts.ts'
import { toDraftThing } from './drafts.ts'

// What notifications are about, many at once: each of these takes one statement for any number of ids.

const entryOf = { kind: entries.kind, slug: entries.slug, title: entries.title }

export interface NotifiedDraft {
  draft: DraftRow
  thing: DraftThing
}

/** Drafts by id, with what the access rules need to know of them for one person. */
export async function findDraftsFor(
  q: Q,
  ids: readonly (string | null)[],
  actorId: string,
): Promise<ReadonlyMap<string | null, NotifiedDraft>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await q
    .select({ draft: drafts, role: draftMembers.role })
    .from(drafts)
    .leftJoin(draftMembers, and(eq(draftMembers.draftId, drafts.id), eq(draftMembers.actorId, actorId)))
    .where(inArray(drafts.id, wanted))
  return new Map(rows.map(({ draft, role }) => [draft.id, { draft, thing: toDraftThing(draft, role) }]))
}

export async function findThreads(q: Q, ids: readonly string[]) {
  const rows = await q
    .select({ thread: threads, entry: entryOf })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .where(inArray(threads.id, [...ids]))
  return new Map(rows.map((row) => [row.thread.id, row]))
}

export async function findContributionRows(q: Q, ids: readonly string[]) {
  return q
    .select()
    .from(contributions)
    .where(inArray(contributions.id, [...ids]))
}

/** Which of these contributions somebody has answered, in words or by saying whether they agree. */
export async function listAnswered(q: Q, ids: readonly string[], actorId: string): Promise<Set<string>> {
  const replies = await q
    .select({ id: contributions.replyTo })
    .from(contributions)
    .where(
      and(
        inArray(contributions.replyTo, [...ids]),
        eq(contributions.authorId, actorId),
        isNull(contributions.deletedAt),
      ),
    )
  const reacted = await q
    .select({ id: reactions.contributionId })
    .from(reactions)
    .where(and(inArray(reactions.contributionId, [...ids]), eq(reactions.actorId, actorId)))
  return new Set([...replies, ...reacted].map(({ id }) => id ?? ''))
}

export async function findCandidates(q: Q, threadIds: readonly string[]) {
  return q
    .select()
    .from(candidates)
    .where(inArray(candidates.threadId, [...threadIds]))
}

export async function findSuggestions(q: Q, ids: readonly string[]) {
  return q
    .select()
    .from(suggestions)
    .where(inArray(suggestions.id, [...ids]))
}

export async function findObjections(q: Q, ids: readonly string[]) {
  return q
    .select()
    .from(objections)
    .where(inArray(objections.id, [...ids]))
}

export async function findHolds(q: Q, ids: readonly string[]) {
  return q
    .select()
    .from(holds)
    .where(inArray(holds.id, [...ids]))
}

/** Ballots by id, whether a person is on their electorate, and whether they have a paper in the box. */
export async function findBallotsFor(q: Q, ids: readonly string[], actorId: string) {
  return q
    .select({ ballot: ballots, entry: entryOf, elector: electors.actorId, paper: paperLinks.paperId })
    .from(ballots)
    .innerJoin(entries, eq(entries.id, ballots.entryId))
    .leftJoin(electors, and(eq(electors.ballotId, ballots.id), eq(electors.actorId, actorId)))
    .leftJoin(paperLinks, and(eq(paperLinks.ballotId, ballots.id), eq(paperLinks.actorId, actorId)))
    .where(inArray(ballots.id, [...ids]))
}

/** How many objections of each of these drafts have no disposition yet. */
export async function countObjectionsOpen(q: Q, draftIds: readonly string[]): Promise<Map<string | null, number>> {
  const rows = await q
    .select({ draftId: objections.draftId, n: count() })
    .from(objections)
    .where(and(inArray(objections.draftId, [...draftIds]), eq(objections.disposition, 'open')))
    .groupBy(objections.draftId)
  return new Map(rows.map(({ draftId, n }) => [draftId, n]))
}
