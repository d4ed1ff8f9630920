import { talkAct } from '#app/features/workshops/talk-act.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'

type Typed = Record<string, string>

/** The act that a form on the console asks for; null for an intent that it does not know. */
export function consoleAct(
  services: Services,
  viewer: Viewer | null,
  workshopId: string,
  typed: Typed,
): Promise<unknown> | null {
  const { to, from, threadId = '', candidate, into = '', ballotId = '' } = typed
  const talk = talkAct(typed.intent, typed)
  if (talk) return talk(services, viewer, workshopId)
  const acts: Record<string, () => Promise<unknown>> = {
    start: () => services.startWorkshop(viewer, { workshopId }),
    move: () => services.changePhase(viewer, { workshopId, move: typed.move ?? '', from }),
    go: () => services.changePhase(viewer, { workshopId, move: 'go', to, from }),
    end: () => services.endWorkshop(viewer, { workshopId }),
    pause: () => services.pauseWorkshop(viewer, { workshopId }),
    resume: () => services.resumeWorkshop(viewer, { workshopId }),
    time: () => services.addTime(viewer, { workshopId, minutes: typed.minutes ?? '' }),
    spread: () => services.spreadTime(viewer, { workshopId }),
    lock: () => services.lockWriting(viewer, { workshopId, locked: true }),
    unlock: () => services.lockWriting(viewer, { workshopId, locked: false }),
    broadcast: () => services.broadcast(viewer, { workshopId, broadcast: typed.broadcast ?? '' }),
    spotlight: () => services.spotlight(viewer, { workshopId, threadId, candidate }),
    projector: () => services.chooseProjection(viewer, { workshopId, projector: typed.projector ?? '' }),
    undo: () => services.undoAct(viewer, { workshopId, at: typed.at ?? '' }),
    merge: () => services.mergeCandidate(viewer, { threadId, candidate: candidate ?? '', into }),
    adopt: () => adopt(services, viewer, { threadId, candidate: candidate ?? '' }),
    ballot: () => {
      const { draftId = '', minutes = '', quorum = '' } = typed
      return services.openRoomBallot(viewer, { workshopId, draftId, minutes, quorum })
    },
    'to-tables': () => services.goToTables(viewer, { workshopId }),
    plenum: () => services.backToPlenum(viewer, { workshopId }),
    seat: () => services.moveToTable(viewer, { workshopId, actorId: typed.actorId ?? '', table: typed.table ?? '' }),
    'take-table': () => {
      const { table = '', part = '', mine, theirs } = typed
      return services.takeFromTable(viewer, { workshopId, table, part, mine, theirs })
    },
    'tables-away': () => services.putTablesAway(viewer, { workshopId }),
    remove: () => services.removePerson(viewer, { workshopId, actorId: typed.actorId ?? '' }),
    'let-in': () => services.answerDoor(viewer, { workshopId, act: 'let-in', actorId: typed.actorId ?? '' }),
    'turn-away': () => services.answerDoor(viewer, { workshopId, act: 'turn-away', actorId: typed.actorId ?? '' }),
    'revoke-code': () => services.changeWorkshopCode(viewer, { workshopId, act: 'revoke' }),
    'renew-code': () => services.changeWorkshopCode(viewer, { workshopId, act: 'renew' }),
    close: () => services.closeBallot(viewer, { ballotId, reason: typed.reason }),
    extend: () => {
      const closesAt = Number(typed.closesAt) + Number(typed.minutes) * 60_000
      return services.extendBallot(viewer, { ballotId, closesAt, reason: 'The room needs more time.' })
    },
    votes: () => {
      const { source = '', agree = '', unsure = '', disagree = '' } = typed
      return services.countAdvisory(viewer, { workshopId, ballotId, source, agree, unsure, disagree })
    },
  }
  return Object.hasOwn(acts, typed.intent ?? '') ? (acts[typed.intent ?? '']?.() ?? null) : null
}

/** Puts a wording into the draft: carried as a suggestion under its author's name, and accepted. */
async function adopt(services: Services, viewer: Viewer | null, input: { threadId: string; candidate: string }) {
  const { suggestionId } = await services.carryCandidate(viewer, input)
  await services.acceptSuggestion(viewer, { suggestionId })
}
