import type { Deps } from '../deps.ts'
import { addTime, pauseWorkshop, resumeWorkshop, spreadTime } from '../usecases/workshops/change-clock.ts'
import { changePhase, endWorkshop, startWorkshop } from '../usecases/workshops/change-phase.ts'
import { createWorkshop } from '../usecases/workshops/create-workshop.ts'
import { broadcast, chooseProjection, lockWriting, spotlight } from '../usecases/workshops/direct-room.ts'
import { editAgenda, editWorkshop } from '../usecases/workshops/edit-workshop.ts'
import { handLead, takeLead } from '../usecases/workshops/hand-lead.ts'
import { openRoomBallot } from '../usecases/workshops/open-room-ballot.ts'
import { undoAct } from '../usecases/workshops/undo-act.ts'
import { projectorView, workshopConsole } from '../views/workshop-live.ts'
import { minutesText } from '../views/workshop-minutes-text.ts'
import { newWorkshopPage, workshopEdit, workshopPage, workshopsPage } from '../views/workshop-pages.ts'
import { bind } from './bind.ts'

/** Live meetings. */
export const workshopServices = (deps: Deps) =>
  bind(deps, {
    addTime,
    broadcast,
    changePhase,
    chooseProjection,
    createWorkshop,
    editAgenda,
    editWorkshop,
    endWorkshop,
    handLead,
    lockWriting,
    minutesText,
    newWorkshopPage,
    openRoomBallot,
    pauseWorkshop,
    projectorView,
    resumeWorkshop,
    spotlight,
    spreadTime,
    startWorkshop,
    takeLead,
    undoAct,
    workshopConsole,
    workshopEdit,
    workshopPage,
    workshopsPage,
  })
