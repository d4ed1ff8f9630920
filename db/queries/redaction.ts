import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { hashJson } from '../../domain/record/hash.ts'
import type { PartContent } from '../../domain/suggestions/place.ts'
import {
  contributionRevisions,
  contributions,
  draftMoments,
  entries,
  eventPrivate,
  events,
  markers,
  objections,
  scales,
  signalChecks,
  snapshots,
  suggestions,
  threads,
  versions,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { redactAttached } from './attached-sources.ts'
import { redactHolds } from './holds.ts'
import { redactMinds } from './minds.ts'
import type { Redactor } from './redactor.ts'
import { redactMarks } from './restatements.ts'
import { indexDraftThreads } from './search-texts.ts'

/**
 * Rewrites the frozen texts of a draft that no published version stands on. Their parts keep the hashes that papers were
 * cast for.
 *
 * @returns those that differ now, each with one hash over those of its parts, which nobody can compute any more; null
 * where the text had lost words before.
 */
export async function redactSnapshots(
  q: Q,
  draftId: string,
  at: number,
  redact: (content: EntryContent) => EntryContent,
): Promise<{ id: string; parts: string | null }[]> {
  const published = q.select({ id: versions.snapshotId }).from(versions)
  const rows = await q
    .select({ id: snapshots.id, content: snapshots.content, redactedAt: snapshots.redactedAt })
    .from(snapshots)
    .where(and(eq(snapshots.draftId, draftId), notInArray(snapshots.id, published)))
  const changed: { id: string; parts: string | null }[] = []
  for (const { id, content, redactedAt } of rows) {
    const next = redact(content)
    if (JSON.stringify(next) === JSON.stringify(content)) continue
    await q.update(snapshots).set({ content: next, redactedAt: at }).where(eq(snapshots.id, id))
    changed.push({ id, parts: redactedAt === null ? hashJson(partHashes(content)) : null })
  }
  return changed
}

/**
 * Rewrites what was suggested for a draft. An open suggestion of which nothing is left ends with it.
 *
 * @param redact a part without what is removed.
 * @param redactText for reasons; null where only a section is removed.
 */
export async function redactSuggestions(
  q: Q,
  draftId: string,
  at: number,
  redact: (place: string, part: PartContent) => PartContent,
  redactText: ((text: string) => string) | null,
): Promise<void> {
  for (const row of await q.select().from(suggestions).where(eq(suggestions.draftId, draftId))) {
    const { id, place, base, proposed, adopted, reason, decisionReason } = row
    const next = {
      base: redact(place, base),
      proposed: redact(place, proposed),
      adopted: adopted === null ? null : redact(place, adopted),
      reason: redactText?.(reason) ?? reason,
      decisionReason: decisionReason === null ? null : (redactText?.(decisionReason) ?? decisionReason),
    }
    const changed = JSON.stringify([next.base, next.proposed]) !== JSON.stringify([base, proposed])
    const ends = row.state === 'open' && changed && JSON.stringify(next.base) === JSON.stringify(next.proposed)
    await q
      .update(suggestions)
      .set({ ...next, ...(ends ? { state: 'withdrawn' as const, decidedAt: at, updatedAt: at } : {}) })
      .where(eq(suggestions.id, id))
  }
}

/** The title of an entry that has no published version comes from its drafts. */
export async function redactEntryTitle(q: Q, entryId: string, redact: (text: string) => string): Promise<void> {
  const [entry] = await q.select().from(entries).where(eq(entries.id, entryId))
  if (entry?.currentVersion !== null) return
  await q
    .update(entries)
    .set({ title: redact(entry.title) })
    .where(eq(entries.id, entryId))
}

/**
 * Rewrites what was argued about a draft: threads, contributions with their earlier wordings, objections and
 * the names of moments; erases leaves of the record about the draft and its threads that say the words.
 */
export async function redactArgument(q: Q, draftId: string, { redact, says }: Redactor): Promise<void> {
  const argued = await q.select().from(threads).where(eq(threads.draftId, draftId))
  for (const { id, title, header, outcomeReason } of argued) {
    const clean = Object.fromEntries(Object.entries(header).map(([key, text]) => [key, redact(text)]))
    await q
      .update(threads)
      .set({ title: redact(title), header: clean, outcomeReason: outcomeReason && redact(outcomeReason) })
      .where(eq(threads.id, id))
    for (const one of await q.select().from(signalChecks).where(eq(signalChecks.threadId, id))) {
      if (!says(one.reason)) continue
      await q
        .update(signalChecks)
        .set({ reason: redact(one.reason) })
        .where(
          and(eq(signalChecks.threadId, id), eq(signalChecks.check, one.check), eq(signalChecks.actorId, one.actorId)),
        )
    }
    for (const { unit, readingSource } of await q.select().from(scales).where(eq(scales.threadId, id))) {
      await q
        .update(scales)
        .set({ unit: redact(unit), readingSource: redact(readingSource) })
        .where(eq(scales.threadId, id))
    }
    for (const { actorId, move, reason } of await q.select().from(markers).where(eq(markers.threadId, id))) {
      if (!says(reason)) continue
      await q
        .update(markers)
        .set({ reason: redact(reason) })
        .where(and(eq(markers.threadId, id), eq(markers.actorId, actorId), eq(markers.move, move)))
    }
    const own = await q.select().from(contributions).where(eq(contributions.threadId, id))
    for (const one of own.filter(({ text }) => says(text))) {
      await q
        .update(contributions)
        .set({ text: redact(one.text) })
        .where(eq(contributions.id, one.id))
    }
    const ids = own.map((one) => one.id)
    const earlier = await q
      .select()
      .from(contributionRevisions)
      .where(inArray(contributionRevisions.contributionId, ids))
    for (const { contributionId, revision, text } of earlier.filter((one) => says(one.text))) {
      await q
        .update(contributionRevisions)
        .set({ text: redact(text) })
        .where(
          and(eq(contributionRevisions.contributionId, contributionId), eq(contributionRevisions.revision, revision)),
        )
    }
    await redactMinds(q, id, { redact, says })
    await redactMarks(q, ids, { redact, says })
  }
  for (const one of await q.select().from(objections).where(eq(objections.draftId, draftId))) {
    await q
      .update(objections)
      .set({
        text: redact(one.text),
        settledBy: redact(one.settledBy),
        reason: one.reason && redact(one.reason),
        minorityNote: one.minorityNote && redact(one.minorityNote),
        standInSettledBy: one.standInSettledBy && redact(one.standInSettledBy),
      })
      .where(eq(objections.id, one.id))
  }
  await redactAttached(q, draftId, says)
  await redactHolds(q, draftId, redact)
  for (const { id, name } of await q.select().from(draftMoments).where(eq(draftMoments.draftId, draftId))) {
    if (says(name))
      await q
        .update(draftMoments)
        .set({ name: `${redact(name)} ${id}` })
        .where(eq(draftMoments.id, id))
  }
  await eraseSaying(q, draftId, [`draft/${draftId}`, ...argued.map(({ id }) => `thread/${id}`)], says)
  await indexDraftThreads(q, draftId)
}

/** Erases leaves of these subjects that say the words, and those of its versions that repeat a minority note with them. */
async function eraseSaying(q: Q, draftId: string, subjects: string[], says: Redactor['says']): Promise<void> {
  const leaves = () =>
    q
      .select({ seq: eventPrivate.seq, payload: eventPrivate.payload })
      .from(eventPrivate)
      .innerJoin(events, eq(events.seq, eventPrivate.seq))
  const own = await leaves().where(inArray(events.subject, subjects))
  const published = await leaves().where(
    and(eq(events.type, 'version.published'), sql`${events.payload} ->> 'draftId' = ${draftId}`),
  )
  const notes = published.map(({ seq, payload }) => ({ seq, payload: payload.minorityNotes ?? [] }))
  const erased = [...own, ...notes].filter(({ payload }) => says(JSON.stringify(payload))).map(({ seq }) => seq)
  if (erased.length > 0) await q.delete(eventPrivate).where(inArray(eventPrivate.seq, erased))
}
