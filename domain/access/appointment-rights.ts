import type { Role, Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/** Somebody else's account, as appointing and suspending look at it. */
export interface AccountThing {
  actorId: string
  role: Role
}

/** Who gives an account another role: an admin, and never their own ([V1]). */
export function appoint(viewer: Viewer | null, account: AccountThing): boolean {
  return isMember(viewer) && viewer.role === 'admin' && account.actorId !== viewer.actorId
}

/** Who suspends an account, or lifts that: an admin; a moderator only those who do not moderate ([V2]). */
export function suspend(viewer: Viewer | null, account: AccountThing): boolean {
  if (!isModerator(viewer) || account.actorId === viewer.actorId) return false
  return viewer.role === 'admin' || (account.role !== 'moderator' && account.role !== 'admin')
}
