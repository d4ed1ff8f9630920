import { countSealedAuthors, listCandidates } from '../../db/queries/candidates.ts'
import { findDraft, findDraftFor } from '../../db/queries/drafts.ts'
import { listContributionOutline } from '../../db/queries/threads.ts'
import { listWaiting } from '../../db/queries/workshop-door.ts'
import { listPhases, listWorkshopDrafts } from '../../db/queries/workshops.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { effectsOf } from '../../domain/workshops/effects.ts'
import { waitsUnseen } from '../../domain/workshops/joining.ts'
import { isSilent } from '../../domain/workshops/phases.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { findReadableThread } from '../usecases/threads/thread-access.ts'
import { loadWorkshop, mayLead, presentNow, presentPhase } from '../usecases/workshops/workshop-access.ts'
import type { CandidateView } from './candidates-of.ts'
import { candidatesOf } from './candidates-of.ts'
import type { QrPath } from './qr-path.ts'
import type { ConsoleBallot, RoomBallot } from './room-ballot.ts'
import { consoleBallot, wallBallot } from './room-ballot.ts'
import type { RoomPerson } from './room-people.ts'
import { roomPeople } from './room-people.ts'
import type { ConsoleTables } from './room-tables.ts'
import { consoleTables, wallTables } from './room-tables.ts'
import type { RoomTalk } from './room-talk.ts'
import { roomTalk } from './room-talk.ts'
import { roomThread } from './room-work.ts'
import type { ArguedWording } from './wall-argument.ts'
import { wallArgument } from './wall-argument.ts'
import { wallText } from './wall-text.ts'
import { joinOf } from './workshop-pages.ts'
import type { RoomView } from './workshop-room.ts'
import { roomView } from './workshop-room.ts'

export interface ConsolePage {
  room: RoomView
  present: number
  draft: { id: string; title: string } | null
  /** What going on, or starting, does. */
  next: { title: string; effects: string[] } | null
  threadId: string | null
  /** Its hearing is not resolved, which publishing waits for. */
  hearingOpen: boolean
  candidates: CandidateView[]
  ballot: ConsoleBallot | null
  leads: boolean
  /** Nobody new gets in with the code. */
  codeRevoked: boolean
  people: RoomPerson[]
  /** Null for a workshop without tables. */
  tables: ConsoleTables | null
  /** Guests at the door, who asked first first. */
  waiting: { actorId: string; name: string; askedAt: number }[]
  talk: RoomTalk
}

/** Everything a facilitator directs a room by. @throws AppError `not-found`, `not-allowed`, `signed-out`. */
export async function workshopConsole(deps: Deps, viewer: Viewer | null, id: string): Promise<ConsolePage> {
  const q = deps.store.read
  const { workshop, thing } = await loadWorkshop(q, viewer, id)
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  mayLead(viewer, thing)
  const phases = await listPhases(q, id)
  const room = roomView(workshop, phases, deps.now())
  const present = await presentNow(deps, q, id)
  const following = room.phases.find(({ position }) => position === (room.phase ?? 0) + 1)
  const drafts = await listWorkshopDrafts(q, id)
  const [draft = null] = drafts
  const threadId = await roomThread(q, workshop, phases, drafts)
  const people = await roomPeople(q, workshop, deps.now())
  return {
    room,
    present,
    draft: draft && { id: draft.id, title: draft.title },
    next: following ? { title: following.title, effects: effectsOf(room.present, following, present) } : null,
    threadId,
    ...(await hearing(deps, viewer, threadId)),
    ballot: await consoleBallot(deps, viewer, { workshop, phase: presentPhase(workshop, phases) }),
    leads: workshop.leadId === viewer.actorId,
    codeRevoked: workshop.codeRevokedAt !== null,
    people,
    tables: await consoleTables(deps, viewer, workshop, people),
    waiting: await listWaiting(q, id, deps.now() - waitsUnseen),
    talk: await roomTalk(deps.store, id, viewer.actorId),
  }
}

