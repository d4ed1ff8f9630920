import { findLogRow, lastLoggedBefore, listLogTimesBetween } from '../../db/queries/doc-log.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { findDraftFor } from '../../db/queries/drafts.ts'
import { listEventsAfter } from '../../db/queries/record.ts'
import { listPhases, listWorkshopDrafts } from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { momentAddress } from '../../domain/history/moment.ts'
import { visitsOf } from '../../domain/workshops/minutes.ts'
import type { Step, Stretch } from '../../domain/workshops/replay.ts'
import { earlierStep, laterStep, stepIn, stretchesOf } from '../../domain/workshops/replay.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { historiesOf } from '../history/histories.ts'
import { loadWorkshop } from '../usecases/workshops/workshop-access.ts'
import { comparison } from './comparison.ts'
import type { ShownContent } from './entry-content.ts'
import { shownContent } from './entry-content.ts'

const mostEvents = 5_000
const mostChanges = 200_000

export interface ReplayVisit extends Stretch {
  title: string
  from: number
  to: number | null
}

export interface ReplayText {
  step: Step
  /** The moment in the draft's own history; null before its first change. */
  moment: { address: string; at: number; by: string } | null
  shown: ShownContent
  /** What changed from the beginning of the phase until this moment. */
  comparison: Comparison
  earlier: Step | null
  later: Step | null
}

export interface WorkshopReplay {
  room: { id: string; title: string; zone: string; state: 'planned' | 'live' | 'ended' }
  drafts: { id: string; title: string }[]
  /** How many drafts are not open to the viewer. */
  hidden: number
  draft: { id: string; title: string } | null
  visits: ReplayVisit[]
  /** Null where there is nothing to replay, or what was written then was removed for good. */
  text: ReplayText | null
  removed: boolean
}

interface Asked {
  id: string
  draft: string | null
  /** From 1, in the order in which the room was in them. */
  visit: string | null
  /** Number of a change. */
  at: string | null
}

/**
 * A workshop replayed against one of its drafts: what it said in each phase (workshops SPEC [R1]–[R3]).
 *
 * @throws AppError `not-found`, `signed-out`; `conflict` where it has not begun.
 */
export async function workshopReplay(deps: Deps, viewer: Viewer | null, asked: Asked): Promise<WorkshopReplay> {
  const q = deps.store.read
  const { workshop } = await loadWorkshop(q, viewer, asked.id)
  if (workshop.startedAt === null)
    throw new AppError('conflict', 'This workshop has not begun: there is no replay yet.')
  const { id, title, zone, state } = workshop
  const linked = await listWorkshopDrafts(q, id)
  const found = await Promise.all(linked.map((one) => findDraftFor(q, one.id, viewer?.actorId ?? null)))
  const readable = found.flatMap((one) => (one && can(viewer, 'draft.read', one.thing) ? [one.draft] : []))
  const draft = readable.find((one) => one.id === asked.draft) ?? readable[0] ?? null
  const phases = await listPhases(q, id)
  const times = visitsOf(await listEventsAfter(q, 0, mostEvents, { subject: `workshop/${id}` }))
  const stretches = draft === null ? [] : await stretchesIn(q, draft, times)
  // A generation begins where something was removed for good; what was before it is gone.
  const removed = draft !== null && draft.generation > 1 && stretches[0]?.before === 0
  const visit = /^[1-9]\d{0,3}$/.test(asked.visit ?? '') ? Number(asked.visit) - 1 : null
  const at = /^\d{1,9}$/.test(asked.at ?? '') ? Number(asked.at) : null
  const step = stepIn(stretches, { visit, at })
  return {
    room: { id, title, zone, state },
    drafts: readable.map((one) => ({ id: one.id, title: one.title })),
    hidden: linked.length - readable.length,
    draft: draft && { id: draft.id, title: draft.title },
    visits: times.map(({ position, from, to }, i) => ({
      title: phases.find((one) => one.position === position)?.title ?? `Phase ${position}`,
      ...{ from, to, before: stretches[i]?.before ?? 0, after: stretches[i]?.after ?? 0 },
    })),
    text: draft === null || step === null || removed ? null : await textIn(deps, draft, stretches, step),
    removed,
  }
}

async function stretchesIn(
  q: Q,
  { id, generation }: DraftRow,
  times: readonly { from: number; to: number | null }[],
): Promise<Stretch[]> {
  const first = times[0]
  if (!first) return []
  const log = { draftId: id, generation }
  const until = times.at(-1)?.to ?? Number.MAX_SAFE_INTEGER
  const begun = await lastLoggedBefore(q, log, first.from)
  return stretchesOf(times, await listLogTimesBetween(q, log, first.from, until, mostChanges), begun)
}

async function textIn(
  deps: Deps,
  { id, kind, generation }: DraftRow,
  stretches: readonly Stretch[],
  step: Step,
): Promise<ReplayText> {
  const log = { draftId: id, kind, generation }
  const histories = historiesOf(deps.store)
  const before = await histories.textAt(log, { generation, seq: stretches[step.visit]?.before ?? 0 })
  const content = await histories.textAt(log, { generation, seq: step.at })
  const row = await findLogRow(deps.store.read, log, step.at)
  return {
    step,
    moment: row ? { address: momentAddress({ generation, seq: step.at }), at: row.at, by: row.name } : null,
    shown: await shownContent(deps, content),
    comparison: await comparison(deps, before, content),
    earlier: earlierStep(stretches, step),
    later: laterStep(stretches, step),
  }
}
