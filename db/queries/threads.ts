import { and, asc, count, desc, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { HearingKind } from '../../domain/threads/words.ts'
import { prepared } from '../prepared.ts'
import { actors, contributionRevisions, contributions, drafts, threads, withheld } from '../schema.ts'
import type { Q } from '../store.ts'
import { deleteAttachedOf } from './attached-sources.ts'
import { deleteLinksFrom } from './contribution-links.ts'
import { eraseLeavesNaming } from './leaves.ts'
import { listMergedInto } from './merge-threads.ts'
import { eraseMarks } from './restatements.ts'
import { indexContribution, indexThread } from './search-texts.ts'
import { emptySource } from './signals.ts'

export type ThreadRow = typeof threads.$inferSelect
export type ContributionRow = typeof contributions.$inferSelect

const oneThread = prepared((q) =>
  q
    .select()
    .from(threads)
    .where(eq(threads.id, sql.placeholder('id')))
    .prepare(),
)

export async function findThread(q: Q, id: string): Promise<ThreadRow | undefined> {
  const [row] = await oneThread(q).all({ id })
  return row
}

export async function insertThread(q: Q, thread: ThreadRow): Promise<void> {
  await q.insert(threads).values(thread)
  await indexThread(q, thread.id)
}

export async function updateThread(
  q: Q,
  id: string,
  change: Partial<
    Pick<
      ThreadRow,
      | 'header'
      | 'state'
      | 'outcome'
      | 'outcomeReason'
      | 'outcomeCandidate'
      | 'resolvedBy'
      | 'resolvedAt'
      | 'confirmedBy'
      | 'confirmedAt'
    >
  > & {
    updatedAt: number
  },
): Promise<void> {
  await q.update(threads).set(change).where(eq(threads.id, id))
  if (change.header) await indexThread(q, id)
}

/** The open thread of this title at a place of a draft, or of the published entry apart from its drafts. */
export async function findOpenThreadNamed(
  q: Q,
  about: { draftId: string | null; entryId: string },
  { place, title }: { place: string; title: string },
): Promise<ThreadRow | undefined> {
  const [row] = await q
    .select()
    .from(threads)
    .where(and(onSubject(about), eq(threads.place, place), eq(threads.title, title), eq(threads.state, 'open')))
    .limit(1)
  return row
}

function onSubject({ draftId, entryId }: { draftId: string | null; entryId: string }) {
  return draftId === null ? and(eq(threads.entryId, entryId), isNull(threads.draftId)) : eq(threads.draftId, draftId)
}

/** The open hearing of a kind on a draft, or on the published entry apart from its drafts. */
export async function findOpenHearing(
  q: Q,
  about: { draftId: string | null; entryId: string },
  kind: HearingKind,
): Promise<{ id: string; title: string } | undefined> {
  const [row] = await q
    .select({ id: threads.id, title: threads.title })
    .from(threads)
    .where(and(onSubject(about), eq(threads.kind, kind), eq(threads.state, 'open')))
    .limit(1)
  return row
}

/**
 * The thread on a published entry that was resolved last, at a place or, of a hearing, wherever it stands.
 *
 * @param title null for any.
 */
export async function findResolvedThread(
  q: Q,
  entryId: string,
  { kind, place, title }: { kind: ThreadRow['kind']; place: string; title: string | null },
): Promise<ThreadRow | undefined> {
  const [row] = await q
    .select()
    .from(threads)
    .where(
      and(
        onSubject({ draftId: null, entryId }),
        eq(threads.kind, kind),
        eq(threads.state, 'resolved'),
        title === null ? undefined : and(eq(threads.place, place), eq(threads.title, title)),
      ),
    )
    .orderBy(desc(threads.resolvedAt))
    .limit(1)
  return row
}

const summary = {
  id: threads.id,
  entryId: threads.entryId,
  draftId: threads.draftId,
  place: threads.place,
  kind: threads.kind,
  title: threads.title,
  state: threads.state,
  outcome: threads.outcome,
  createdBy: threads.createdBy,
  openedBy: actors.name,
  createdAt: threads.createdAt,
  updatedAt: threads.updatedAt,
}

export type ThreadListRow = Awaited<ReturnType<typeof listDraftThreads>>[number]

/** Threads of a draft, open ones first, the latest change first. At most 500. */
export async function listDraftThreads(q: Q, draftId: string) {
  return q
    .select(summary)
    .from(threads)
    .innerJoin(actors, eq(actors.id, threads.createdBy))
    .where(eq(threads.draftId, draftId))
    .orderBy(asc(threads.state), desc(threads.updatedAt))
    .limit(500)
}

/** Threads that readers of a published entry see: its own and those of its published drafts. At most 500. */
export async function listEntryThreads(q: Q, entryId: string) {
  return q
    .select(summary)
    .from(threads)
    .innerJoin(actors, eq(actors.id, threads.createdBy))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(and(eq(threads.entryId, entryId), or(isNull(threads.draftId), eq(drafts.state, 'published'))))
    .orderBy(asc(threads.state), desc(threads.updatedAt))
    .limit(500)
}

/** How many contributions, deleted ones apart, each of these threads has. */
export async function countContributions(q: Q, threadIds: readonly string[]): Promise<Map<string, number>> {
  if (threadIds.length === 0) return new Map()
  const rows = await q
    .select({ threadId: contributions.threadId, n: count() })
    .from(contributions)
    .where(and(inArray(contributions.threadId, [...threadIds]), isNull(contributions.deletedAt)))
    .groupBy(contributions.threadId)
  return new Map(rows.map(({ threadId, n }) => [threadId, n]))
}

/** Everything about a thread's contributions but their words: enough to order them. */
export async function listContributionOutline(q: Q, threadId: string) {
  return q
    .select({
      id: contributions.id,
      replyTo: contributions.replyTo,
      candidate: contributions.candidate,
      type: contributions.type,
      authorId: contributions.authorId,
      createdAt: contributions.createdAt,
      deletedAt: contributions.deletedAt,
    })
    .from(contributions)
    .where(eq(contributions.threadId, threadId))
    .orderBy(asc(contributions.createdAt))
}

/** The words of some contributions with their authors' names, by id. */
export async function findContributions(q: Q, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await q
    .select({
      id: contributions.id,
      text: contributions.text,
      author: actors.name,
      authorId: contributions.authorId,
      revision: contributions.revision,
      editedAt: contributions.editedAt,
    })
    .from(contributions)
    .innerJoin(actors, eq(actors.id, contributions.authorId))
    .where(inArray(contributions.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** A contribution and those that came after it in its thread, oldest first, with their authors' names. */
export async function listContributionsSince(q: Q, id: string, limit: number) {
  const first = await findContribution(q, id)
  if (!first) return []
  return q
    .select({ id: contributions.id, text: contributions.text, author: actors.name })
    .from(contributions)
    .innerJoin(actors, eq(actors.id, contributions.authorId))
    .where(
      and(
        eq(contributions.threadId, first.threadId),
        gte(contributions.createdAt, first.createdAt),
        isNull(contributions.deletedAt),
        ne(contributions.text, ''),
      ),
    )
    .orderBy(asc(contributions.createdAt))
    .limit(limit)
}

export async function findContribution(q: Q, id: string): Promise<ContributionRow | undefined> {
  const [row] = await q.select().from(contributions).where(eq(contributions.id, id))
  return row
}

export async function insertContribution(q: Q, contribution: ContributionRow): Promise<void> {
  await q.insert(contributions).values(contribution)
  await indexContribution(q, contribution.id)
}

/** Puts a new wording in the place of the present one, which becomes an earlier revision. */
export async function reviseContribution(q: Q, before: ContributionRow, text: string, at: number): Promise<void> {
  await q.insert(contributionRevisions).values({
    contributionId: before.id,
    revision: before.revision,
    text: before.text,
    at: before.editedAt ?? before.createdAt,
  })
  await q
    .update(contributions)
    .set({ text, revision: before.revision + 1, editedAt: at })
    .where(eq(contributions.id, before.id))
  await indexContribution(q, before.id)
}

/** Earlier wordings, oldest first. */
export async function listRevisions(q: Q, contributionId: string) {
  return q
    .select({
      revision: contributionRevisions.revision,
      text: contributionRevisions.text,
      at: contributionRevisions.at,
    })
    .from(contributionRevisions)
    .where(eq(contributionRevisions.contributionId, contributionId))
    .orderBy(asc(contributionRevisions.revision))
}

/** Erases a contribution's words everywhere: present and earlier ones, its sources and links, the leaves of its events. */
export async function eraseContribution(q: Q, contribution: ContributionRow, at: number): Promise<void> {
  await q.update(contributions).set({ text: '', deletedAt: at }).where(eq(contributions.id, contribution.id))
  await indexContribution(q, contribution.id)
  await emptySource(q, contribution.id)
  await q.delete(contributionRevisions).where(eq(contributionRevisions.contributionId, contribution.id))
  await deleteAttachedOf(q, { contributionId: contribution.id })
  await deleteLinksFrom(q, contribution.id)
  await q.delete(withheld).where(eq(withheld.thing, `contribution/${contribution.id}`))
  // What was said in a thread that was merged into this one is recorded under that one.
  for (const threadId of [contribution.threadId, ...(await listMergedInto(q, contribution.threadId))]) {
    await eraseMarks(q, { threadId, contributionId: contribution.id })
    const types = ['contribution.posted', 'contribution.edited', 'source.attached']
    await eraseLeavesNaming(q, { subject: `thread/${threadId}`, types }, { contribution: contribution.id })
  }
}
