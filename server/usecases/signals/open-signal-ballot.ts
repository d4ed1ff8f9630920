import { findEntryById } from '../../../db/queries/entries.ts'
import { findReport, findSignal, listSources } from '../../../db/queries/signals.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import { reportBallotFault } from '../../../domain/signals/report-ballot.ts'
import { landedQuestion } from '../../../domain/signals/signal.ts'
import { livingSources } from '../../../domain/signals/source.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { ballotEvents } from '../ballots/ballot-access.ts'
import { resolveElectorate } from '../ballots/electorate.ts'
import { enterBallot } from '../ballots/enter-ballot.ts'
import type { OpeningInput } from '../ballots/opening-parts.ts'
import { checkedOpening, checkedShowing, oneOf, openedBallot } from '../ballots/opening-parts.ts'
import { signalCase, signalEvents } from './signal-access.ts'

export interface OpenSignalBallot extends OpeningInput {
  reportId: string
  names: string
}

/** Rules that ask for no objections: a question has none ([B22]). */
const rules = ['simple-majority', 'supermajority'] as const

/**
 * Opens the ballot that decides whether a reported signal landed; all members are its electorate (ballots SPEC [B22],
 * signals SPEC [F8], [F9], [F19]).
 *
 * @throws AppError `bad-input` (rule, quorum, closesAt, names), `conflict` where one is open, the report is closed or
 * has no source left, `not-found`, `not-allowed`, `signed-out`.
 */
export async function openSignalBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: OpenSignalBallot,
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a ballot.')
  const showing = checkedShowing({ names: input.names })
  oneOf(input.rule, rules, 'rule')
  const { ballot, threadId } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'signal.tend', null)) {
      throw new AppError('not-allowed', 'A facilitator or a moderator opens the ballot about a report.')
    }
    const report = await findReport(q, input.reportId)
    const signal = report && (await findSignal(q, report.signalId))
    if (!report || !signal) throw new AppError('not-found', 'There is no such report.')
    if (report.outcome !== null) throw new AppError('conflict', 'This report is closed already.')
    const sources = (await listSources(q, [report.id])).map(({ source }) => source)
    if (livingSources(sources).length === 0) {
      throw new AppError('conflict', 'Every source of this report was deleted. It takes another before a ballot.')
    }
    if (!moveSignal(await signalCase(q, signal), { kind: 'open-ballot' })) {
      throw new AppError('conflict', 'A ballot about this report is open already.')
    }
    const actorIds = await resolveElectorate(deps, q, 'members')
    const opening = checkedOpening(deps, input, actorIds.length)
    const fault = reportBallotFault({ ...opening, electorate: actorIds.length }, deps.now())
    if (fault) throw new AppError('bad-input', fault.words, fault.field)
    const question = landedQuestion((await findEntryById(q, signal.entryId))?.title ?? '')
    const ballot = await openedBallot(deps, q, by, opening, {
      entryId: signal.entryId,
      draftId: null,
      reportId: report.id,
      question,
      ...showing,
    })
    const contentHash = hashJson({ question, signal: signal.words })
    const about = { reportId: report.id, signalId: signal.id, contentHash }
    await enterBallot(deps, q, ballot, { snapshotId: null, actorIds, about })
    return { ballot, threadId: report.threadId }
  })
  deps.live.publish([
    ...ballotEvents(ballot, 'ballot.opened'),
    ...signalEvents({ entryId: ballot.entryId, threadId }, 'ballot.opened'),
  ])
  return { id: ballot.id }
}
