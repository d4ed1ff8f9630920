import type { SourceOwner } from '../../../db/queries/attached-sources.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canWithdraw } from '../../../domain/objections/rules.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { loadObjection, objectionEvents, touchForObjection } from '../objections/objection-access.ts'
import { loadContribution, refuseResolved, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'

/** What a source is under, as far as adding and removing sources need it. */
export interface LoadedOwner {
  owner: SourceOwner
  /** What its events are about. */
  subject: string
  /** Its name, as in `contribution/<id>`. */
  thing: string
  /** What it says, and where. */
  said: { text: string; threadId: string | null; draftId: string | null }
  /** @throws AppError `not-allowed` ([T26], [T27]). */
  mayAdd(): void
  /** @throws AppError `not-allowed` ([T26], [T27]). */
  mayRemove(): void
  /** Notes that something changed there, in the transaction that changes it. */
  touch(q: Q, now: number): Promise<void>
  /** Tells the pages that show it. */
  events(type: string): LiveEvent[]
}

/**
 * A contribution or an objection that this person may read.
 *
 * @throws AppError `gone` for a deleted contribution, `not-found`.
 */
export function loadOwner(q: Q, by: Viewer, owner: SourceOwner): Promise<LoadedOwner> {
  return 'contributionId' in owner
    ? contributionOwner(q, by, owner.contributionId)
    : objectionOwner(q, by, owner.objectionId)
}

async function contributionOwner(q: Q, by: Viewer, contributionId: string): Promise<LoadedOwner> {
  const loaded = await loadContribution(q, by, contributionId)
  const { thread, contribution, own } = loaded
  if (own.deletedContribution) throw new AppError('gone', 'This contribution was deleted.')
  return {
    owner: { contributionId },
    subject: `thread/${thread.id}`,
    thing: `contribution/${contributionId}`,
    said: { text: contribution.text, threadId: thread.id, draftId: thread.draftId },
    mayAdd() {
      if (can(by, 'contribution.edit', own)) return
      refuseResolved(loaded)
      throw new AppError('not-allowed', 'Only its author adds to a contribution. Post one of your own.')
    },
    mayRemove() {
      if (can(by, 'contribution.delete', own)) return
      throw new AppError('not-allowed', 'Only its author or a moderator takes something off a contribution.')
    },
    async touch(within, now) {
      await updateThread(within, thread.id, { updatedAt: now })
      await touchWhenPublic(within, loaded)
    },
    events: (type) => threadEvents(thread, type),
  }
}

async function objectionOwner(q: Q, by: Viewer, objectionId: string): Promise<LoadedOwner> {
  const loaded = await loadObjection(q, by, objectionId)
  const { objection, thing } = loaded
  // The same person at the same time as may still withdraw it.
  function mayTend(): void {
    if (can(by, 'objection.withdraw', thing) && canWithdraw(objection, by.actorId)) return
    throw new AppError(
      'not-allowed',
      objection.sealed
        ? 'It is sealed with your vote. Sources can be added once the ballot is closed.'
        : 'Only its owner changes the sources of an objection, while it is open.',
    )
  }
  return {
    owner: { objectionId },
    subject: `draft/${objection.draftId}`,
    thing: `objection/${objectionId}`,
    said: { text: objection.text, threadId: objection.threadId, draftId: objection.draftId },
    mayAdd: mayTend,
    mayRemove: mayTend,
    touch: (within) => touchForObjection(within, loaded),
    events: (type) => objectionEvents(objection, type),
  }
}
