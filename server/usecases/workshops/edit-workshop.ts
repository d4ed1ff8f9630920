import type { PhaseRow } from '../../../db/queries/workshops.ts'
import { listWorkshopDrafts, replacePhases, setWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { oneLine } from '../../../domain/text/limits.ts'
import type { PlannedPhase } from '../../../domain/workshops/agenda.ts'
import { agendaFault, firstOpen, mostPhases } from '../../../domain/workshops/agenda.ts'
import type { PhaseKind, Writers } from '../../../domain/workshops/words.ts'
import { phaseKinds, writers } from '../../../domain/workshops/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { plannedRow } from './create-workshop.ts'
import type { Led } from './lead.ts'
import { lead } from './lead.ts'
import type { TypedDetails } from './workshop-details.ts'
import { checkDetails, checkDrafts } from './workshop-details.ts'

/**
 * Changes what a workshop is. Its day and its drafts stay as they are once it has begun.
 *
 * @throws AppError `bad-input` (as `createWorkshop`), `conflict` once it has ended, and as `lead`.
 */
export async function editWorkshop(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string } & TypedDetails,
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, { workshop, by }) => {
    refuseEnded({ workshop })
    const { startsAt, zone, ...details } = checkDetails(input)
    if (workshop.state !== 'planned') return { type: 'workshop.edited', change: { ...details, undo: null } }
    const before = (await listWorkshopDrafts(q, workshop.id)).map(({ id }) => id)
    const added = input.draftIds.filter((id) => id !== '' && !before.includes(id))
    if (workshop.rehearsal && added.length > 0) {
      throw new AppError('bad-input', 'A rehearsal works on its own copies alone.', 'draftIds')
    }
    const draftIds = [...before.filter((id) => input.draftIds.includes(id)), ...new Set(added)]
    await checkDrafts(q, by, draftIds, before)
    await setWorkshopDrafts(q, workshop.id, draftIds)
    const payload = { drafts: draftIds, startsAt }
    return { type: 'workshop.edited', payload, change: { ...details, startsAt, zone, undo: null } }
  })
}

/** One line of an agenda, as typed. */
export interface TypedPhase {
  /** The position it had; empty for a new one. */
  was: string
  kind: string
  title: string
  minutes: string
  writers: string
  locksAtEnd: boolean
  instruction: string
  material: string
}

/**
 * Puts these phases in the place of all that have not begun (workshops SPEC [A1], [A2]).
 *
 * @param input.first the first position that the page showed as open.
 * @throws AppError `bad-input` (`<n>.title`, `<n>.minutes` and so on, n from 0 among these phases; `phases`), `conflict`
 * where the room has gone on or has ended, and as `lead`.
 */
export async function editAgenda(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; first: string; phases: readonly TypedPhase[] },
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, led) => {
    const planned = input.phases.map(readPhase)
    const fault = agendaFault(planned)
    if (fault) throw new AppError('bad-input', fault.detail, `${fault.phase - 1}.${fault.field}`)
    refuseEnded(led)
    const { workshop, phases } = led
    const first = firstOpen(workshop.phase)
    if (Number(input.first) !== first) {
      const words = `The room went on to phase ${workshop.phase} meanwhile. What has begun stays as it was: take it out here, and save again.`
      throw new AppError('conflict', words, 'phases')
    }
    const kept = phases.filter(({ position }) => position < first)
    if (kept.length + planned.length > mostPhases) {
      throw new AppError('bad-input', `An agenda has at most ${mostPhases} phases.`, 'phases')
    }
    const rows = planned.map((phase, i) => keptRow(led, first + i, phase, input.phases[i]?.was ?? ''))
    await replacePhases(q, workshop.id, first, rows)
    const payload = { phases: kept.length + rows.length, from: first }
    return { type: 'workshop.agenda-changed', payload, change: { undo: null } }
  })
}

/** What was planned once stays to be compared with; only before the start it is planned anew. */
function keptRow({ workshop, phases }: Led, position: number, phase: PlannedPhase, was: string): PhaseRow {
  const before = phases.find((one) => one.position === Number(was) && one.position >= firstOpen(workshop.phase))
  const hearing = phases.find(({ threadId }) => threadId !== null)?.threadId ?? null
  const row = plannedRow(workshop.id, position, phase, hearing)
  if (!before) return row
  const { threadId, ballotId, startedAt, endedAt } = before
  const minutes = workshop.state === 'planned' ? phase.minutes : before.minutes
  return { ...row, minutes, ballotId, startedAt, endedAt, threadId: row.threadId && (threadId ?? hearing) }
}

function readPhase(typed: TypedPhase, i: number): PlannedPhase {
  const kind = phaseKinds.find((one): one is PhaseKind => one === typed.kind)
  if (!kind) throw new AppError('bad-input', 'Choose what the phase is for.', `${i}.kind`)
  const who = writers.find((one): one is Writers => one === typed.writers)
  if (!who) throw new AppError('bad-input', 'Say who may write in this phase.', `${i}.writers`)
  const material = checkText(typed.material, {
    field: `${i}.material`,
    label: 'the material',
    limit: 'note',
    optional: true,
  })
  return {
    kind,
    title: oneLine(typed.title).slice(0, 200),
    minutes: typed.minutes.trim() === '' ? Number.NaN : Number(typed.minutes),
    writers: who,
    locksAtEnd: typed.locksAtEnd,
    instruction: oneLine(typed.instruction),
    material,
  }
}

function refuseEnded({ workshop }: Pick<Led, 'workshop'>): void {
  if (workshop.state === 'ended')
    throw new AppError('conflict', 'This workshop has ended. Its page is its archive now.')
}
