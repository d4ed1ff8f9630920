import { findDraft } from '../../../db/queries/drafts.ts'
import { findOpenHearing } from '../../../db/queries/threads.ts'
import type { PhaseRow } from '../../../db/queries/workshops.ts'
import {
  findWorkshopByCode,
  insertWorkshop,
  putFacilitator,
  replacePhases,
  setWorkshopDrafts,
} from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { defaultTitle, fitsPlace, hearingPlaces } from '../../../domain/threads/place.ts'
import type { PlannedPhase } from '../../../domain/workshops/agenda.ts'
import { codeBytes, makeCode } from '../../../domain/workshops/code.ts'
import { templates } from '../../../domain/workshops/templates.ts'
import type { PhaseKind } from '../../../domain/workshops/words.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { threadEvents } from '../threads/thread-access.ts'
import type { TypedDetails } from './workshop-details.ts'
import { checkDetails, checkDrafts } from './workshop-details.ts'

export interface NewWorkshop extends TypedDetails {
  /** Which agenda to begin with: `30`, `60` or `90`. */
  template: string
  /** What the room argues about in the first draft: `falsification`, `threshold`, or empty for no hearing. */
  hearing: string
}

/** Phases that work in the hearing. */
const inHearing: readonly PhaseKind[] = ['statements', 'argue', 'agree', 'co-write', 'last-call']

/**
 * Plans a workshop: its agenda from a template, its join code, and the hearing it argues in, opened where there is none
 * (workshops SPEC [L1], [A3], [J1]).
 *
 * @throws AppError `bad-input` (title, purpose, startsAt, zone, guests, capacity, draftIds, template, hearing),
 * `not-allowed`, `signed-out`.
 */
export async function createWorkshop(deps: Deps, viewer: Viewer | null, input: NewWorkshop): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to plan a workshop.')
  mayCreate(viewer)
  const details = checkDetails(input)
  const template = templates.find(({ id }) => id === input.template)
  if (!template) throw new AppError('bad-input', 'Choose an agenda to begin with.', 'template')
  const id = deps.newId()
  const opened: LiveEvent[] = []
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    mayCreate(by)
    const draftIds = await checkDrafts(q, by, input.draftIds)
    const threadId = await hearingIn(deps, q, by, draftIds[0] ?? '', input.hearing, opened)
    const now = deps.now()
    await insertWorkshop(q, {
      id,
      ...details,
      code: await unusedCode(deps, q),
      codeRevokedAt: null,
      atTables: null,
      rehearsal: false,
      state: 'planned',
      leadId: by.actorId,
      phase: null,
      phaseEndsAt: null,
      pausedLeft: null,
      locked: false,
      broadcast: null,
      spotlight: null,
      projector: 'follow',
      undo: null,
      createdBy: by.actorId,
      createdAt: now,
      startedAt: null,
      endedAt: null,
    })
    await setWorkshopDrafts(q, id, draftIds)
    await replacePhases(
      q,
      id,
      1,
      template.phases.map((phase, i) => plannedRow(id, i + 1, phase, threadId)),
    )
    await putFacilitator(q, id, by.actorId, now)
    await recordEvent(deps, q, {
      type: 'workshop.planned',
      subject: `workshop/${id}`,
      payload: { by: by.actorId, drafts: draftIds, phases: template.phases.length, startsAt: details.startsAt },
    })
  })
  deps.live.publish(opened)
  return { id }
}

/** @throws AppError `not-allowed`. */
function mayCreate(viewer: Viewer): void {
  if (can(viewer, 'workshop.create', null)) return
  throw new AppError('not-allowed', 'Planning a workshop needs the role of a facilitator or a moderator.')
}

/** A line of an agenda as it is kept before anything of it happened. */
export function plannedRow(
  workshopId: string,
  position: number,
  phase: PlannedPhase,
  threadId: string | null,
): PhaseRow {
  const working = inHearing.includes(phase.kind)
  return {
    workshopId,
    position,
    ...phase,
    minutesNow: phase.minutes,
    threadId: working ? threadId : null,
    ballotId: null,
    startedAt: null,
    endedAt: null,
  }
}

/** The open hearing of the draft, or a new one. @throws AppError `bad-input` (hearing). */
async function hearingIn(
  deps: Deps,
  q: Q,
  by: Viewer,
  draftId: string,
  typed: string,
  opened: LiveEvent[],
): Promise<string | null> {
  if (typed === '') return null
  const kind = (['falsification', 'threshold'] as const).find((one) => one === typed)
  const draft = await findDraft(q, draftId)
  if (!kind || !draft) throw new AppError('bad-input', 'Choose what the room argues about.', 'hearing')
  const place = hearingPlaces[kind][0]
  if (!fitsPlace(draft.kind, place, kind)) {
    throw new AppError('bad-input', `A ${draft.kind} has no such text to argue about. Choose no hearing.`, 'hearing')
  }
  const about = { entryId: draft.entryId, draftId, version: null }
  const found = await findOpenHearing(q, about, kind)
  if (found) return found.id
  const title = defaultTitle(draft.kind, place, kind)
  const thread = await beginThread(deps, q, by, { ...about, place, kind, title, header: {}, anchored: false })
  opened.push(...threadEvents(thread, 'thread.opened'))
  return thread.id
}

/** A join code that no workshop has or had ([J1]). @throws AppError `unavailable`. */
export async function unusedCode(deps: Deps, q: Q): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = makeCode(deps.randomBytes(codeBytes))
    if (code !== null && !(await findWorkshopByCode(q, code))) return code
  }
  throw new AppError('unavailable', 'No free join code was found. Try again.')
}
