import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findAccount, findDraft, findDraftFor } from '../../../db/queries/drafts.ts'
import { findEntryById } from '../../../db/queries/entries.ts'
import { listHolds } from '../../../db/queries/holds.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { asViewer } from '../../../domain/access/viewer.ts'
import { draftsDecided, draftsUnder, forksFault } from '../../../domain/ballots/forks.ts'
import { quorumFault } from '../../../domain/ballots/opening.ts'
import { refusalOf } from '../../../domain/ballots/plan.ts'
import { stateLabels } from '../../../domain/drafts/moves.ts'
import { completeness, missing } from '../../../domain/entries/completeness.ts'
import { heldWords, running } from '../../../domain/objections/holds.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { isAskable } from './ask-ballot.ts'

/** The texts of the drafts that a planned ballot is about, by draft; those of drafts that are gone are not among them. */
export type Readings = ReadonlyMap<string, DraftReading>

/** Reads them; it may wait for a commit, so call it before a transaction. */
export async function readPlanned(deps: Deps, ballot: BallotRow): Promise<Readings> {
  const readings = new Map<string, DraftReading>()
  for (const id of draftsUnder(ballot)) {
    const draft = await findDraft(deps.store.read, id)
    if (draft && draft.deletedAt === null) readings.set(id, await deps.collab.readDraft(id))
  }
  return readings
}

/** What would keep a planned ballot from opening at this moment, in words; null where nothing would ([B56]). */
export async function whyRefused(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  readings: Readings,
  actorIds: readonly string[],
): Promise<string | null> {
  const planner = await plannerOf(q, ballot.openedBy)
  const electorate =
    actorIds.length === 0
      ? 'Nobody could vote in it any more.'
      : (quorumFault(ballot.quorum, actorIds.length)?.words ?? null)
  if (ballot.draftId !== null) return draftFault(deps, q, ballot, { planner, readings, electorate }, ballot.draftId)
  const forks = ballot.options?.filter(({ draftId }) => draftId !== undefined) ?? []
  if (forks.length === 0) return (await questionFault(q, ballot, planner)) ?? electorate
  for (const { draftId = '', label } of forks) {
    const fault = await draftFault(deps, q, ballot, { planner, readings, electorate: null }, draftId)
    if (fault !== null) return `“${label}”: ${fault}`
  }
  const drafts = []
  for (const { draftId = '' } of forks) drafts.push(await findDraft(q, draftId))
  return forksFault(drafts.filter((draft) => draft !== undefined)) ?? electorate
}

async function questionFault(q: Q, ballot: BallotRow, planner: Viewer | null): Promise<string | null> {
  if (!can(planner, 'ballot.ask', null)) return 'Who planned it may not put a question about an entry any more.'
  const entry = await findEntryById(q, ballot.entryId)
  return entry && (await isAskable(q, entry)) ? null : 'The entry was withdrawn from the atlas.'
}

interface Met {
  planner: Viewer | null
  readings: Readings
  electorate: string | null
}

async function draftFault(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  { planner, readings, electorate }: Met,
  draftId: string,
): Promise<string | null> {
  const found = await findDraftFor(q, draftId, ballot.openedBy)
  const reading = readings.get(draftId)
  if (!found || reading === undefined || found.draft.deletedAt !== null) return 'The draft was deleted.'
  const { draft, thing } = found
  const [hold] = running(await listHolds(q, draft.id), deps.now())
  const entry = await findEntryById(q, draft.entryId)
  const opens = can(planner, 'ballot.open', thing)
  const manages = can(planner, 'draft.manage', thing)
  return refusalOf({
    draft:
      opens || !manages ? null : `The draft is in the state “${stateLabels[draft.state]}”, from which no ballot opens.`,
    planner: manages ? null : 'Who planned it may not open a ballot about this draft any more.',
    held: hold ? heldWords(hold) : null,
    missing: missing(completeness(reading.content)).map(({ label }) => label),
    outdated: (entry?.currentVersion ?? null) !== draft.baseVersion,
    electorate,
    binding: draftsDecided(ballot).length > 0,
  })
}

/** Who planned a ballot, with the rights that hold now; null where the account is gone. */
async function plannerOf(q: Q, actorId: string): Promise<Viewer | null> {
  const account = await findAccount(q, { actorId })
  if (!account) return null
  return asViewer({ actorId, role: account.role, suspended: account.suspendedAt !== null })
}
