import { findEntry } from '../../../db/queries/entries.ts'
import type { SignalRow } from '../../../db/queries/signals.ts'
import { findOpenReport, listPublishedStrategies, listReportBallots, listSignals } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
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
 * @param withdrawnToo also as it was last, where it is withdrawn.
 * @throws AppError `not-found`; `gone` where it is withdrawn.
 */
export async function loadStrategy(q: Q, slug: string, withdrawnToo = false): Promise<LoadedStrategy> {
  const entry = await findEntry(q, 'strategy', slug)
  const [now] = entry ? await listPublishedStrategies(q, entry.id) : []
  if (!entry || !now) throw new AppError('not-found', 'There is no such strategy in the atlas.')
  if (now.act === 'withdraw' && !withdrawnToo)
    throw new AppError('gone', `“${entry.title}” is withdrawn from the atlas.`)
  return {
    entryId: entry.id,
    slug,
    title: entry.title,
    version: now.n,
    signal: await signalIn(q, entry.id, now.content),
  }
}

/** The signal as the latest version of an entry words it, withdrawn or not; undefined where it names none. */
export async function presentSignal(q: Q, entryId: string): Promise<SignalRow | undefined> {
  const [now] = await listPublishedStrategies(q, entryId)
  return now && signalIn(q, entryId, now.content)
}

async function signalIn(q: Q, entryId: string, content: EntryContent): Promise<SignalRow | undefined> {
  const words = signalWords(content.sections.falsification)
  return words === '' ? undefined : (await listSignals(q, entryId)).find((one) => one.words === words)
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
