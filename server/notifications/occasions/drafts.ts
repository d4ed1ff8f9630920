import { findDraft } from '../../../db/queries/drafts.ts'
import { decisionVolumes, hearersOf } from '../hearers.ts'
import type { Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'
import { declaredWith } from './relations.ts'

/** What follows from what happens to drafts as a whole. */
export const draftFollows: Record<string, Follow> = {
  async 'draft.created'(_q, { subject: thing, payload }) {
    return { joins: [{ actorId: idIn(payload, 'actorId'), thing, volume: 'all' }] }
  },

  async 'draft.forked'(q, { subject: thing, payload }) {
    const draftId = idOf(thing)
    const owner = (await findDraft(q, idIn(payload, 'forkedFrom') ?? ''))?.ownerId ?? null
    // Of the tables of a room the first tells it for all.
    if (typeof payload.table === 'number' && payload.table > 1) return { occasions: [] }
    return { occasions: [{ thing, by: idIn(payload, 'actorId'), draftId, told: each([owner], 'forked', draftId) }] }
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
      ...each(await hearersOf(q, thing, decisionVolumes), 'published-watched', ref),
    ]
    const by = idIn(payload, 'actorId')
    const declared = await declaredWith(q, idOf(thing), Number(payload.n), by)
    // What is published is public, whatever its draft was.
    return { occasions: [{ thing, by, draftId: null, told }, ...declared] }
  },
}
