import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import type { DeclaringVersion, GivenAnswer } from '../../domain/relations/both-sides.ts'
import { disputeState } from '../../domain/relations/both-sides.ts'
import type { VersionPeople } from '../../domain/relations/groups.ts'
import { actors, declarations, draftMembers, drafts, relationAnswers, threads, versions } from '../schema.ts'
import type { Q } from '../store.ts'

export type RelationAnswerRow = typeof relationAnswers.$inferSelect

export interface ListedAnswer extends RelationAnswerRow, GivenAnswer {
  /** Name of who answered. */
  name: string
}

export async function insertRelationAnswer(q: Q, answer: RelationAnswerRow): Promise<void> {
  await q.insert(relationAnswers).values(answer)
}

/**
 * Answers to declarations, the oldest first, each dispute with the state of its thread.
 *
 * @param fromId of this entry's declarations only.
 */
export async function listRelationAnswers(q: Q, fromId?: string): Promise<ListedAnswer[]> {
  const rows = await q
    .select({ answer: relationAnswers, name: actors.name, state: threads.state, outcome: threads.outcome })
    .from(relationAnswers)
    .innerJoin(actors, eq(actors.id, relationAnswers.actorId))
    .leftJoin(threads, eq(threads.id, relationAnswers.threadId))
    .where(fromId === undefined ? undefined : eq(relationAnswers.fromId, fromId))
    .orderBy(asc(relationAnswers.at), asc(relationAnswers.id))
  return rows.map(({ answer, name, state, outcome }) => ({
    ...answer,
    name,
    dispute: state === null ? null : disputeState({ state, outcome }),
  }))
}

/** The dispute that a thread argues; undefined for any other thread. */
export async function findDispute(q: Q, threadId: string): Promise<RelationAnswerRow | undefined> {
  const [row] = await q.select().from(relationAnswers).where(eq(relationAnswers.threadId, threadId))
  return row
}

/** The versions of each of these entries with what they declare; minority variants declare nothing. */
export async function listDeclaringVersions(
  q: Q,
  entryIds: readonly string[],
): Promise<Map<string, DeclaringVersion[]>> {
  const rows = await q
    .select({
      entryId: versions.entryId,
      n: versions.n,
      kind: versions.kind,
      declared: { kind: declarations.kind, to: declarations.to, rationale: declarations.rationale },
    })
    .from(versions)
    .leftJoin(declarations, eq(declarations.versionId, versions.id))
    .where(inArray(versions.entryId, [...entryIds]))
  const byVersion = new Map<string, DeclaringVersion & { declarations: DeclaringVersion['declarations'][number][] }>()
  const byEntry = new Map<string, DeclaringVersion[]>()
  for (const { entryId, n, kind, declared } of rows) {
    if (kind === 'variant') continue
    const key = `${entryId} ${n}`
    let version = byVersion.get(key)
    if (!version) {
      version = { n, kind, declarations: [] }
      byVersion.set(key, version)
      byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), version])
    }
    if (declared) version.declarations.push(declared)
  }
  return byEntry
}

/** Who wrote a version, and the owner of the draft it came from; undefined where there is no such version. */
export async function findVersionPeople(q: Q, entryId: string, n: number): Promise<VersionPeople | undefined> {
  const [row] = await q
    .select({ authors: versions.authors, draftOwnerId: drafts.ownerId })
    .from(versions)
    .leftJoin(drafts, eq(drafts.id, versions.draftId))
    .where(and(eq(versions.entryId, entryId), eq(versions.n, n)))
  return row
}

/** Owners and writers of an entry's drafts in progress. */
export async function listDraftWriters(q: Q, entryId: string): Promise<string[]> {
  const rows = await q
    .selectDistinct({ actorId: draftMembers.actorId })
    .from(draftMembers)
    .innerJoin(drafts, eq(drafts.id, draftMembers.draftId))
    .where(
      and(
        eq(drafts.entryId, entryId),
        isNull(drafts.deletedAt),
        inArray(drafts.state, [...liveDraftStates]),
        inArray(draftMembers.role, ['owner', 'writer']),
      ),
    )
  return rows.map(({ actorId }) => actorId)
}
