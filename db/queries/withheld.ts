import { and, eq, inArray } from 'drizzle-orm'
import type { ThingRef } from '../../domain/moderation/refs.ts'
import { readRef, writeRef } from '../../domain/moderation/refs.ts'
import {
  candidates,
  contributionRevisions,
  contributions,
  drafts,
  moderationCases,
  objections,
  positionStatements,
  profiles,
  reviews,
  suggestions,
  threads,
  withheld,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { updateCandidate } from './candidates.ts'
import { indexPositions } from './positions.ts'
import { indexContribution, retitleThread } from './search-texts.ts'

type Words = Record<string, string>

/** What stands in the place of the title of a hidden thread. */
export const hiddenTitle = 'Hidden thread'

/**
 * Takes a thing's words out of where everybody reads them and keeps them apart ([Y9]). Nothing where they are kept
 * apart already.
 */
export async function withhold(q: Q, ref: ThingRef, { caseId, at }: { caseId: string; at: number }): Promise<void> {
  const thing = writeRef(ref)
  const [known] = await q.select({ thing: withheld.thing }).from(withheld).where(eq(withheld.thing, thing))
  const words = known ? null : await takeWords(q, ref)
  if (words) await q.insert(withheld).values({ thing, caseId, words, at })
}

/** Puts withheld words back to where everybody reads them. @returns whether there were any. */
export async function restore(q: Q, ref: ThingRef): Promise<boolean> {
  const thing = writeRef(ref)
  const [row] = await q.delete(withheld).where(eq(withheld.thing, thing)).returning()
  if (!row) return false
  await putWords(q, ref, row.words)
  return true
}

/** Forgets withheld words, which are erased for good. */
export async function forgetWithheld(q: Q, thing: string): Promise<void> {
  await q.delete(withheld).where(eq(withheld.thing, thing))
}

export interface WithheldRow {
  thing: string
  words: Words
  caseId: string
  /** It waits for a first look, or was hidden by a decision. */
  decided: boolean
  reason: typeof moderationCases.$inferSelect.reason
}

/** What is withheld of these things, by their names. */
export async function listWithheld(q: Q, things: readonly string[]): Promise<ReadonlyMap<string, WithheldRow>> {
  if (things.length === 0) return new Map()
  const rows = await q
    .select({
      thing: withheld.thing,
      words: withheld.words,
      caseId: withheld.caseId,
      state: moderationCases.state,
      reason: moderationCases.reason,
    })
    .from(withheld)
    .innerJoin(moderationCases, eq(moderationCases.id, withheld.caseId))
    .where(inArray(withheld.thing, [...things]))
  return new Map(rows.map(({ state, ...row }) => [row.thing, { ...row, decided: state === 'decided' }]))
}

/** Is the thing withheld at this moment? */
export async function isWithheld(q: Q, thing: string): Promise<boolean> {
  const [row] = await q.select({ thing: withheld.thing }).from(withheld).where(eq(withheld.thing, thing))
  return row !== undefined
}

/** Rewrites withheld words of what was argued about a draft, where words are removed for good. */
export async function redactWithheld(q: Q, draftId: string, redact: (text: string) => string): Promise<void> {
  const inDraft = new Set(
    (await q.select({ id: threads.id }).from(threads).where(eq(threads.draftId, draftId))).map(({ id }) => id),
  )
  for (const { thing, words } of await q.select().from(withheld)) {
    const ref = readRef(thing)
    if (!ref || !(await isAbout(q, ref, draftId, inDraft))) continue
    const next = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, redactWords(text, redact)]))
    await q.update(withheld).set({ words: next }).where(eq(withheld.thing, thing))
  }
}

