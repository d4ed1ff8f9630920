import type { BallotRow } from '../../../db/queries/ballots.ts'
import { insertBallot } from '../../../db/queries/ballots.ts'
import { findEntryById, touchEntry } from '../../../db/queries/entries.ts'
import { findReport, findSignal } from '../../../db/queries/signals.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import { landedQuestion } from '../../../domain/signals/signal.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { ballotEvents } from '../ballots/ballot-access.ts'
import { resolveElectorate } from '../ballots/electorate.ts'
import type { OpeningInput } from '../ballots/opening-parts.ts'
import { checkedOpening, oneOf, openingPayload, scheduleClosing } from '../ballots/opening-parts.ts'
import { presentRights } from '../threads/thread-access.ts'
import { signalCase, signalEvents } from './signal-access.ts'

export interface OpenSignalBallot extends OpeningInput {
  reportId: string
  names: string
}

/** Rules that ask for no objections: a question has none ([B22]). */
const rules = ['simple-majority', 'supermajority'] as const

/**
 * Opens the ballot that decides whether a reported signal landed; all members are its electorate (ballots SPEC [B22],
 * signals SPEC [F8], [F9]).
 *
 * @throws AppError `bad-input` (rule, quorum, closesAt, names), `conflict` where one is open or the report is decided,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function openSignalBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: OpenSignalBallot,
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a ballot.')
  const names = oneOf(input.names, ['shown', 'hidden'], 'names')
  oneOf(input.rule, rules, 'rule')
  const { ballot, threadId } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'signal.tend', null)) {
      throw new AppError('not-allowed', 'A facilitator or a moderator opens the ballot about a report.')
    }
    const report = await findReport(q, input.reportId)
    const signal = report && (await findSignal(q, report.signalId))
    if (!report || !signal) throw new AppError('not-found', 'There is no such report.')
    if (report.outcome !== null) throw new AppError('conflict', 'A ballot has decided this report already.')
    if (!moveSignal(await signalCase(q, signal), { kind: 'open-ballot' })) {
      throw new AppError('conflict', 'A ballot about this report is open already.')
    }
    const actorIds = await resolveElectorate(deps, q, 'members')
    const { rule, ...chosen } = checkedOpening(deps, input, actorIds.length)
    const question = landedQuestion((await findEntryById(q, signal.entryId))?.title ?? '')
    const ballot: BallotRow = {
      ...chosen,
      id: deps.newId(),
      entryId: signal.entryId,
      draftId: null,
      reportId: report.id,
      question,
      options: null,
      rule: rule.id,
      ruleVersion: rule.version,
      names,
      results: 'hidden',
      state: 'open',
      opensAt: deps.now(),
      closedAt: null,
      closeReason: null,
      outcome: null,
      statement: null,
      openedBy: by.actorId,
    }
    await insertBallot(q, ballot, null, actorIds)
    await scheduleClosing(deps, q, ballot)
    await recordEvent(deps, q, {
      type: 'ballot.opened',
      subject: `ballot/${ballot.id}`,
      payload: {
        ...openingPayload(ballot, actorIds),
        reportId: report.id,
        signalId: signal.id,
        contentHash: hashJson({ question, signal: signal.words }),
      },
      leaf: { question },
    })
    await touchEntry(q, signal.entryId)
    return { ballot, threadId: report.threadId }
  })
  deps.live.publish([
    ...ballotEvents(ballot, 'ballot.opened'),
    ...signalEvents({ entryId: ballot.entryId, threadId }, 'ballot.opened'),
  ])
  return { id: ballot.id }
}
