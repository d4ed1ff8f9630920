import { insertBallotSnapshot, listWordedTexts } from '../../../db/queries/ballot-snapshots.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { AmendmentChange } from '../../../domain/ballots/amendment.ts'
import { amendmentChanges, earliestClosing } from '../../../domain/ballots/amendment.ts'
import { differingParts } from '../../../domain/ballots/freshness.ts'
import { canCount, isLater } from '../../../domain/ballots/time.ts'
import { typoFault } from '../../../domain/ballots/typo.ts'
import { contentHash, partHashes } from '../../../domain/entries/content-hash.ts'
import { checkText } from '../../check-text.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { takeSnapshot } from '../drafts/take-snapshot.ts'
import type { LoadedBallot } from './ballot-access.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import { moveClosing } from './move-closing.ts'
import { oneOf } from './opening-parts.ts'

export interface AmendBallot {
  ballotId: string
  /** `material`, or `typo` where its author says that it is no more than that. */
  change: string
  /** What was changed, and why. */
  note?: string | undefined
  /** A later closing time, in milliseconds since 1970; absent where it stays. */
  closesAt?: number | undefined
  /** Hash of the draft's text as its author last saw it. */
  contentHash?: string | undefined
}

export interface Amended {
  /** Number of the snapshot that is under vote now. */
  n: number
  contentHash: string
  closesAt: number
}

/**
 * Puts what the draft says now under vote, in place of the text that is (ballots SPEC [B40], [B43], [B44]).
 *
 * @throws AppError `bad-input` (change, note, closesAt), `conflict` where nothing changed or the draft changed since
 * it was seen, `too-late`, `gone`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function amendBallot(deps: Deps, viewer: Viewer | null, input: AmendBallot): Promise<Amended> {
  const change = oneOf(input.change, amendmentChanges, 'change')
  const note = checkText(input.note, { field: 'note', label: 'what was changed, and why', limit: 'note' })
  const found = await amendable(deps, deps.store.read, viewer, input.ballotId)
  const reading = await deps.collab.readDraft(found.draftId)
  const { ballot, amended } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { ballot, draftId } = await amendable(deps, q, by, input.ballotId)
    const last = await refuseUnfit(q, ballot, reading, change, input.contentHash)
    const closesAt = checkedClosing(deps, ballot, input.closesAt)
    const frozen = await freeze(deps, q, { n: last + 1, ballot, draftId, by, reading, change, note })
    await recordEvent(deps, q, {
      type: 'ballot.amended',
      subject: `ballot/${ballot.id}`,
      payload: { ballotId: ballot.id, by: by.actorId, change, closesAt, ...frozen },
      leaf: { note },
    })
    if (closesAt > ballot.closesAt) {
      await moveClosing(deps, q, ballot, { kind: 'amended', to: closesAt, by: by.actorId, reason: note })
    }
    await touchEntry(q, ballot.entryId)
    return { ballot, amended: { n: frozen.n, contentHash: frozen.contentHash, closesAt } }
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.amended'))
  return amended
}

/** @throws AppError where this ballot cannot be amended, or not by this viewer ([B44]). */
async function amendable(
  deps: Deps,
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<{ ballot: BallotRow; draftId: string }> {
  const { ballot, thing }: LoadedBallot = await loadBallot(q, viewer, id)
  const { draftId } = ballot
  if (draftId === null || ballot.options !== null) {
    throw new AppError('conflict', 'Only a ballot about a text can be amended. This one asks a question.')
  }
  if (thing.draft?.deleted) throw new AppError('gone', 'The draft was deleted, so this ballot is void.')
  if (!can(viewer, 'ballot.amend', { ...thing, state: 'open' })) {
    throw new AppError('not-allowed', 'Only the owner of the draft or a moderator may change the text under vote.')
  }
  if (ballot.state !== 'open' || !canCount(deps.now(), ballot.closesAt)) {
    throw new AppError('too-late', 'This ballot is not open, so its text cannot be changed.')
  }
  return { ballot, draftId }
}

/** @returns the number of the text under vote. */
async function refuseUnfit(
  q: Q,
  ballot: BallotRow,
  { content }: DraftReading,
  change: AmendmentChange,
  seen: string | undefined,
): Promise<number> {
  const texts = await listWordedTexts(q, ballot.id)
  const parts = partHashes(content)
  if (differingParts(texts.at(-1)?.parts ?? {}, parts).length === 0) {
    throw new AppError('conflict', 'The draft says the same as the text under vote. Change the draft first.')
  }
  if (seen !== undefined && seen !== contentHash(content)) {
    throw new AppError('conflict', 'The draft was changed since you looked at it. Look at the changes once more.')
  }
  const fault = change === 'typo' ? typoFault(texts, { content, parts }) : null
  if (fault) throw new AppError('bad-input', fault, 'change')
  return texts.at(-1)?.n ?? 0
}

function checkedClosing(deps: Deps, { opensAt, closesAt: from }: BallotRow, to: number | undefined): number {
  if (to !== undefined && to !== from && !isLater({ opensAt, from, to })) {
    throw new AppError(
      'bad-input',
      'The closing time can only move later, and to a year after opening at most.',
      'closesAt',
    )
  }
  const closesAt = to ?? from
  const earliest = earliestClosing({ opensAt, now: deps.now() })
  if (closesAt >= earliest) return closesAt
  const moment = new Date(Math.ceil(earliest / 60_000) * 60_000).toISOString().slice(0, 16).replace('T', ' ')
  const words = `Too little time is left for those who are asked again. Let the ballot close later: ${moment} UTC or after.`
  throw new AppError('bad-input', words, 'closesAt')
}

interface Freezing {
  /** Number of the text that comes of it. */
  n: number
  ballot: BallotRow
  draftId: string
  by: Viewer
  reading: DraftReading
  change: AmendmentChange
  note: string
}

/** Freezes the draft anew and puts that under vote. */
async function freeze(
  deps: Deps,
  q: Q,
  { n, ballot, draftId, by, reading, change, note }: Freezing,
): Promise<{ n: number; snapshotId: string; contentHash: string; at: number }> {
  const snapshot = await takeSnapshot(deps, q, { id: draftId, entryId: ballot.entryId }, reading)
  await insertBallotSnapshot(q, {
    ballotId: ballot.id,
    n,
    snapshotId: snapshot.id,
    at: snapshot.createdAt,
    change,
    changedBy: by.actorId,
    note,
    challengedBy: null,
    challengedAt: null,
    challengeReason: null,
  })
  return { n, snapshotId: snapshot.id, contentHash: snapshot.hash, at: snapshot.createdAt }
}
