import { listChangedMinds } from '../../db/queries/minds.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Stance } from '../../domain/threads/reactions.ts'
import type { LoadedThread } from '../usecases/threads/thread-access.ts'

/** How many people one contribution names. */
const mostNamed = 5

export interface ChangedMindView {
  actorId: string
  name: string
  from: Stance
  to: Stance
  words: string
  mine: boolean
  mayTakeBack: boolean
}

export interface MindsView {
  /** How many people say that it changed their mind. */
  n: number
  /** The viewer first, then the first of the others. */
  named: ChangedMindView[]
}

/** Whose mind each of these contributions changed ([T31]); those that changed nobody's are left out. */
export async function mindsOf(
  q: Q,
  viewer: Viewer | null,
  { thing }: Pick<LoadedThread, 'thing'>,
  contributionIds: readonly string[],
): Promise<ReadonlyMap<string, MindsView>> {
  const views = new Map<string, MindsView>()
  for (const { mind, name } of await listChangedMinds(q, contributionIds)) {
    const { actorId, from, to, words } = mind
    const mine = actorId === viewer?.actorId
    const one = {
      actorId,
      name,
      mine,
      from,
      to,
      words,
      mayTakeBack: can(viewer, 'said.take-back', { ...thing, saidBy: actorId }),
    }
    const { n, named } = views.get(mind.contributionId) ?? { n: 0, named: [] }
    views.set(mind.contributionId, { n: n + 1, named: mine ? [one, ...named] : [...named, one] })
  }
  for (const view of views.values()) view.named = view.named.slice(0, mostNamed)
  return views
}
