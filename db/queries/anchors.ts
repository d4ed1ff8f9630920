import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { anchors, drafts, threads } from '../schema.ts'
import type { Q } from '../store.ts'

export type AnchorRow = typeof anchors.$inferSelect

export async function insertAnchor(q: Q, anchor: AnchorRow): Promise<void> {
  await q.insert(anchors).values(anchor)
}

/** All anchors of a draft's document, those of resolved threads too. */
export async function listDocumentAnchors(q: Q, draftId: string): Promise<AnchorRow[]> {
  return q
    .select()
    .from(anchors)
    .where(and(eq(anchors.draftId, draftId), eq(anchors.version, 0)))
}

/** Everywhere a thread is anchored: the draft's document first, then versions, newest first. */
export async function listAnchorsOfThread(q: Q, threadId: string): Promise<AnchorRow[]> {
  const rows = await q.select().from(anchors).where(eq(anchors.threadId, threadId)).orderBy(desc(anchors.version))
  return [...rows.filter(({ version }) => version === 0), ...rows.filter(({ version }) => version > 0)]
}

/** Every anchor of a draft's threads, in its document and on versions. */
export async function listAnchorsOfDraft(q: Q, draftId: string): Promise<AnchorRow[]> {
  const rows = await q
    .select({ anchor: anchors })
    .from(anchors)
    .innerJoin(threads, eq(threads.id, anchors.threadId))
    .where(eq(threads.draftId, draftId))
  return rows.map(({ anchor }) => anchor)
}

const passage = {
  threadId: anchors.threadId,
  title: threads.title,
  kind: threads.kind,
  section: anchors.section,
  state: anchors.state,
  quote: anchors.quote,
  start: anchors.start,
  end: anchors.end,
  offset: anchors.offset,
}

export type PassageRow = Awaited<ReturnType<typeof listDraftPassages>>[number]

/** The anchors of the newest open threads in a draft's document, 500 of them at most, oldest thread first. */
export async function listDraftPassages(q: Q, draftId: string) {
  const newest = await q
    .select(passage)
    .from(anchors)
    .innerJoin(threads, eq(threads.id, anchors.threadId))
    .where(and(eq(anchors.draftId, draftId), eq(anchors.version, 0), eq(threads.state, 'open')))
    .orderBy(desc(threads.createdAt), desc(threads.id))
    .limit(500)
  return newest.reverse()
}

/** The anchors on a version of threads that its readers may see, in the order of its text. At most 500. */
export async function listVersionPassages(q: Q, entryId: string, version: number): Promise<PassageRow[]> {
  return q
    .select(passage)
    .from(anchors)
    .innerJoin(threads, eq(threads.id, anchors.threadId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(
      and(
        eq(threads.entryId, entryId),
        eq(anchors.version, version),
        or(isNull(threads.draftId), eq(drafts.state, 'published')),
      ),
    )
    .orderBy(asc(anchors.section), asc(anchors.offset), asc(threads.createdAt))
    .limit(500)
}

/**
 * The anchors that a new version of an entry takes over: of the published draft's threads as they are in its document,
 * of threads on earlier versions as they are on the newest of them.
 */
export async function listAnchorsToCarry(
  q: Q,
  { entryId, draftId, version }: { entryId: string; draftId: string | null; version: number },
): Promise<AnchorRow[]> {
  const rows = await q
    .select({ anchor: anchors })
    .from(anchors)
    .innerJoin(threads, eq(threads.id, anchors.threadId))
    .where(
      and(
        eq(threads.entryId, entryId),
        draftId === null
          ? gt(anchors.version, 0)
          : or(gt(anchors.version, 0), and(eq(anchors.draftId, draftId), eq(anchors.version, 0))),
      ),
    )
    .orderBy(asc(anchors.version))
  const newest = new Map(rows.map(({ anchor }) => [anchor.threadId, anchor]))
  return [...newest.values()].filter((anchor) => anchor.version < version)
}

/**
 * Writes what a look at a document found. Anchors of another generation stay as they are, and so do those of which a
 * later change of the log was written already.
 */
export async function moveAnchor(
  q: Q,
  { threadId, generation }: { threadId: string; generation: number },
  change: Pick<AnchorRow, 'state' | 'start' | 'end' | 'before' | 'after' | 'updatedAt'> & { docSeq: number },
): Promise<void> {
  await q
    .update(anchors)
    .set(change)
    .where(
      and(
        eq(anchors.threadId, threadId),
        eq(anchors.version, 0),
        eq(anchors.generation, generation),
        or(isNull(anchors.docSeq), lte(anchors.docSeq, change.docSeq)),
      ),
    )
}

/** Rewrites one anchor, whatever document it was in. */
export async function rewriteAnchor(
  q: Q,
  { threadId, version }: Pick<AnchorRow, 'threadId' | 'version'>,
  change: Partial<Omit<AnchorRow, 'threadId' | 'version'>>,
): Promise<void> {
  await q
    .update(anchors)
    .set(change)
    .where(and(eq(anchors.threadId, threadId), eq(anchors.version, version)))
}
