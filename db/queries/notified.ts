import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { DraftThing } from '../../domain/access/policy.ts'
import { amongNamed, prepared } from '../prepared.ts'
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
  papers,
  reactions,
  suggestions,
  threadLocks,
  threads,
  withheld,
} from '../schema.ts'
import type { Q } from '../store.ts'
import type { DraftRow } from './drafts.ts'
import { toDraftThing } from './drafts.ts'

// What notifications are about, many at once: each of these takes one statement for any number of ids. They are asked
// on every page of whoever is signed in.

const entryOf = { kind: entries.kind, slug: entries.slug, title: entries.title }
const isMe = sql.placeholder('actorId')

const ask = prepared((q) => ({
  drafts: q
    .select({ draft: drafts, role: draftMembers.role })
    .from(drafts)
    .leftJoin(draftMembers, and(eq(draftMembers.draftId, drafts.id), eq(draftMembers.actorId, isMe)))
    .where(amongNamed(drafts.id, 'ids'))
    .prepare(),
  threads: q
    .select({ thread: threads, entry: entryOf })
    .from(threads)
    .innerJoin(entries, eq(entries.id, threads.entryId))
    .where(amongNamed(threads.id, 'ids'))
    .prepare(),
  contributions: q.select().from(contributions).where(amongNamed(contributions.id, 'ids')).prepare(),
  replies: q
    .select({ id: contributions.replyTo })
    .from(contributions)
    .where(
      and(amongNamed(contributions.replyTo, 'ids'), eq(contributions.authorId, isMe), isNull(contributions.deletedAt)),
    )
    .prepare(),
  reactions: q
    .select({ id: reactions.contributionId })
    .from(reactions)
    .where(and(amongNamed(reactions.contributionId, 'ids'), eq(reactions.actorId, isMe)))
    .prepare(),
  locks: q
    .select({ id: threadLocks.threadId })
    .from(threadLocks)
    .where(amongNamed(threadLocks.threadId, 'ids'))
    .prepare(),
  withheld: q.select({ thing: withheld.thing }).from(withheld).where(amongNamed(withheld.thing, 'ids')).prepare(),
  candidates: q.select().from(candidates).where(amongNamed(candidates.threadId, 'ids')).prepare(),
  suggestions: q.select().from(suggestions).where(amongNamed(suggestions.id, 'ids')).prepare(),
  objections: q.select().from(objections).where(amongNamed(objections.id, 'ids')).prepare(),
  holds: q.select().from(holds).where(amongNamed(holds.id, 'ids')).prepare(),
  ballots: q
    .select({
      ballot: ballots,
      entry: { ...entryOf, currentVersion: entries.currentVersion },
      elector: electors.actorId,
      paper: papers,
    })
    .from(ballots)
    .innerJoin(entries, eq(entries.id, ballots.entryId))
    .leftJoin(electors, and(eq(electors.ballotId, ballots.id), eq(electors.actorId, isMe)))
    .leftJoin(paperLinks, and(eq(paperLinks.ballotId, ballots.id), eq(paperLinks.actorId, isMe)))
    .leftJoin(papers, eq(papers.id, paperLinks.paperId))
    .where(amongNamed(ballots.id, 'ids'))
    .prepare(),
  open: q
    .select({ draftId: objections.draftId, n: count() })
    .from(objections)
    .where(and(amongNamed(objections.draftId, 'ids'), eq(objections.disposition, 'open')))
    .groupBy(objections.draftId)
    .prepare(),
}))

const list = (ids: readonly (string | null)[]) => JSON.stringify([...new Set(ids)])

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
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await ask(q).drafts.all({ ids: list(wanted), actorId })
  return new Map(rows.map(({ draft, role }) => [draft.id, { draft, thing: toDraftThing(draft, role) }]))
}

export async function findThreads(q: Q, ids: readonly string[]) {
  const rows = await ask(q).threads.all({ ids: list(ids) })
  return new Map(rows.map((row) => [row.thread.id, row]))
}

export async function findContributionRows(q: Q, ids: readonly string[]) {
  return ask(q).contributions.all({ ids: list(ids) })
}

/** Which of these contributions somebody has answered, in words or by saying whether they agree. */
export async function listAnswered(q: Q, ids: readonly string[], actorId: string): Promise<Set<string>> {
  const among = { ids: list(ids), actorId }
  const answered = [...(await ask(q).replies.all(among)), ...(await ask(q).reactions.all(among))]
  return new Set(answered.map(({ id }) => id ?? ''))
}

/** Which of these threads a moderator locked. */
export async function listLocked(q: Q, threadIds: readonly string[]): Promise<Set<string>> {
  return new Set((await ask(q).locks.all({ ids: list(threadIds) })).map(({ id }) => id))
}

/** Which of these things, named as in `contribution/<id>`, are withheld. */
export async function listKept(q: Q, things: readonly string[]): Promise<Set<string>> {
  return new Set((await ask(q).withheld.all({ ids: list(things) })).map(({ thing }) => thing))
}

export async function findCandidates(q: Q, threadIds: readonly string[]) {
  return ask(q).candidates.all({ ids: list(threadIds) })
}

export async function findSuggestions(q: Q, ids: readonly string[]) {
  return ask(q).suggestions.all({ ids: list(ids) })
}

export async function findObjections(q: Q, ids: readonly string[]) {
  return ask(q).objections.all({ ids: list(ids) })
}

export async function findHolds(q: Q, ids: readonly string[]) {
  return ask(q).holds.all({ ids: list(ids) })
}

/** Ballots by id, whether a person is on their electorate, and whether they have a paper in the box. */
export async function findBallotsFor(q: Q, ids: readonly string[], actorId: string) {
  return ask(q).ballots.all({ ids: list(ids), actorId })
}

/** How many objections of each of these drafts have no disposition yet. */
export async function countObjectionsOpen(q: Q, draftIds: readonly string[]): Promise<Map<string | null, number>> {
  const rows = await ask(q).open.all({ ids: list(draftIds) })
  return new Map(rows.map(({ draftId, n }) => [draftId, n]))
}
