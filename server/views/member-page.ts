import { countPublicContributions, findMember, findProfile, listWritten } from '../../db/queries/profiles.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { writeRef } from '../../domain/moderation/refs.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { hiddenWords } from './hidden-words.ts'
import { myPositions } from './my-positions.ts'

/**
 * What a member stands for in public: what they say about themselves, published versions they wrote, positions they
 * hold by name, and how much they argued about what is published. Nothing of drafts, and nothing of votes.
 *
 * @throws AppError `not-found` for guests, for who left, and for nobody.
 */
export async function memberPage(deps: Deps, viewer: Viewer | null, actorId: string) {
  const q = deps.store.read
  const member = await findMember(q, actorId)
  if (!member) throw new AppError('not-found', 'There is no such member, or they have left.')
  const written = await listWritten(q, actorId)
  const { held } = await myPositions(q, actorId)
  const profile = await findProfile(q, actorId)
  return {
    actorId,
    ...member,
    ...profile,
    ...(await ofSelf(deps, viewer, actorId)),
    mayFlag: profile.bio !== '' && viewer?.actorId !== actorId && can(viewer, 'thing.flag', null),
    contributions: await countPublicContributions(q, actorId),
    written: written.map(({ kind, slug, ...version }) => ({
      ...version,
      href: `/${kindPath[kind]}/${slug}/v/${version.n}`,
    })),
    positions: held.filter(({ withdrawn }) => !withdrawn),
  }
}

/** What `/account/profile` shows: what one says about oneself. */
export async function profilePage(deps: Deps, viewer: Viewer | null) {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your profile.')
  const { actorId, name } = viewer
  return { actorId, name, ...(await findProfile(deps.store.read, actorId)), ...(await ofSelf(deps, viewer, actorId)) }
}

/** What stands in the place of what somebody said about themselves, where that is hidden. */
async function ofSelf(deps: Deps, viewer: Viewer | null, actorId: string) {
  const thing = writeRef({ kind: 'member', id: actorId })
  return { hidden: (await hiddenWords(deps.store.read, viewer, [{ thing, authorId: actorId }])).get(thing) ?? null }
}
