import { findBallot } from '../../db/queries/ballots.ts'
import { findDraftFor } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { findWorkshop } from '../../db/queries/workshops.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'
import { findReadableThread } from '../usecases/threads/thread-access.ts'
import { workshopThing } from '../usecases/workshops/workshop-access.ts'

/** May this viewer hear of what happens to a topic? As a page about it would answer; unknown topics are no. */
export async function mayHear(deps: Deps, viewer: Viewer, topic: string): Promise<boolean> {
  const q = deps.store.read
  const [noun, id = '', ...rest] = topic.split('/')
  if (rest.length > 0) return false
  switch (noun) {
    case 'thread':
      return (await findReadableThread(q, viewer, id)) !== null
    case 'draft': {
      const draft = (await findDraftFor(q, id, viewer.actorId))?.thing
      // The argument about a published draft is public, and its page listens to the draft.
      return draft !== undefined && can(viewer, 'thread.read', { state: 'open', createdBy: draft.ownerId, draft })
    }
    case 'ballot': {
      const ballot = await findBallot(q, id)
      return ballot !== undefined && can(viewer, 'ballot.read', await ballotThing(q, ballot, viewer))
    }
    case 'workshop': {
      const workshop = await sameForAll(deps.store, findWorkshop, id)
      return workshop !== undefined && can(viewer, 'workshop.read', await workshopThing(q, workshop, viewer))
    }
    // Whether one is let in oneself.
    case 'door':
      return id === viewer.actorId
    case 'entry':
      return (await findEntryById(q, id))?.currentVersion != null && can(viewer, 'atlas.read', null)
    default:
      return false
  }
}
