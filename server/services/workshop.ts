import type { Deps } from '../deps.ts'
import { addTime, pauseWorkshop, resumeWorkshop, spreadTime } from '../usecases/workshops/change-clock.ts'
import { changePhase, endWorkshop, startWorkshop } from '../usecases/workshops/change-phase.ts'
import { createWorkshop } from '../usecases/workshops/create-workshop.ts'
import { broadcast, chooseProjection, lockWriting, spotlight } from '../usecases/workshops/direct-room.ts'
import { editAgenda, editWorkshop } from '../usecases/workshops/edit-workshop.ts'
import { handLead, takeLead } from '../usecases/workshops/hand-lead.ts'
import { openRoomBallot } from '../usecases/workshops/open-room-ballot.ts'
import { putTablesAway } from '../usecases/workshops/put-tables-away.ts'
import { rehearseWorkshop } from '../usecases/workshops/rehearse-workshop.ts'
import { moveToTable } from '../usecases/workshops/seat-person.ts'
import { backToPlenum, goToTables } from '../usecases/workshops/split-room.ts'
import { takeFromTable } from '../usecases/workshops/take-from-table.ts'
import { undoAct } from '../usecases/workshops/undo-act.ts'
import { seenNow } from '../views/room-seen.ts'
import { projectorView, workshopConsole } from '../views/workshop-live.ts'
import { minutesText } from '../views/workshop-minutes-text.ts'
import { newWorkshopPage, workshopEdit, workshopPage, workshopsPage } from '../views/workshop-pages.ts'
import { workshopReplay } from '../views/workshop-replay.ts'
import { bind } from './bind.ts'

/** Live meetings. */
export const workshopServices = (deps: Deps) =>
  bind(deps, {
    addTime,
    backToPlenum,
    broadcast,
    changePhase,
    chooseProjection,
    createWorkshop,
    editAgenda,
    editWorkshop,
    endWorkshop,
    goToTables,
    handLead,
    lockWriting,
    minutesText,
    moveToTable,
    newWorkshopPage,
    openRoomBallot,
    pauseWorkshop,
    projectorView,
    putTablesAway,
    rehearseWorkshop,
    resumeWorkshop,
    seenNow,
    spotlight,
    spreadTime,
    startWorkshop,
    takeFromTable,
    takeLead,
    undoAct,
    workshopConsole,
    workshopEdit,
    workshopPage,
    workshopReplay,
    workshopsPage,
  })
