import { listAttached } from '../../../db/queries/attached-sources.ts'
import { findCandidate } from '../../../db/queries/candidates.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { findEntryById } from '../../../db/queries/entries.ts'
import { listWritersIn } from '../../../db/queries/moderation.ts'
import { findObjection } from '../../../db/queries/objections.ts'
import { findLastStatement } from '../../../db/queries/positions.ts'
import { findMember, findProfile } from '../../../db/queries/profiles.ts'
import { findReview } from '../../../db/queries/reviews.ts'
import { findSuggestion } from '../../../db/queries/suggestions.ts'
import { findContribution } from '../../../db/queries/threads.ts'
import { isWithheld } from '../../../db/queries/withheld.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { kindPath } from '../../../domain/entries/kinds.ts'
import type { ThingRef } from '../../../domain/moderation/refs.ts'
import { writeRef } from '../../../domain/moderation/refs.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { findReadableThread, threadEvents } from '../threads/thread-access.ts'

/** A thing that somebody wrote, as keeping order looks at it. */
export interface LoadedThing {
  ref: ThingRef
  /** Its name, as in `contribution/<id>`. */
  thing: string
  /** Null where the name is hidden. */
  authorId: string | null
  threadId: string | null
  draftId: string | null
  /** Null where it is about no entry. */
  entryId: string | null
  /** Who owns the draft it is about. */
  ownerId: string | null
  /** Where it stands: the name of the thread, draft or entry, and its address. */
  title: string
  href: string
  /** What it says where everybody reads it; empty while it is withheld. */
  text: string
  /** When it was last given other words, or something under it; null where that is not known. */
  changedAt: number | null
  /** Nothing of it is left. */
  gone: boolean
}

/** A thing that this viewer may read; null for none. */
export async function findThing(q: Q, viewer: Viewer | null, ref: ThingRef): Promise<LoadedThing | null> {
  switch (ref.kind) {
    case 'contribution': {
      const row = await findContribution(q, ref.id)
      const around = row && (await inThread(q, viewer, row.threadId))
      if (!row || !around) return null
      const href = `/threads/${row.threadId}?at=${row.id}#c-${row.id}`
      const added = (await listAttached(q, { contributionId: row.id })).map(({ addedAt }) => addedAt)
      const changedAt = Math.max(row.editedAt ?? row.createdAt, ...added)
      const { authorId, text } = row
      return { ...around, ...about(ref), authorId, href, text, changedAt, gone: row.deletedAt !== null }
    }
    case 'candidate': {
      const around = await inThread(q, viewer, ref.threadId)
      const row = viewer && (await findCandidate(q, ref, viewer.actorId))
      // What is silent still is nobody's to look at.
      if (!around || !row || row.sealedIn !== null) return null
      const href = `/threads/${ref.threadId}#candidate-${ref.n}`
      const { authorId, text, editedAt: changedAt } = row
      return { ...around, ...about(ref), authorId, href, text, changedAt, gone: row.state === 'withdrawn' }
    }
    case 'thread': {
      const around = await inThread(q, viewer, ref.id)
      if (!around) return null
      const { createdBy, header, title } = around.thread
      const text = [title, ...Object.values(header)].filter(Boolean).join('\n')
      const href = `/threads/${ref.id}`
      return { ...around, ...about(ref), authorId: createdBy, href, text, changedAt: null, gone: false }
    }
    case 'draft': {
      const around = await inDraft(q, viewer, ref.id)
      if (!around) return null
      const { ownerId: authorId, title: text, updatedAt: changedAt, deleted: gone } = around
      return { ...around, ...about(ref), authorId, text, changedAt, gone }
    }
    case 'suggestion': {
      const row = await findSuggestion(q, ref.id)
      const around = row && (await inDraft(q, viewer, row.draftId))
      if (!row || !around) return null
      const href = `/drafts/${row.draftId}/suggestions#s-${row.id}`
      const text = [...strings(row.proposed), row.reason].filter(Boolean).join('\n')
      return {
        ...around,
        ...about(ref),
        authorId: row.madeBy,
        href,
        text,
        changedAt: null,
        gone: row.state === 'withdrawn',
      }
    }
    case 'objection': {
      const row = await findObjection(q, ref.id)
      const around = row?.draftId ? await inDraft(q, viewer, row.draftId) : null
      if (!row || !around || row.sealed) return null
      const href = `/drafts/${row.draftId}/threads#objection-${row.id}`
      const text = [row.text, row.settledBy].filter(Boolean).join('\n')
      const gone = row.disposition === 'withdrawn'
      return { ...around, ...about(ref), authorId: row.ownerId, href, text, changedAt: null, gone }
    }
    case 'review': {
      const row = await findReview(q, ref.id)
      const around = row && (await inDraft(q, viewer, row.draftId))
      if (!row || !around) return null
      const { reviewerId: authorId, text, at: changedAt } = row
      // One without words is a verdict, which is nothing to hide.
      const gone = await saysNothing(q, ref, text)
      return { ...around, ...about(ref), authorId, href: `/drafts/${row.draftId}/review`, text, changedAt, gone }
    }
    case 'member': {
      const member = await findMember(q, ref.id)
      if (!member) return null
      const { bio: text } = await findProfile(q, ref.id)
      const gone = await saysNothing(q, ref, text)
      return {
        ...about(ref),
        ...{ authorId: ref.id, threadId: null, draftId: null, entryId: null, ownerId: null },
        ...{ title: member.name, href: `/members/${ref.id}`, text, changedAt: null, gone },
      }
    }
    case 'person': {
      const entry = await findEntryById(q, ref.id)
      if (entry?.kind !== 'person' || entry.currentVersion === null) return null
      return {
        ...about(ref),
        ...{ authorId: null, threadId: null, draftId: null, entryId: entry.id, ownerId: null },
        ...{ title: entry.title, href: `/${kindPath[entry.kind]}/${entry.slug}`, text: entry.title },
        ...{ changedAt: null, gone: false },
      }
    }
    case 'position': {
      const [entry, row] = [await findEntryById(q, ref.entryId), await findLastStatement(q, ref)]
      if (!entry || !row) return null
      const text = [row.reason, row.exit].filter(Boolean).join('\n')
      return {
        ...about(ref),
        ...{ authorId: ref.actorId, threadId: null, draftId: null, entryId: entry.id, ownerId: null },
        title: entry.title,
        href: `/${kindPath[entry.kind]}/${entry.slug}#positions`,
        text,
        changedAt: row.at,
        gone: false,
      }
    }
  }
}

