import type { EntryRow } from '../../../db/queries/entries.ts'
import { findEntry } from '../../../db/queries/entries.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { askedHash } from '../../../domain/ballots/options.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { ballotEvents, currentViewer } from './ballot-access.ts'
import type { ElectorateInput } from './electorate.ts'
import { resolveElectorate } from './electorate.ts'
import { enterBallot } from './enter-ballot.ts'
import type { OpeningInput } from './opening-parts.ts'
import { checkedOpening, checkedShowing, openedBallot } from './opening-parts.ts'
import { planBallot } from './plan-ballot.ts'

export interface AskBallot extends OpeningInput {
  entry: { kind: EntryKind; slug: string }
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
 * Opens a ballot between options about a published entry: a question, and no text (ballots SPEC [B26]); one with a later
 * opening is planned ([B54]).
 *
 * @throws AppError `bad-input` (question, options, rule, parameters, quorum, opensAt, closesAt, electorate, names,
 * results, preset),
 * `not-found`, `gone` where the entry was withdrawn, `not-allowed`, `signed-out`.
 */
export async function askBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: AskBallot,
): Promise<{ id: string; contentHash: string | null }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a ballot.')
  const { ballot, contentHash } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (!can(by, 'ballot.ask', null)) {
      throw new AppError('not-allowed', 'A facilitator or a moderator opens a ballot about a published entry.')
    }
    const entry = await askableEntry(q, input.entry)
    const showing = checkedShowing(input)
    const question = checkLine(input.question, { field: 'question', label: 'the question', limit: 'question' })
    const actorIds = await resolveElectorate(deps, q, input.electorate)
    const opening = checkedOpening(deps, { ...input, options: input.options ?? [] }, actorIds.length)
    const asked = { entryId: entry.id, draftId: null, reportId: null, question, ...showing }
    const ballot = await openedBallot(deps, q, by, opening, asked)
    if (ballot.state === 'scheduled') {
      await planBallot(deps, q, ballot, { electorate: input.electorate, actorIds, zone: input.zone ?? null })
      return { ballot, contentHash: null }
    }
    const contentHash = askedHash(ballot)
    await enterBallot(deps, q, ballot, { snapshotId: null, actorIds, about: { entryId: entry.id, contentHash } })
    return { ballot, contentHash }
  })
  deps.live.publish(ballotEvents(ballot, ballot.state === 'open' ? 'ballot.opened' : 'ballot.scheduled'))
  return { id: ballot.id, contentHash }
}

/** An entry that a question may be put about. @throws AppError `not-found`, `gone` where it was withdrawn. */
export async function askableEntry(q: Q, named: AskBallot['entry'] | null): Promise<EntryRow> {
  const entry = named && (await findEntry(q, named.kind, named.slug))
  if (!entry || entry.currentVersion === null) throw new AppError('not-found', 'There is no such published entry.')
  if (!(await isAskable(q, entry))) {
    throw new AppError(
      'gone',
      `“${entry.title}” is withdrawn from the atlas. Make one of its versions current again before you ask about it.`,
    )
  }
  return entry
}

/** Whether something of the entry is published and it is not withdrawn. */
export async function isAskable(q: Q, { id, currentVersion }: EntryRow): Promise<boolean> {
  const version = currentVersion === null ? undefined : await findVersion(q, id, currentVersion)
  return version !== undefined && version.kind !== 'withdraw'
}
