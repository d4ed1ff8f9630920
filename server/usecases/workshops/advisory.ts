import { findAdvisory, setCounted } from '../../../db/queries/advisory-answers.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallot, isElector } from '../../../db/queries/ballots.ts'
import { insertHum, setHumAnswer } from '../../../db/queries/workshop-talk.ts'
import { listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { partyOf } from '../../../domain/access/room-rights.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { draftsUnder } from '../../../domain/ballots/forks.ts'
import { canCount } from '../../../domain/ballots/time.ts'
import { stanceLabels, stances } from '../../../domain/threads/reactions.ts'
import { countedSources, readCounts } from '../../../domain/workshops/advisory.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom, presentRights } from '../accounts/present-rights.ts'
import { loadLedRoom, loadOwnRoom, loadPhaseAct, roomEvents } from './room-access.ts'

/**
 * Says beside a ballot what one thinks, for who does not vote in it (workshops SPEC [V3]); a later answer replaces it.
 *
 * @throws AppError `bad-input` (stance), `conflict` in another phase and for who is on the electorate, `too-late` once
 * the ballot has closed, `not-found`, `not-allowed`, `signed-out`.
 */
export async function giveAdvisory(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, ballotId, stance }: { workshopId: string; ballotId: string; stance: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'You are not in this workshop any more. Join it with its code.')
  const type = 'workshop.advisory-given'
  await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, viewer, deps.now())
    const room = await loadOwnRoom(q, by, workshopId)
    await loadPhaseAct(q, room, partyOf(by, { facilitator: room.person.role === 'facilitator' }), 'vote')
    const answer = stances.find((one) => one === stance)
    if (!answer) throw new AppError('bad-input', `Choose one of: ${Object.values(stanceLabels).join(', ')}.`, 'stance')
    const ballot = await openBallotOf(deps, q, workshopId, ballotId)
    if (await isElector(q, ballotId, by.actorId)) {
      throw new AppError('conflict', 'You are on the electorate: vote in the ballot itself.')
    }
    const humId = await beside(deps, q, workshopId, ballot)
    const { actorId } = by
    const id = deps.newId()
    await setHumAnswer(q, { id, humId, actorId, answer, count: 1, source: 'online', at: deps.now() })
    await recordEvent(deps, q, {
      type,
      subject: `workshop/${workshopId}`,
      payload: { ballot: ballotId },
      leaf: { by: actorId, answer },
    })
  })
  deps.live.publish(roomEvents(workshopId, type))
}

/**
 * Enters what was counted of raised hands or paper slips beside a ballot, in the place of an earlier count that was
 * taken alike ([V4]).
 *
 * @throws AppError `bad-input` (source, agree, unsure, disagree), `too-late` once the ballot has closed, `conflict`,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function countAdvisory(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; ballotId: string; source: string; agree: string; unsure: string; disagree: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { workshopId, ballotId } = input
  const type = 'workshop.votes-entered'
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop } = await loadLedRoom(q, by, workshopId)
    if (workshop.state !== 'live') throw new AppError('conflict', 'Votes of the room are entered while it is going on.')
    const source = countedSources.find((one) => one === input.source)
    if (!source) throw new AppError('bad-input', 'Say how they were taken: by hands, or on paper.', 'source')
    const read = readCounts(input)
    if ('field' in read) throw new AppError('bad-input', read.words, read.field)
    const humId = await beside(deps, q, workshopId, await openBallotOf(deps, q, workshopId, ballotId))
    const at = deps.now()
    const rows = stances.map((answer) => ({ id: deps.newId(), answer, count: read.counts[answer] }))
    await setCounted(
      q,
      { humId, source },
      rows.map((row) => ({ ...row, humId, actorId: null, source, at })),
    )
    await recordEvent(deps, q, {
      type,
      subject: `workshop/${workshopId}`,
      // How many are told in the open once the ballot has closed.
      payload: { by: by.actorId, ballot: ballotId, source },
      leaf: { ...read.counts },
    })
  })
  deps.live.publish(roomEvents(workshopId, type))
}

async function openBallotOf(deps: Deps, q: Q, workshopId: string, ballotId: string): Promise<BallotRow> {
  const ballot = await findBallot(q, ballotId)
  const drafts = await listWorkshopDrafts(q, workshopId)
  const under = ballot ? draftsUnder(ballot) : []
  if (!ballot || !drafts.some(({ id }) => under.includes(id))) {
    throw new AppError('not-found', 'This workshop has no such ballot.')
  }
  if (ballot.state === 'open' && canCount(deps.now(), ballot.closesAt)) return ballot
  throw new AppError('too-late', 'This ballot is not open any more. Nothing was taken down.')
}

/** What stands beside the ballot in this room; begun with the first answer. @returns its id. */
async function beside(deps: Deps, q: Q, workshopId: string, { id: ballotId, question }: BallotRow): Promise<string> {
  const found = await findAdvisory(q, workshopId, ballotId)
  if (found) return found.id
  const id = deps.newId()
  await insertHum(q, { id, workshopId, question, ballotId, openedAt: deps.now(), closedAt: null })
  return id
}
