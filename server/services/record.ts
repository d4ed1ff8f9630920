import type { Deps } from '../deps.ts'
import { checkRecord } from '../usecases/record/check-record.ts'
import { adminRooms } from '../views/admin-rooms.ts'
import { recordPage, recordView } from '../views/record-page.ts'
import { bind } from './bind.ts'

export const recordServices = (deps: Deps) => bind(deps, { adminRooms, recordPage, recordView, checkRecord })
