import { findActorNames } from '../../db/queries/actors.ts'
import { countElectors, countPapers, findBallot } from '../../db/queries/ballots.ts'
import { listCandidates } from '../../db/queries/candidates.ts'
import { findDraftFor, listBallotsOfDraft } from '../../db/queries/drafts.ts'
import { listDraftObjections } from '../../db/queries/objections.ts'
import { listEventsAfter } from '../../db/queries/record.ts'
import { listContributionOutline, listDraftThreads } from '../../db/queries/threads.ts'
import type { PhaseRow, WorkshopRow } from '../../db/queries/workshops.ts'
import { listWorkshopDrafts } from '../../db/queries/workshops.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { resultLabel } from '../../domain/ballots/outcome-words.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import type { Told, Visit } from '../../domain/workshops/minutes.ts'
import { mostPresent, visitsOf } from '../../domain/workshops/minutes.ts'
import type { Deps } from '../deps.ts'
import type { ShownAdvisory } from './advisory.ts'
import { shownAdvisory } from './advisory.ts'
import type { RoundMinutes } from './table-minutes.ts'
import { tableMinutes } from './table-minutes.ts'

const mostEvents = 5_000

export interface DraftMinutes {
  id: string
  title: string
  /** Wordings proposed in the hearings of the room; what is still silent is left out. */
  candidates: { n: number; text: string; author: string; state: string; mergedInto: number | null; carried: boolean }[]
  reasons: { for: number; against: number; other: number }
  ballots: {
    id: string
    question: string
    result: string
    turnout: number
    electorate: number
    /** What stood beside it in this room, not counted; null until it has closed. */
    advisory: ShownAdvisory | null
  }[]
  /** Objections and what became of them. */
  dissent: { owner: string | null; text: string; disposition: string }[]
  /** What its tables did, each time that the room split. */
  tables: RoundMinutes[]
  /** Threads that go on, with who began them. */
  open: { id: string; title: string; owner: string }[]
}

export interface Minutes {
  visits: (Visit & { title: string; planned: number })[]
  present: number
  drafts: DraftMinutes[]
  /** Drafts that this viewer may not read. */
  hidden: number
}

/** The minutes of a workshop so far (workshops SPEC [M1], [M2]). */
export async function minutesOf(
  deps: Deps,
  viewer: Viewer | null,
  workshop: WorkshopRow,
  phases: readonly PhaseRow[],
): Promise<Minutes> {
  const q = deps.store.read
  const events = await listEventsAfter(q, 0, mostEvents, { subject: `workshop/${workshop.id}` })
  const drafts = await listWorkshopDrafts(q, workshop.id)
  const threadIds = new Set(phases.map(({ threadId }) => threadId))
  const made = await Promise.all(drafts.map((draft) => ofDraft(deps, viewer, { workshop, events }, draft, threadIds)))
  return {
    visits: visitsOf(events).map((visit) => {
      const phase = phases.find(({ position }) => position === visit.position)
      return { ...visit, title: phase?.title ?? `Phase ${visit.position}`, planned: phase?.minutes ?? 0 }
    }),
    present: mostPresent(events),
    drafts: made.filter((one) => one !== null),
    hidden: made.filter((one) => one === null).length,
  }
}

async function ofDraft(
  deps: Deps,
  viewer: Viewer | null,
  { workshop: { id: workshopId, startedAt, endedAt }, events }: { workshop: WorkshopRow; events: readonly Told[] },
  { id, title }: { id: string; title: string },
  threadIds: ReadonlySet<string | null>,
): Promise<DraftMinutes | null> {
  const q = deps.store.read
  const found = await findDraftFor(q, id, viewer?.actorId ?? null)
  if (!found || !can(viewer, 'draft.read', found.thing)) return null
  const within = (at: number) => at >= (startedAt ?? 0) && at <= (endedAt ?? Number.POSITIVE_INFINITY)
  const threads = await listDraftThreads(q, id)
  const rows = (
    await Promise.all(threads.filter((one) => threadIds.has(one.id)).map((one) => listCandidates(q, one.id, null)))
  )
    .flat()
    .filter(({ sealedIn }) => sealedIn === null)
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  const said = (await Promise.all(threads.map((one) => listContributionOutline(q, one.id))))
    .flat()
    .filter(({ createdAt, deletedAt }) => deletedAt === null && within(createdAt))
  const reasons = {
    for: said.filter(({ type }) => type === 'for').length,
    against: said.filter(({ type }) => type === 'against').length,
  }
  return {
    id,
    title,
    candidates: rows.map(({ n, text, authorId, state, mergedInto, suggestionId }) => ({
      ...{ n, text: shownWords(text), state, mergedInto },
      author: names.get(authorId) ?? '',
      carried: suggestionId !== null,
    })),
    reasons: { ...reasons, other: said.length - reasons.for - reasons.against },
    ballots: await ballotsWithin(deps, { workshopId, draftId: id }, within),
    dissent: (await listDraftObjections(q, id))
      .filter(({ objection }) => !objection.sealed && within(objection.createdAt))
      .map(({ objection, owner }) => ({
        owner,
        text: objection.text,
        disposition: objection.disposition.replaceAll('-', ' '),
      })),
    tables: await tableMinutes(q, workshopId, id, events),
    open: threads
      .filter(({ state }) => state === 'open')
      .map((thread) => ({ id: thread.id, title: thread.title, owner: thread.openedBy })),
  }
}

async function ballotsWithin(
  deps: Deps,
  { workshopId, draftId }: { workshopId: string; draftId: string },
  within: (at: number) => boolean,
): Promise<DraftMinutes['ballots']> {
  const q = deps.store.read
  const listed = await listBallotsOfDraft(q, draftId)
  const rows = await Promise.all(listed.map(({ id }) => findBallot(q, id)))
  const here = rows.filter((row) => row !== undefined).filter(({ opensAt }) => within(opensAt))
  const advisory = await shownAdvisory(q, here, workshopId)
  return Promise.all(
    here.map(async ({ id, question, state, outcome }) => ({
      ...{ id, question },
      // What is not closed says nothing of how it goes.
      result: state === 'closed' && outcome ? resultLabel(outcome.result) : state === 'open' ? 'Still open' : state,
      turnout: await countPapers(q, id),
      electorate: await countElectors(q, id),
      advisory: advisory.get(id)?.[0] ?? null,
    })),
  )
}
