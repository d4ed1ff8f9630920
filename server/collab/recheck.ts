import { closeCodes } from '../../collab/close-codes.ts'
import type { Deps } from '../deps.ts'
import type { Request } from './access.ts'
import { accessOf } from './access.ts'
import type { Connection } from './connection.ts'

/** Looks again at what somebody may do, and closes the socket of whoever lost a right (SPEC [W9]). */
export async function recheck(deps: Deps, connection: Connection, request: Request, degraded: boolean): Promise<void> {
  try {
    const access = await accessOf(deps, request)
    if ('closeCode' in access) return connection.close(access.closeCode, access.reason || 'rights changed')
    const mayWrite = access.mayWrite && connection.room.damage === null
    if (connection.mayWrite && !mayWrite) return connection.close(closeCodes.notAllowed, 'rights changed')
    const gained = mayWrite !== connection.mayWrite
    connection.viewer = access.viewer
    connection.mayWrite = mayWrite
    connection.mayRemoveMuch = access.mayRemoveMuch
    if (gained) connection.sendStatus(degraded)
  } catch (error) {
    deps.log.error({ err: error }, 'socket: rights cannot be checked')
    connection.close(closeCodes.slow, 'try again later')
  }
}
