import { findDraft } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import { decisionVolumes, entryHearers, hearersOf } from '../hearers.ts'
import type { Follow, Occasion } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'
import { declaredWith } from './relations.ts'

/** Tells who watches an entry that a draft of it began. @param but who hears it otherwise. */
async function begun(
  q: Q,
  thing: string,
  payload: Record<string, unknown>,
  but: readonly string[] = [],
): Promise<Occasion> {
  const draftId = idOf(thing)
  const entry = `entry/${idIn(payload, 'entryId')}`
  const hearers = (await entryHearers(q, entry, ['all'])).filter((actorId) => !but.includes(actorId))
  return { thing: entry, by: idIn(payload, 'actorId'), draftId, told: each(hearers, 'draft-begun', draftId) }
}

/** What follows from what happens to drafts as a whole. */
export const draftFollows: Record<string, Follow> = {
  async 'draft.created'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'actorId')
    const isFork = (await findDraft(q, idOf(thing)))?.forkedFrom != null
    return {
      // That a fork began, its own event tells.
      occasions: isFork ? [] : [await begun(q, thing, payload)],
      joins: [{ actorId: by, thing, volume: 'all' }],
    }
  },

  async 'draft.forked'(q, { subject: thing, payload }) {
    const draftId = idOf(thing)
    const owner = (await findDraft(q, idIn(payload, 'forkedFrom') ?? ''))?.ownerId ?? null
    // Of the tables of a room the first tells it for all.
    if (typeof payload.table === 'number' && payload.table > 1) return { occasions: [] }
    const by = idIn(payload, 'actorId')
    return {
      occasions: [
        { thing, by, draftId, told: each([owner], 'forked', draftId) },
        await begun(q, thing, payload, owner === null ? [] : [owner]),
      ],
    }
  },

  async 'draft.member-set'(_q, { subject: thing, payload }) {
    const memberId = idIn(payload, 'memberId')
    const draftId = idOf(thing)
    return {
      occasions: [{ thing, by: idIn(payload, 'actorId'), draftId, told: each([memberId], 'invited', draftId) }],
      joins: [{ actorId: memberId, thing, volume: 'all' }],
    }
  },

  async 'version.published'(q, { subject: thing, payload }) {
    const draftId = idIn(payload, 'draftId') ?? ''
    const ref = idIn(payload, 'versionId') ?? ''
    const owner = (await findDraft(q, draftId))?.ownerId ?? null
    const authors = Array.isArray(payload.authorIds) ? payload.authorIds.map(String) : []
    const told = [
      ...each([...authors, owner], 'published', ref),
      ...each(await hearersOf(q, `draft/${draftId}`, decisionVolumes), 'published-watched', ref),
      ...each(await entryHearers(q, thing, decisionVolumes), 'published-watched', ref),
    ]
    const by = idIn(payload, 'actorId')
    const declared = await declaredWith(q, idOf(thing), Number(payload.n), by)
    // What is published is public, whatever its draft was.
    return { occasions: [{ thing, by, draftId: null, told }, ...declared] }
  },
}
