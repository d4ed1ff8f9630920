import type { SourceOwner } from '../../../db/queries/attached-sources.ts'
import { listAttached } from '../../../db/queries/attached-sources.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { holdFirstPost, limitWriting } from '../moderation/write-limits.ts'
import { signedIn } from '../threads/thread-access.ts'
import { attachSources } from './attach-sources.ts'
import type { TypedSource } from './read-sources.ts'
import { readSources } from './read-sources.ts'
import { loadOwner } from './source-access.ts'

export interface AddSource {
  /** The contribution or the objection that rests on them. */
  owner: SourceOwner
  sources: readonly TypedSource[]
}

/**
 * Adds sources to one's own contribution or objection ([T24] to [T27]).
 *
 * @throws AppError `bad-input` (`sources.<n>.<field>`), `conflict` where it is hidden, `too-many`, `gone` when the
 * contribution is deleted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function addSource(deps: Deps, viewer: Viewer | null, input: AddSource): Promise<void> {
  const asking = signedIn(viewer)
  const sources = readSources(input.sources, deps.now())
  if (sources.length === 0) {
    throw new AppError('bad-input', 'Name a page on the web or a source of this atlas.', 'sources.0.url')
  }
  const owner = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadOwner(q, by, input.owner)
    loaded.mayAdd()
    await refuseWithheld(q, loaded.thing)
    const { text, threadId, draftId } = loaded.said
    const urls = [...(await listAttached(q, loaded.owner)), ...sources].map(({ url }) => url)
    const field = 'sources.0.url'
    const writing = { actorId: by.actorId, threadId, draftId }
    await limitWriting(deps, q, writing, { text, urls, field })
    await attachSources(deps, q, by, loaded, sources)
    if ('contributionId' in loaded.owner) {
      await holdFirstPost(deps, q, writing, { kind: 'contribution', id: loaded.owner.contributionId })
    }
    await loaded.touch(q, deps.now())
    return loaded
  })
  deps.live.publish(owner.events('source.attached'))
}