/** Words inside of JSON are rewritten one by one, so that it stays what it is. */
function redactWords(text: string, redact: (text: string) => string): string {
  if (!/^[[{]/.test(text)) return redact(text)
  try {
    return JSON.stringify(JSON.parse(text, (_key, value) => (typeof value === 'string' ? redact(value) : value)))
  } catch {
    return redact(text)
  }
}

async function isAbout(q: Q, ref: ThingRef, draftId: string, inDraft: ReadonlySet<string>): Promise<boolean> {
  if (ref.kind === 'thread') return inDraft.has(ref.id)
  if (ref.kind === 'candidate') return inDraft.has(ref.threadId)
  if (ref.kind === 'contribution') {
    const [row] = await q
      .select({ threadId: contributions.threadId })
      .from(contributions)
      .where(eq(contributions.id, ref.id))
    return row !== undefined && inDraft.has(row.threadId)
  }
  const tables = { suggestion: suggestions, objection: objections, review: reviews }
  if (ref.kind !== 'suggestion' && ref.kind !== 'objection' && ref.kind !== 'review') return false
  const table = tables[ref.kind]
  const [row] = await q.select({ draftId: table.draftId }).from(table).where(eq(table.id, ref.id))
  return row?.draftId === draftId
}

/** Empties a thing. @returns what it said; null where there is no such thing. */
async function takeWords(q: Q, ref: ThingRef): Promise<Words | null> {
  switch (ref.kind) {
    case 'contribution': {
      const [row] = await q.select().from(contributions).where(eq(contributions.id, ref.id))
      if (!row) return null
      const earlier = await q
        .select()
        .from(contributionRevisions)
        .where(eq(contributionRevisions.contributionId, ref.id))
      await q.update(contributions).set({ text: '' }).where(eq(contributions.id, ref.id))
      await q.update(contributionRevisions).set({ text: '' }).where(eq(contributionRevisions.contributionId, ref.id))
      await indexContribution(q, ref.id)
      return {
        text: row.text,
        ...Object.fromEntries(earlier.map(({ revision, text }) => [`revision/${revision}`, text])),
      }
    }
    case 'candidate': {
      const which = and(eq(candidates.threadId, ref.threadId), eq(candidates.n, ref.n))
      const [row] = await q.select().from(candidates).where(which)
      if (!row) return null
      await updateCandidate(q, ref, { text: '' })
      return { text: row.text }
    }
    case 'thread': {
      const [row] = await q.select().from(threads).where(eq(threads.id, ref.id))
      if (!row) return null
      await q.update(threads).set({ title: hiddenTitle, header: {} }).where(eq(threads.id, ref.id))
      await retitleThread(q, ref.id)
      return { title: row.title, header: JSON.stringify(row.header) }
    }
    case 'draft': {
      const [row] = await q.select({ visibility: drafts.visibility }).from(drafts).where(eq(drafts.id, ref.id))
      if (!row) return null
      await q.update(drafts).set({ visibility: 'private' }).where(eq(drafts.id, ref.id))
      return row
    }
    case 'suggestion': {
      const [row] = await q.select().from(suggestions).where(eq(suggestions.id, ref.id))
      if (!row) return null
      await q.update(suggestions).set({ reason: '', proposed: row.base }).where(eq(suggestions.id, ref.id))
      return { reason: row.reason, proposed: JSON.stringify(row.proposed) }
    }
    case 'objection': {
      const [row] = await q.select().from(objections).where(eq(objections.id, ref.id))
      if (!row) return null
      await q.update(objections).set({ text: '', settledBy: '', minorityNote: null }).where(eq(objections.id, ref.id))
      const { text, settledBy, minorityNote } = row
      return minorityNote === null ? { text, settledBy } : { text, settledBy, minorityNote }
    }
    case 'review': {
      const [row] = await q.select({ text: reviews.text }).from(reviews).where(eq(reviews.id, ref.id))
      if (!row) return null
      await q.update(reviews).set({ text: '' }).where(eq(reviews.id, ref.id))
      return row
    }
    case 'member': {
      const [row] = await q.select({ bio: profiles.bio }).from(profiles).where(eq(profiles.actorId, ref.id))
      if (!row) return null
      await q.update(profiles).set({ bio: '' }).where(eq(profiles.actorId, ref.id))
      return row
    }
    // A page of the atlas is corrected or withdrawn like every version.
    case 'person':
      return null
    case 'position': {
      const rows = await q.select().from(positionStatements).where(ofMember(ref))
      if (rows.length === 0) return null
      await q.update(positionStatements).set({ reason: '', exit: '' }).where(ofMember(ref))
      await indexPositions(q, ref.entryId)
      return Object.fromEntries(rows.map(({ id, reason, exit }) => [id, JSON.stringify([reason, exit])]))
    }
  }
}

/** Gives a thing its words back. What was written since in their place stays. */
async function putWords(q: Q, ref: ThingRef, words: Words): Promise<void> {
  switch (ref.kind) {
    case 'contribution': {
      const mine = eq(contributions.id, ref.id)
      await q
        .update(contributions)
        .set({ text: words.text ?? '' })
        .where(mine)
      for (const [key, text] of Object.entries(words)) {
        const n = Number(key.split('/')[1])
        if (!Number.isInteger(n)) continue
        const which = and(eq(contributionRevisions.contributionId, ref.id), eq(contributionRevisions.revision, n))
        await q.update(contributionRevisions).set({ text }).where(which)
      }
      await indexContribution(q, ref.id)
      return
    }
    case 'candidate':
      await updateCandidate(q, ref, { text: words.text ?? '' })
      return
    case 'thread':
      await q
        .update(threads)
        .set({ title: words.title ?? '', header: JSON.parse(words.header ?? '{}') })
        .where(eq(threads.id, ref.id))
      await retitleThread(q, ref.id)
      return
    case 'draft':
      await q
        .update(drafts)
        .set({ visibility: words.visibility as typeof drafts.$inferSelect.visibility })
        .where(eq(drafts.id, ref.id))
      return
    case 'suggestion':
      await q
        .update(suggestions)
        .set({ reason: words.reason ?? '', proposed: JSON.parse(words.proposed ?? 'null') })
        .where(eq(suggestions.id, ref.id))
      return
    case 'objection':
      await q
        .update(objections)
        .set({
          ...{ text: words.text ?? '', settledBy: words.settledBy ?? '' },
          ...(words.minorityNote !== undefined && { minorityNote: words.minorityNote }),
        })
        .where(eq(objections.id, ref.id))
      return
    case 'review':
      await q
        .update(reviews)
        .set({ text: words.text ?? '' })
        .where(eq(reviews.id, ref.id))
      return
    case 'member':
      await q
        .update(profiles)
        .set({ bio: words.bio ?? '' })
        .where(eq(profiles.actorId, ref.id))
      return
    case 'person':
      return
    case 'position':
      for (const [id, text] of Object.entries(words)) {
        const [reason, exit]: [string, string] = JSON.parse(text)
        await q.update(positionStatements).set({ reason, exit }).where(eq(positionStatements.id, id))
      }
      await indexPositions(q, ref.entryId)
  }
}

function ofMember({ entryId, actorId }: { entryId: string; actorId: string }) {
  return and(eq(positionStatements.entryId, entryId), eq(positionStatements.actorId, actorId))
}
