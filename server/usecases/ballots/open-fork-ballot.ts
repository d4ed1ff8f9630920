import { updateDraft } from '../../../db/queries/drafts.ts'
import { findPlanned } from '../../../db/queries/planned-ballots.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { forkOptions, forksFault } from '../../../domain/ballots/forks.ts'
import { askedHash } from '../../../domain/ballots/options.ts'
import { checkLine } from '../../check-text.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { refuseRehearsed } from '../drafts/refuse-rehearsed.ts'
import { takeSnapshot } from '../drafts/take-snapshot.ts'
import type { Side } from '../drafts/two-drafts.ts'
import { ballotEvents, currentViewer } from './ballot-access.ts'
import type { ElectorateInput } from './electorate.ts'
import { resolveElectorate } from './electorate.ts'
import { enterBallot } from './enter-ballot.ts'
import { refuseWhileHeld } from './open-ballot.ts'
import type { OpeningInput } from './opening-parts.ts'
import { checkedOpening, checkedShowing, openedBallot } from './opening-parts.ts'
import { planBallot } from './plan-ballot.ts'

export interface OpenForkBallot extends Omit<OpeningInput, 'rule' | 'options'> {
  /** The drafts that stand, each with the words of its option. */
  forks: readonly { draftId: string; label: string }[]
  /** What is decided, in one sentence. */
  question?: string | undefined
  electorate: ElectorateInput
  names: string
  /** `hidden` unless said otherwise. */
  results?: string | undefined
  /** Where who opens it is, as in `Europe/Lisbon`; shown on the page of a planned ballot. */
  zone?: string | undefined
}

/**
 * Freezes competing drafts of one entry and opens a ranked ballot between them and the status quo (ballots SPEC
 * [B70]–[B72]). All of them are frozen, or none; one with a later opening is planned, and nothing is frozen yet ([B54]).
 *
 * @throws AppError `bad-input` (forks, options, question, parameters, quorum, opensAt, closesAt, electorate, names,
 * results, preset), `conflict` where a draft is in a state that allows no ballot, `not-found`, `not-allowed`, `signed-out`.
 */
export async function openForkBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: OpenForkBallot,
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a ballot.')
  const ids = input.forks.map(({ draftId }) => draftId)
  const [first] = await mayStand(deps.store.read, viewer, ids)
  const readings: DraftReading[] = []
  // One that is planned freezes nothing yet.
  for (const id of input.opensAt === undefined ? ids : []) readings.push(await deps.collab.readDraft(id))
  const showing = checkedShowing(input)
  const question = checkLine(input.question, { field: 'question', label: 'the question', limit: 'question' })

  const ballot = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const standing = await mayStand(q, by, ids)
    for (const id of ids) await refusePlanned(q, id)
    const actorIds = await resolveElectorate(deps, q, input.electorate)
    const labels = input.forks.map(({ label }) => label)
    const opening = checkedOpening(deps, { ...input, rule: 'ranked', options: labels }, actorIds.length)
    const entryId = first?.draft.entryId ?? ''
    const asked = { entryId, draftId: null, reportId: null, question, ...showing }
    const made = await openedBallot(deps, q, by, opening, asked)
    if (made.state === 'scheduled') {
      const planned = {
        ...made,
        options: forkOptions(
          made.options ?? [],
          input.forks.map(({ draftId }) => ({ draftId })),
        ),
      }
      await planBallot(deps, q, planned, { electorate: input.electorate, actorIds, zone: input.zone ?? null })
      return planned
    }
    for (const id of ids) await refuseWhileHeld(deps, q, id)
    const texts = []
    for (const [i, { draft }] of standing.entries()) {
      const reading = readings[i]
      if (!reading) throw new Error(`draft ${draft.id} was not read`)
      texts.push({ draftId: draft.id, snapshotId: (await takeSnapshot(deps, q, draft, reading)).id })
    }
    const ballot = { ...made, options: forkOptions(made.options ?? [], texts) }
    for (const id of ids) await updateDraft(q, id, { state: 'ballot-open', updatedAt: ballot.opensAt })
    const about = { entryId, contentHash: askedHash(ballot) }
    await enterBallot(deps, q, ballot, { snapshotId: null, actorIds, about })
    return ballot
  })
  deps.live.publish(ballotEvents(ballot, ballot.state === 'open' ? 'ballot.opened' : 'ballot.scheduled'))
  return { id: ballot.id }
}

/** The drafts, each of which the viewer may put to a ballot. @throws AppError */
async function mayStand(q: Q, viewer: Viewer, ids: readonly string[]): Promise<Side[]> {
  const found: Side[] = []
  for (const id of ids) {
    await refuseRehearsed(q, id, 'is put to no ballot')
    found.push(await readableDraft(q, viewer, id))
  }
  for (const { draft, thing } of found) {
    if (draft.deletedAt !== null) throw new AppError('gone', 'One of these drafts was deleted.', 'forks')
    if (can(viewer, 'ballot.open', thing)) continue
    if (!can(viewer, 'draft.manage', thing)) {
      throw new AppError('not-allowed', 'Only who may open a ballot about each of the drafts puts them to one ballot.')
    }
    throw new AppError('conflict', `“${draft.title}” is not being written or in review, so it cannot stand.`, 'forks')
  }
  const fault = forksFault(found.map(({ draft }) => draft))
  if (fault) throw new AppError('bad-input', fault, 'forks')
  return found
}

async function refusePlanned(q: Q, draftId: string): Promise<void> {
  if (await findPlanned(q, draftId)) {
    throw new AppError('conflict', 'A ballot about one of these drafts is planned already. Cancel it first.', 'forks')
  }
}