/** Nothing was said, rather than hidden. */
const saysNothing = async (q: Q, ref: ThingRef, text: string) => text === '' && !(await isWithheld(q, writeRef(ref)))

const about = (ref: ThingRef) => ({ ref, thing: writeRef(ref) })

async function inThread(q: Q, viewer: Viewer | null, id: string) {
  const loaded = await findReadableThread(q, viewer, id)
  if (!loaded) return null
  const { thread, draft } = loaded
  const { entryId, draftId, title } = thread
  return { thread, threadId: thread.id, draftId, entryId, title, ownerId: draft?.ownerId ?? null }
}

async function inDraft(q: Q, viewer: Viewer | null, id: string) {
  const found = await findDraftFor(q, id, viewer?.actorId ?? null)
  if (!found || !can(viewer, 'draft.read', found.thing)) return null
  const { entryId, ownerId, title, updatedAt, deletedAt } = found.draft
  const href = `/drafts/${id}`
  return { threadId: null, draftId: id, entryId, ownerId, title, href, updatedAt, deleted: deletedAt !== null }
}

/** Everything in a part of an entry that is words. */
function strings(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(strings)
  if (part === null || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([key, value]) => (key === 'type' ? [] : strings(value)))
}

/** Who took part in the argument that a thing stands in: who wrote in its thread, and who owns its draft ([Y6]). */
export async function participantsOf(q: Q, { threadId, ownerId }: LoadedThing): Promise<string[]> {
  const writers = threadId === null ? [] : await listWritersIn(q, threadId)
  return ownerId === null ? writers : [...writers, ownerId]
}

/** What pages that show a thing listen to. */
export function thingEvents({ threadId, draftId, entryId }: LoadedThing, type: string): LiveEvent[] {
  if (entryId === null) return []
  if (threadId !== null) return threadEvents({ id: threadId, draftId, entryId }, type)
  const topic = draftId === null ? `entry/${entryId}` : `draft/${draftId}`
  return [{ topic, type, id: topic.split('/')[1] ?? '' }]
}
