import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/** What the rules need to know of a challenge to a published version. */
export interface ChallengeThing {
  state: 'open' | 'upheld' | 'dismissed' | 'withdrawn'
  /** Who challenged. */
  by: string
}

/** Nobody judges their own challenge. */
export function answerChallenge(viewer: Viewer | null, { state, by }: ChallengeThing): boolean {
  return state === 'open' && isModerator(viewer) && by !== viewer.actorId
}

export function withdrawChallenge(viewer: Viewer | null, { state, by }: ChallengeThing): boolean {
  return state === 'open' && isMember(viewer) && by === viewer.actorId
}

/** An author of the version, or a moderator, says that it still stands. */
export function affirmVersion(viewer: Viewer | null, { authorIds }: { authorIds: readonly string[] }): boolean {
  return isMember(viewer) && (authorIds.includes(viewer.actorId) || isModerator(viewer))
}