async function hearing(
  deps: Deps,
  viewer: Viewer,
  threadId: string | null,
): Promise<Pick<ConsolePage, 'hearingOpen' | 'candidates'>> {
  const q = deps.store.read
  const loaded = threadId === null ? null : await findReadableThread(q, viewer, threadId)
  if (!loaded || loaded.thread.draftId === null) return { hearingOpen: false, candidates: [] }
  const hearingOpen = loaded.thread.state === 'open'
  const draft = await findDraft(q, loaded.thread.draftId)
  const outline = await listContributionOutline(q, loaded.thread.id)
  const view = await candidatesOf(deps, viewer, loaded, draft, outline, true)
  if (view === null || view === 'unreadable') return { hearingOpen, candidates: [] }
  return { hearingOpen, candidates: view.list.filter(({ state }) => state === 'standing') }
}

export interface ProjectorView {
  room: RoomView
  present: number
  join: { url: string; qr: QrPath } | null
  draft: string | null
  /** Wordings of the room, without names; the one that everybody is asked to look at has `shown`. */
  wordings: { n: number; text: string; shown: boolean }[]
  /** The reasons for and against each of them. */
  argument: ArguedWording[]
  /** What stands in the draft at the place the room works on. */
  text: Block[] | string | null
  ballot: RoomBallot | null
  /** While the room sits at tables, and in plenum where what they wrote is shown. */
  tables: Awaited<ReturnType<typeof wallTables>>
  /** In a silent phase, how many have sent something. */
  sent: number | null
  /** What the wall listens to. */
  topics: string[]
}

/**
 * What a room sees on its wall: no names, and of the drafts only what the viewer may read.
 *
 * @throws AppError `not-found`, `signed-out`.
 */
export async function projectorView(
  deps: Deps,
  viewer: Viewer | null,
  id: string,
  origin: string,
): Promise<ProjectorView> {
  const q = deps.store.read
  const { workshop } = await loadWorkshop(q, viewer, id)
  const phases = await listPhases(q, id)
  const drafts = await listWorkshopDrafts(q, id)
  const threadId = workshop.spotlight?.threadId ?? (await roomThread(q, workshop, phases, drafts))
  const loaded = threadId === null ? null : await findReadableThread(q, viewer, threadId)
  const rows = loaded ? await listCandidates(q, loaded.thread.id, null) : []
  const found = drafts[0] && (await findDraftFor(q, drafts[0].id, viewer?.actorId ?? null))
  const readable = found !== undefined && can(viewer, 'draft.read', found.thing)
  // What is sealed is on no wall.
  const open = rows.filter(({ state, sealedIn }) => state === 'standing' && sealedIn === null)
  const ballot = await wallBallot(deps, viewer, { workshop, phase: presentPhase(workshop, phases) })
  const phase = workshop.state === 'live' ? presentPhase(workshop, phases) : undefined
  const silent = phase !== undefined && isSilent(phase.kind)
  const topics = [`workshop/${id}`, ...(readable ? [`draft/${found.draft.id}`] : [])]
  if (loaded) topics.push(`thread/${loaded.thread.id}`)
  if (ballot) topics.push(`ballot/${ballot.id}`)
  return {
    room: roomView(workshop, phases, deps.now()),
    present: await presentNow(deps, q, id),
    join: workshop.codeRevokedAt === null ? joinOf(workshop, deps.env.publicUrl ?? origin) : null,
    draft: readable ? found.draft.title : null,
    wordings: open.map(({ n, text }) => ({ n, text, shown: workshop.spotlight?.candidate === n })),
    argument: loaded ? await wallArgument(q, loaded.thread.id, open) : [],
    text: await wallText(deps, viewer, loaded?.thread ?? null, readable ? found.draft : null),
    ballot,
    sent: silent ? await countSealedAuthors(q, id) : null,
    topics,
    tables: await wallTables(deps, viewer, workshop),
  }
}
