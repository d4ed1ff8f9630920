import { findEntry } from '../../../db/queries/entries.ts'
import type { SignalRow } from '../../../db/queries/signals.ts'
import { findOpenReport, listPublishedStrategies, listReportBallots, listSignals } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import type { SignalCase } from '../../../domain/signals/machine.ts'
import { signalWords } from '../../../domain/signals/signal.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'

export interface LoadedStrategy {
  entryId: string
  slug: string
  title: string
  /** The current version. */
  version: number
  /** The signal as the current version words it; undefined where it names none. */
  signal: SignalRow | undefined
}

/**
 * A strategy as readers see it now, with its signal.
 *
 * @throws AppError `not-found`; `gone` where it is withdrawn.
 */
export async function loadStrategy(q: Q, slug: string): Promise<LoadedStrategy> {
  const entry = await findEntry(q, 'strategy', slug)
  const [now] = entry ? await listPublishedStrategies(q, entry.id) : []
  if (!entry || !now) throw new AppError('not-found', 'There is no such strategy in the atlas.')
  if (now.act === 'withdraw') throw new AppError('gone', `“${entry.title}” is withdrawn from the atlas.`)
  const words = signalWords(now.content.sections.falsification)
  const signal = words === '' ? undefined : (await listSignals(q, entry.id)).find((one) => one.words === words)
  return { entryId: entry.id, slug, title: entry.title, version: now.n, signal }
}

/** What the rules of a signal's life look at. */
export async function signalCase(q: Q, signal: SignalRow): Promise<SignalCase> {
  const report = await findOpenReport(q, signal.id)
  const ballots = report ? await listReportBallots(q, [report.id]) : []
  return { state: signal.state, bound: signal.bound, ballotOpen: ballots.some(({ state }) => state === 'open') }
}

/** What pages that show a signal listen to. */
export function signalEvents(about: { entryId: string; threadId?: string }, type: string): LiveEvent[] {
  const topics = [`entry/${about.entryId}`, ...(about.threadId ? [`thread/${about.threadId}`] : [])]
  return topics.map((topic) => ({ topic, type, id: about.entryId }))
}
