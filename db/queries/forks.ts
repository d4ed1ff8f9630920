import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { actors, eventPrivate, events } from '../schema.ts'
import type { Q } from '../store.ts'
import type { DraftRow } from './drafts.ts'
import { findDraft } from './drafts.ts'

/** More generations of forks than anybody makes; a chain that is longer is cut. */
const mostGenerations = 50

/** A draft and those it goes back to by forking, itself first. */
export async function listDescent(q: Q, draft: DraftRow): Promise<DraftRow[]> {
  const chain = [draft]
  while (chain.length < mostGenerations) {
    const parent = chain.at(-1)?.forkedFrom
    const found = parent ? await findDraft(q, parent) : undefined
    if (!found || chain.some(({ id }) => id === found.id)) break
    chain.push(found)
  }
  return chain
}

/** What the record tells of the last act of a type about a draft; its leaf is null where it was erased. */
async function lastAct(q: Q, draftId: string, type: string) {
  const [row] = await q
    .select({ seq: events.seq, payload: events.payload, leaf: eventPrivate.payload })
    .from(events)
    .leftJoin(eventPrivate, eq(eventPrivate.seq, events.seq))
    .where(and(eq(events.subject, `draft/${draftId}`), eq(events.type, type)))
    .orderBy(desc(events.seq))
    .limit(1)
  return row
}

/**
 * Whose words stood there where the leaves that told it went with somebody's name: their ids were kept with that act
 * (access [A18], [A19]).
 */
async function listAuthorsKept(q: Q, seqs: readonly number[]): Promise<Map<number, Forking['authors']>> {
  if (seqs.length === 0) return new Map()
  const acts = await q
    .select({ leaf: eventPrivate.payload })
    .from(eventPrivate)
    .innerJoin(events, eq(events.seq, eventPrivate.seq))
    .where(inArray(events.type, ['actor.deleted', 'guests.forgotten']))
  const kept = acts.flatMap(({ leaf }) => Object.entries((leaf.authors ?? {}) as Record<string, string[]>))
  const wanted = kept.map(([seq, ids]) => [Number(seq), ids] as const).filter(([seq]) => seqs.includes(seq))
  const people = await q
    .select({ actorId: actors.id, name: actors.name })
    .from(actors)
    .where(inArray(actors.id, [...new Set(wanted.flatMap(([, ids]) => ids))]))
  return new Map(
    wanted.map(([seq, ids]) => [seq, ids.flatMap((id) => people.find(({ actorId }) => actorId === id) ?? [])]),
  )
}

export interface Forking {
  /** The text with which the fork began. */
  snapshotId: string
  /** Why there is another draft; null where it was erased. */
  reason: string | null
  /** Whose words stood in the other draft when it was forked. */
  authors: { actorId: string; name: string }[]
}

/** How a draft was forked from another; undefined for one that is no fork. */
export async function findForking(q: Q, draftId: string): Promise<Forking | undefined> {
  const act = await lastAct(q, draftId, 'draft.forked')
  if (!act) return undefined
  const { reason, authors } = act.leaf ?? {}
  return {
    snapshotId: String(act.payload.snapshotId),
    reason: typeof reason === 'string' ? reason : null,
    authors: Array.isArray(authors)
      ? (authors as Forking['authors'])
      : ((await listAuthorsKept(q, act.leaf ? [] : [act.seq])).get(act.seq) ?? []),
  }
}

/** Into which draft a draft was merged when it was last closed as merged. */
export async function findMergedInto(q: Q, draftId: string): Promise<string | null> {
  const act = await lastAct(q, draftId, 'draft.merged')
  return typeof act?.payload.into === 'string' ? act.payload.into : null
}

/** A part that was taken over from another draft. */
export interface Taken {
  from: string
  parts: string[]
  by: string
  at: number
  /** Whose words stood there; empty where that went with words that were removed. */
  authors: { actorId: string; name: string }[]
}

/** Everything that a draft took over from others, in order. */
export async function listTaken(q: Q, draftId: string): Promise<Taken[]> {
  const rows = await q
    .select({ seq: events.seq, payload: events.payload, leaf: eventPrivate.payload, at: events.at })
    .from(events)
    .leftJoin(eventPrivate, eq(eventPrivate.seq, events.seq))
    .where(
      and(eq(events.subject, `draft/${draftId}`), inArray(events.type, ['draft.part-taken', 'draft.parts-merged'])),
    )
    .orderBy(asc(events.seq))
  const kept = await listAuthorsKept(
    q,
    rows.filter(({ leaf }) => !leaf).map(({ seq }) => seq),
  )
  return rows.map(({ seq, payload, leaf, at }) => ({
    from: String(payload.fromDraftId),
    parts: Array.isArray(payload.parts) ? payload.parts.map(String) : [String(payload.part)],
    by: String(payload.actorId),
    at,
    authors: Array.isArray(leaf?.authors) ? (leaf.authors as Taken['authors']) : (kept.get(seq) ?? []),
  }))
}

/** Whose words came into a draft from others: those it began with, and those it took over ([K5], [K13]); each once. */
export async function listAuthorsBefore(q: Q, draftId: string): Promise<Forking['authors']> {
  const all = [
    ...((await findForking(q, draftId))?.authors ?? []),
    ...(await listTaken(q, draftId)).flatMap(({ authors }) => authors),
  ]
  return [...new Map(all.reverse().map((one) => [one.actorId, one])).values()].reverse()
}
