import type { Viewer } from '../../domain/access/viewer.ts'
import type { Visitor } from '../accounts/start-session.ts'
import type { Deps } from '../deps.ts'
import { createOnlyOnce } from '../only-once.ts'
import { createEntryLimits } from '../rate-limits.ts'
import { countAdvisory, giveAdvisory } from '../usecases/workshops/advisory.ts'
import { answerDoor } from '../usecases/workshops/answer-door.ts'
import { askToSpeak } from '../usecases/workshops/ask-to-speak.ts'
import { changeCode } from '../usecases/workshops/change-code.ts'
import { answerHum, closeHum, countHands, openHum } from '../usecases/workshops/hum.ts'
import { joinWorkshop } from '../usecases/workshops/join-workshop.ts'
import { leaveWorkshop } from '../usecases/workshops/leave-workshop.ts'
import { removePerson } from '../usecases/workshops/remove-person.ts'
import { renameGuest } from '../usecases/workshops/rename-guest.ts'
import { renewedCode, roomData, roomDoor } from '../views/room-door.ts'
import { roomPage } from '../views/room-page.ts'
import { roomSaid } from '../views/room-said.ts'
import { roomText } from '../views/room-text.ts'
import { bind } from './bind.ts'

/** What happens in the room of a workshop: who is in it and what they say. How it is led is in `workshop.ts`. */
export const roomServices = (deps: Deps) => {
  const limits = createEntryLimits()
  return {
    /** See `createOnlyOnce`. */
    onlyOnce: createOnlyOnce(deps),
    ...bind(deps, {
      leaveWorkshop,
      removePerson,
      renameGuest,
      changeWorkshopCode: changeCode,
      renewedCode,
      roomData,
      roomPage,
      roomSaid,
      roomText,
      answerDoor,
      askToSpeak,
      giveAdvisory,
      countAdvisory,
      openHum,
      answerHum,
      closeHum,
      countHands,
    }),
    joinWorkshop: (viewer: Viewer | null, input: { code: string; name: string; visitor: Visitor }) =>
      joinWorkshop(deps, viewer, { ...input, limits }),
    roomDoor: (viewer: Viewer | null, input: { code: string; address: string }) =>
      roomDoor(deps, viewer, { ...input, limits }),
  }
}
