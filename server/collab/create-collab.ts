import type { Deps } from '../deps.ts'
import type { CollabService } from './service.ts'

/** The collaboration server on this process's database. */
export function createCollab(_deps: Omit<Deps, 'collab'>): CollabService {
  const notYet = () => Promise.reject(new Error('not built'))
  return {
    createDocument: notYet,
    readDraft: notYet,
    transact: notYet,
    reauthorise: () => undefined,
    handleUpgrade: (_request, socket) => void socket.destroy(),
    status: () => ({ rooms: 0, sockets: 0, dirtyRooms: 0, queuedBytes: 0 }),
    close: () => Promise.resolve(),
  }
}
