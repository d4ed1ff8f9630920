import { listActorsOfRoles } from '../../../db/queries/audience.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { findHold } from '../../../db/queries/holds.ts'
import { findObjection } from '../../../db/queries/objections.ts'
import type { Q } from '../../../db/store.ts'
import { moderatorRoles } from '../../../domain/access/viewer.ts'
import type { KindId } from '../../../domain/notifications/kinds.ts'
import type { Consequences, Follow, Happening } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** Tells the owner of an objection what others do in their place. */
async function toOwner(q: Q, { subject: thing, payload }: Happening, kind: KindId): Promise<Consequences> {
  const objection = await findObjection(q, idIn(payload, 'objection') ?? '')
  if (!objection || objection.sealed) return {}
  const told = each([objection.ownerId], kind, objection.id)
  return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: idOf(thing), told }] }
}

/** What follows from objections and holds. A sealed objection leaves no event, and so tells nobody ([I14]). */
export const objectionFollows: Record<string, Follow> = {
  async 'objection.raised'(q, { subject: thing, payload }) {
    const draftId = idOf(thing)
    const objection = await findObjection(q, idIn(payload, 'objection') ?? '')
    const draft = await findDraft(q, draftId)
    if (!objection || objection.sealed || !draft) return {}
    // Nobody answers their own objection: on one's own draft a moderator does.
    const answers = objection.ownerId === draft.ownerId ? await listActorsOfRoles(q, moderatorRoles) : [draft.ownerId]
    return {
      // Whose it is stays unsaid where the ballot hides names.
      occasions: [{ thing, by: objection.ownerId, draftId, told: each(answers, 'objection', objection.id) }],
      joins: [{ actorId: idIn(payload, 'by'), thing, volume: 'decisions' }],
    }
  },

  'objection.disposed': (q, event) => toOwner(q, event, 'objection-answered'),

  async 'objection.stand-in-named'(_q, { subject: thing, payload }) {
    const told = each([idIn(payload, 'standIn')], 'stand-in-named', idIn(payload, 'objection') ?? '')
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: idOf(thing), told }] }
  },

  'objection.stand-in-asked': (q, event) => toOwner(q, event, 'stand-in-asked'),
  'objection.stepped-in': (q, event) => toOwner(q, event, 'stand-in-acted'),
  'objection.settling-said': (q, event) => toOwner(q, event, 'stand-in-acted'),
  // Who withdraws their own is not told of it.
  'objection.withdrawn': (q, event) => toOwner(q, event, 'stand-in-acted'),

  async 'hold.placed'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'by')
    const draftId = idOf(thing)
    const draft = await findDraft(q, draftId)
    const told = each([draft?.ownerId ?? null], 'hold', idIn(payload, 'hold') ?? '')
    return {
      occasions: [{ thing, by, draftId, told }],
      joins: [{ actorId: by, thing, volume: 'decisions' }],
    }
  },

  async 'hold.lifted'(q, { subject: thing, payload }) {
    const hold = await findHold(q, idIn(payload, 'hold') ?? '')
    if (!hold) return {}
    const draft = await findDraft(q, hold.draftId)
    const told = each([hold.ownerId, draft?.ownerId ?? null], 'hold-lifted', hold.id)
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: hold.draftId, told }] }
  },
}
