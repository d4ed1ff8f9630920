import { touchEntry } from '../../../db/queries/entries.ts'
import { decideReport, findReport, findSignal, listSources, updateSignal } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import { livingSources } from '../../../domain/signals/source.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { signalCase } from './signal-access.ts'

/**
 * Ends an open report that no living source is left of (signals SPEC [F18]); does nothing while its ballot is open.
 * Call it in the transaction that deleted a source or closed a ballot.
 */
export async function endEmptyReport(deps: Deps, q: Q, reportId: string): Promise<void> {
  const report = await findReport(q, reportId)
  const signal = report && (await findSignal(q, report.signalId))
  if (!report || !signal || report.outcome !== null) return
  const sources = (await listSources(q, [report.id])).map(({ source }) => source)
  if (livingSources(sources).length > 0) return
  const moved = moveSignal(await signalCase(q, signal), { kind: 'withdraw-report', now: deps.now() })
  if (!moved) return
  await updateSignal(q, signal.id, { state: moved.state })
  await decideReport(q, report.id, { outcome: 'withdrawn', decidedAt: deps.now() })
  await recordEvent(deps, q, {
    type: 'signal.report-withdrawn',
    subject: `entry/${signal.entryId}`,
    payload: { signal: signal.id, report: report.id, state: moved.state },
  })
  await touchEntry(q, signal.entryId)
}
