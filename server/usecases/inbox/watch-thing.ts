import { findDraftFor } from '../../../db/queries/drafts.ts'
import { findEntryById } from '../../../db/queries/entries.ts'
import { chooseVolume, forgetVolume } from '../../../db/queries/watches.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { WatchChoice } from '../../../domain/notifications/watching.ts'
import { watchChoices } from '../../../domain/notifications/watching.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readableAtlas } from '../../views/readable-atlas.ts'
import { findReadableThread } from '../threads/thread-access.ts'

/**
 * Chooses how much of a thing somebody hears (notifications SPEC [I6], [I25]). It is private and stands in no record.
 *
 * @param input `thing` as in `entry/<id>`, `draft/<id>`, `thread/<id>` or `tag/<tag>`.
 * @throws AppError `bad-input` (volume), `not-found` for what the viewer may not read, `signed-out`.
 */
export async function watchThing(
  deps: Deps,
  viewer: Viewer | null,
  input: { thing: string; volume: string },
): Promise<{ volume: WatchChoice }> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to watch this.')
  const volume = watchChoices.find((one) => one === input.volume)
  if (!volume) throw new AppError('bad-input', 'Choose how much you want to hear of it.', 'volume')
  const { thing } = input
  if (!(await mayRead(deps, viewer, thing))) throw new AppError('not-found', 'There is nothing here to watch.')
  const { actorId } = viewer
  await deps.store.tx((q) =>
    volume === 'addressed'
      ? forgetVolume(q, actorId, thing)
      : chooseVolume(q, { actorId, things: [thing], volume, at: deps.now() }),
  )
  return { volume }
}

async function mayRead(deps: Deps, viewer: Viewer, thing: string): Promise<boolean> {
  const q = deps.store.read
  const [sort, id = '', ...more] = thing.split('/')
  if (more.length > 0) return false
  switch (sort) {
    case 'entry':
      return can(viewer, 'atlas.read', null) && (await findEntryById(q, id))?.currentVersion != null
    case 'draft': {
      const found = await findDraftFor(q, id, viewer.actorId)
      return found !== undefined && can(viewer, 'draft.read', found.thing)
    }
    case 'thread':
      return (await findReadableThread(q, viewer, id)) !== null
    case 'tag':
      return (await readableAtlas(deps, viewer)).tags().has(id)
    default:
      return false
  }
}
