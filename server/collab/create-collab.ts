import type { Deps } from '../deps.ts'
import type { CollabService } from './service.ts'

/** The collaboration server on this process's database. */
export function createCollab(_deps: Omit<Deps, 'collab'>): CollabService {
  throw new Error('not built')
}
