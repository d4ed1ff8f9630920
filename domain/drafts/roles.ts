import type { RoomThing } from '../access/room-rights.ts'
import type { Viewer } from '../access/viewer.ts'
import { isMember } from '../access/viewer.ts'
import type { DraftState } from './moves.ts'
import { openDraftStates } from './moves.ts'

/** What a person may be in a draft, strongest first. There is always exactly one owner. */
export const draftRoles = ['owner', 'writer', 'commenter', 'reader'] as const
export type DraftRole = (typeof draftRoles)[number]

/** Roles that the owner gives to others. */
export const givenRoles = ['writer', 'commenter', 'reader'] as const
export type GivenRole = (typeof givenRoles)[number]

export const roleLabels: Record<DraftRole, string> = {
  owner: 'Owner',
  writer: 'Writes',
  commenter: 'Comments',
  reader: 'Reads',
}

interface WriteQuestion {
  state: DraftState
  deleted: boolean
  memberRole: DraftRole | null
  /** The live workshop that works on it; null or absent where none does. */
  workshop?: Pick<RoomThing, 'inRoom' | 'locked' | 'place'> | null
}

/** Why somebody who may not write sees the draft read-only, and what would change it. */
export function whyReadOnly(viewer: Viewer | null, { state, deleted, memberRole, workshop }: WriteQuestion): string {
  if (deleted) return 'This draft was deleted. Its text is kept.'
  if (!viewer) return 'Sign in to take part in writing.'
  if (viewer.suspended) return 'Your account is suspended at the moment. A moderator can lift that.'
  if (workshop && openDraftStates.some((open) => open === state)) return whyNotInRoom(workshop)
  if (!isMember(viewer)) return 'Your account may read. A moderator can make it a contributor.'
  if (state === 'published') return 'This draft was published. Propose a revision to change the entry further.'
  if (state === 'promoted') return 'This draft was adopted and waits for publication. Take it back to writing first.'
  if (state === 'returned') return 'The ballot returned this draft. Its owner can take it back to writing.'
  if (state === 'withdrawn' || state === 'archived') {
    return `This draft is ${state}. Its owner or a moderator can take it back to writing.`
  }
  if (state === 'merged') return 'This draft was merged into another one. Its owner can take it back to writing.'
  if (memberRole === 'commenter') return 'You may comment on this draft. Its owner can let you write.'
  if (memberRole === 'reader') return 'You may read this draft. Its owner can let you write.'
  return 'Only people its owner invited may write. Ask the owner, or argue in a thread.'
}

function whyNotInRoom({ inRoom, locked, place }: Pick<RoomThing, 'inRoom' | 'locked' | 'place'>): string {
  if (!inRoom) return 'A workshop is working on this draft now. To write, join it or wait until it has ended.'
  if (place === 'left')
    return 'The room sits at tables, and each table writes in its own version. This is the common text.'
  if (place === 'other-table') return 'This is the version of another table. You write in that of your own.'
  if (place === 'former-table')
    return 'The tables are over, and what this one wrote stands. The room goes on in the common text.'
  return locked
    ? 'Writing is locked in the workshop that works on this draft. Its facilitator opens it again.'
    : 'The workshop that works on this draft is in a phase in which you do not write. Wait for the next one.'
}
