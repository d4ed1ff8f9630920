import { findActorName } from '../../db/queries/actors.ts'
import type { SignalRow } from '../../db/queries/signals.ts'
import { listSignals } from '../../db/queries/signals.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { SignalState } from '../../domain/signals/ledger.ts'
import { isDue, signalWords } from '../../domain/signals/signal.ts'
import type { Deps } from '../deps.ts'
import type { IndexedEntry } from './atlas-index.ts'
import type { ReportView } from './signal-reports.ts'
import { signalReports } from './signal-reports.ts'

export interface SignalView {
  /** The signal of the current version; null where it names none. */
  current: {
    id: string
    version: number
    words: string
    state: SignalState
    armedAt: number
    reviewAt: number
    due: boolean
    /** The first moment in which it can land no more; null without a bound in time. */
    bound: number | null
    review: { at: number; by: string; note: string } | null
  } | null
  /** Of every wording, the latest first. */
  reports: ReportView[]
  /** Wordings that were replaced, the latest first. */
  earlier: { version: number; words: string; state: SignalState }[]
  may: { report: boolean; tend: boolean }
}

/** A strategy's falsification signal as this viewer may see it, with everything reported of it. */
export async function signalOf(deps: Deps, viewer: Viewer | null, entry: IndexedEntry): Promise<SignalView> {
  const q = deps.store.read
  const all = await listSignals(q, entry.entryId)
  const words = signalWords(entry.content.sections.falsification)
  const current = words === '' ? undefined : all.find((one) => one.words === words)
  return {
    current: current ? await currentView(deps, current) : null,
    reports: await signalReports(q, all, current?.id),
    earlier: all.filter(({ id }) => id !== current?.id).map(({ version, words, state }) => ({ version, words, state })),
    may: { report: can(viewer, 'signal.report', null), tend: can(viewer, 'signal.tend', null) },
  }
}

async function currentView(deps: Deps, signal: SignalRow): Promise<NonNullable<SignalView['current']>> {
  const { id, version, words, state, armedAt, reviewAt, bound, reviewedAt, reviewedBy, reviewNote } = signal
  const review =
    reviewedAt === null || reviewedBy === null
      ? null
      : { at: reviewedAt, by: await findActorName(deps.store.read, reviewedBy), note: reviewNote ?? '' }
  return { id, version, words, state, armedAt, reviewAt, due: isDue(signal, deps.now()), bound, review }
}
