import { touchEntry } from '../../../db/queries/entries.ts'
import type { ReportRow } from '../../../db/queries/signals.ts'
import {
  countSourcesSince,
  findOpenReport,
  insertReport,
  insertSource,
  listSources,
  updateSignal,
} from '../../../db/queries/signals.ts'
import { findOpenHearing } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import type { SourceWords } from '../../../domain/signals/source.ts'
import { sourceLimit } from '../../../domain/signals/source.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { postWords } from '../threads/post-words.ts'
import { openReportHearing } from './open-report-hearing.ts'
import { readSource } from './read-source.ts'
import type { LoadedStrategy } from './signal-access.ts'
import { loadStrategy, signalCase, signalEvents } from './signal-access.ts'

export interface ReportSignal extends Partial<SourceWords> {
  /** Slug of the strategy. */
  strategy: string
  /** The signal that the reporter had before them. */
  signalId: string
}

/**
 * Reports that a falsification signal landed, with a source; where a report is open the source joins it (signals SPEC
 * [F8], [F10], [F12]). The report is argued in the strategy's hearing, which is opened where there is none.
 *
 * @throws AppError `bad-input` (url, title, publisher, date, shows), `conflict` where the words were replaced
 * meanwhile or a ballot decided already, `gone`, `not-found`, `not-allowed`, `too-many`,
 * `signed-out`.
 */
export async function reportSignal(
  deps: Deps,
  viewer: Viewer | null,
  input: ReportSignal,
): Promise<{ threadId: string; reportId: string; joined: boolean }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to report that a signal landed.')
  const source = readSource(input, deps.now())
  const { entryId, threadId, reportId, joined } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'signal.report', null)) throw new AppError('not-allowed', 'Your account may read, but not report.')
    await refuseTooMany(q, by, deps.now())
    const strategy = await loadStrategy(q, input.strategy)
    const { signal } = strategy
    if (!signal || signal.id !== input.signalId) throw replaced(strategy)
    const moved = moveSignal(await signalCase(q, signal), { kind: 'report' })
    if (!moved)
      throw new AppError('conflict', 'A ballot has decided that this signal landed. Nothing is left to report.')
    const open = await findOpenReport(q, signal.id)
    if (open) await refuseKnownSource(q, open, source.url)
    const report = open ?? (await newReport(deps, q, by, strategy, signal.id))
    await addSource(deps, q, by, report, source)
    await updateSignal(q, signal.id, { state: moved.state })
    await recordEvent(deps, q, {
      type: 'signal.reported',
      subject: `entry/${strategy.entryId}`,
      payload: { by: by.actorId, signal: signal.id, report: report.id, thread: report.threadId, joined: Boolean(open) },
    })
    await touchEntry(q, strategy.entryId)
    return { entryId: strategy.entryId, threadId: report.threadId, reportId: report.id, joined: Boolean(open) }
  })
  deps.live.publish(signalEvents({ entryId, threadId }, 'signal.reported'))
  return { threadId, reportId, joined }
}

function replaced({ title, version, signal }: LoadedStrategy): AppError {
  return new AppError(
    'conflict',
    signal
      ? `The signal of “${title}” was replaced meanwhile: version ${version} has other words. Read them; what you typed is kept here.`
      : `Version ${version} of “${title}” names no falsification signal, so none can have landed.`,
  )
}

async function refuseTooMany(q: Q, by: Viewer, now: number): Promise<void> {
  const { most, within } = sourceLimit
  if ((await countSourcesSince(q, by.actorId, now - within)) < most) return
  throw new AppError('too-many', `You added ${most} sources within a day. Wait a day; what you typed is kept here.`)
}

async function refuseKnownSource(q: Q, report: ReportRow, url: string): Promise<void> {
  const sources = await listSources(q, [report.id])
  if (!sources.some(({ source }) => source.url === url)) return
  throw new AppError(
    'bad-input',
    'This source is in the open report already. Name another, or argue in the hearing.',
    'url',
  )
}

async function newReport(deps: Deps, q: Q, by: Viewer, strategy: LoadedStrategy, signalId: string): Promise<ReportRow> {
  const about = { draftId: null, entryId: strategy.entryId }
  const hearing = (await findOpenHearing(q, about, 'falsification')) ?? (await openReportHearing(deps, q, by, strategy))
  const row: ReportRow = {
    id: deps.newId(),
    signalId,
    threadId: hearing.id,
    reportedBy: by.actorId,
    reportedAt: deps.now(),
    outcome: null,
    decidedAt: null,
  }
  await insertReport(q, row)
  return row
}

/** The source is evidence in the hearing too, where it can be answered, and deleted. */
async function addSource(deps: Deps, q: Q, by: Viewer, report: ReportRow, source: SourceWords): Promise<void> {
  const text = `${source.shows}\n\nSource: ${source.title}. ${source.publisher}, ${source.date}. ${source.url}`
  const { threadId, id: reportId } = report
  const contributionId = await postWords(deps, q, { threadId, by: by.actorId, type: 'evidence', text })
  await insertSource(q, { contributionId, reportId, ...source, addedBy: by.actorId, addedAt: deps.now() })
}
