import { listPublicHearings } from '../../db/queries/deliberation.ts'
import type { SignalRow } from '../../db/queries/signals.ts'
import { listSignals } from '../../db/queries/signals.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { isBlank, plainText } from '../../domain/prose/tree.ts'
import type { Chosen, LineFacets, LineState } from '../../domain/signals/ledger.ts'
import { lineState, lineStates, lineStateWords, passes, shownHearing } from '../../domain/signals/ledger.ts'
import { isDue, signalWords } from '../../domain/signals/signal.ts'
import { csv } from '../../domain/text/csv.ts'
import { dayOf } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { arguedOn } from './argued-on.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { pageOf } from './paging.ts'
import { peopleOn } from './people-on.ts'
import { pullWords } from './pull-words.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import type { ReportView } from './signal-reports.ts'
import { signalReports } from './signal-reports.ts'
import { viewJson } from './view-json.ts'

/** So many lines stand on one page. */
const linesOnPage = 40

type Hearing = Awaited<ReturnType<typeof listPublicHearings>>[number]

interface Line {
  entry: IndexedEntry
  state: LineState
  /** The signal of the current version. */
  own: SignalRow | undefined
  signal: Hearing | undefined
  threshold: Hearing | undefined
  facets: LineFacets
}

/**
 * Every falsification signal with its state, its hearing, and the threshold beside it.
 *
 * @param search as in `location.search`: `lever`, `state`, `review` as `due` or `later`, `hearing` and
 * `threshold` as `yes` or `no`, `page`.
 */
export async function signalsPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { levers } = index.vocabulary
  const yesOrNo = (value: string) => value === 'yes' || value === 'no'
  const { chosen, dropped } = readChoices(search, {
    lever: (value) => levers.some(({ id }) => id === value),
    state: (value) => (lineStates as readonly string[]).includes(value),
    review: (value) => value === 'due' || value === 'later',
    hearing: yesOrNo,
    threshold: yesOrNo,
    page: isPageNumber,
  })
  const lines = await allLines(deps, index)
  const passing = lines.filter(({ facets }) => passes(facets, chosen)).sort(byState)
  const {
    rows,
    total: found,
    ...paging
  } = pageOf(passing, chosen.page, linesOnPage, (page) => choicesHref('/signals', { ...chosen, page }))
  return {
    chosen,
    dropped,
    total: lines.length,
    found,
    states: lineStates.map((id) => ({
      id,
      ...lineStateWords[id],
      n: lines.filter(({ state }) => state === id).length,
      href: choicesHref('/signals', { state: id }),
    })),
    options: {
      lever: counted(
        lines,
        chosen,
        'lever',
        levers.map(({ id, name }) => ({ id, label: name })),
      ),
      state: counted(
        lines,
        chosen,
        'state',
        lineStates.map((id) => ({ id, label: lineStateWords[id].label })),
      ),
      review: counted(lines, chosen, 'review', reviews),
      hearing: counted(lines, chosen, 'hearing', heard),
      threshold: counted(lines, chosen, 'threshold', written),
    },
    ...paging,
    lines: await shownLines(deps, viewer, index, rows),
    csv: choicesHref('/signals.csv', { ...chosen, page: undefined }),
  }
}

export type SignalsPage = Awaited<ReturnType<typeof signalsPage>>
export type SignalLine = SignalsPage['lines'][number]

/** The ledger, filtered as the page is, as comma-separated values. */
export async function signalsCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<string> {
  const rows = await ledgerRows(deps, viewer, search)
  return csv(
    ['strategy', 'title', 'lever', 'state', 'signal', 'hearing', 'threshold', 'threshold_hearing', 'review'],
    rows.map((row) => [
      row.strategy,
      row.title,
      row.lever,
      row.state,
      row.signal,
      row.hearing ?? '',
      row.threshold,
      row.thresholdHearing ?? '',
      row.review ?? '',
    ]),
  )
}

/** The ledger, filtered as the page is, as programs read it. */
export async function signalsJson(deps: Deps, viewer: Viewer | null, search: string) {
  return viewJson('/signals', await ledgerRows(deps, viewer, search), search)
}

async function ledgerRows(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const query = new URLSearchParams(search)
  const chosen = Object.fromEntries(
    (['lever', 'state', 'review', 'hearing', 'threshold'] as const).map((name) => [name, query.get(name) ?? '']),
  )
  const lines = (await allLines(deps, index)).filter(({ facets }) => passes(facets, chosen)).sort(byState)
  const words = ({ content }: IndexedEntry, section: string) => plainText(content.sections[section] ?? [])
  const address = (hearing: Hearing | undefined) => (hearing ? `/threads/${hearing.id}` : null)
  return lines.map(({ entry, state, own, signal, threshold, facets }) => ({
    strategy: entry.slug,
    title: entry.title,
    lever: facets.lever,
    state,
    signal: words(entry, 'falsification'),
    hearing: address(signal),
    threshold: words(entry, 'threshold'),
    thresholdHearing: address(threshold),
    review: own ? dayOf(own.reviewAt) : null,
  }))
}

/** Lines come by title; the sort is stable, so that lines of one state stay so. */
function byState(a: Line, b: Line): number {
  return lineStates.indexOf(a.state) - lineStates.indexOf(b.state)
}

const reviews = [
  { id: 'due', label: 'Due for review' },
  { id: 'later', label: 'Not due' },
]
const heard = [
  { id: 'yes', label: 'Has a hearing' },
  { id: 'no', label: 'Has none' },
]
const written = [
  { id: 'yes', label: 'Written' },
  { id: 'no', label: 'Not written yet' },
]

function counted(
  lines: readonly Line[],
  chosen: Chosen,
  facet: keyof LineFacets,
  options: readonly { id: string; label: string }[],
) {
  const others = lines.filter(({ facets }) => passes(facets, chosen, facet))
  return options.map((option) => ({ ...option, n: others.filter(({ facets }) => facets[facet] === option.id).length }))
}

async function allLines(deps: Deps, index: AtlasIndex): Promise<Line[]> {
  const [hearings, published] = await Promise.all([listPublicHearings(deps.store.read), listSignals(deps.store.read)])
  const signals = new Map(published.map((row) => [`${row.entryId} ${row.words}`, row]))
  const byEntry = new Map<string, Hearing[]>()
  for (const hearing of hearings) byEntry.set(hearing.entryId, [...(byEntry.get(hearing.entryId) ?? []), hearing])
  return index.byKind('strategy').map((entry): Line => {
    const { content, entryId } = entry
    const of = (kind: Hearing['kind']) => shownHearing((byEntry.get(entryId) ?? []).filter((one) => one.kind === kind))
    const own = signals.get(`${entryId} ${signalWords(content.sections.falsification)}`)
    const state = lineState({
      written: !isBlank(content.sections.falsification),
      reason: textField(content, 'no-falsification-reason'),
      known: own?.state,
    })
    const [signal, threshold] = [of('falsification'), of('threshold')]
    return {
      entry,
      state,
      own,
      signal,
      threshold,
      facets: {
        lever: textField(content, 'lever'),
        state,
        review: own ? (isDue(own, deps.now()) ? 'due' : 'later') : '',
        hearing: signal || threshold ? 'yes' : 'no',
        threshold: isBlank(content.sections.threshold) ? 'no' : 'yes',
      },
    }
  })
}

async function shownLines(deps: Deps, viewer: Viewer | null, index: AtlasIndex, lines: readonly Line[]) {
  const argued = await arguedOn(
    deps,
    viewer,
    lines.map(({ entry }) => entry.entryId),
  )
  const head = (hearing: Hearing | undefined) =>
    hearing ? { id: hearing.id, title: hearing.title, state: hearing.state, outcome: hearing.outcome } : null
  const reports = await signalReports(
    deps.store.read,
    lines.flatMap(({ own }) => own ?? []),
    undefined,
  )
  return lines.map(({ entry, state, own, signal, threshold }) => {
    const { slug, title, content, entryId } = entry
    const lever = index.vocabulary.levers.find(({ id }) => id === textField(content, 'lever'))
    return {
      slug,
      title,
      lever: lever ? { id: lever.id, name: lever.name, pull: pullWords(lever, textField(content, 'pull')) } : null,
      state,
      reviewAt: own?.reviewAt ?? null,
      due: own !== undefined && isDue(own, deps.now()),
      report: reportHead(reports.find(({ signalId, state }) => signalId === own?.id && state !== 'withdrawn')),
      people: peopleOn(index, slug).total,
      signal: plainText(content.sections.falsification ?? []),
      noSignalReason: textField(content, 'no-falsification-reason'),
      hearing: head(signal),
      threshold: plainText(content.sections.threshold ?? []),
      noThresholdReason: textField(content, 'no-threshold-reason'),
      thresholdHearing: head(threshold),
      /** Drafts and ballots that may change it; hearings stand beside what they are about. */
      changing: argued(entryId).filter(({ what }) => what === 'draft' || what === 'ballot'),
    }
  })
}

/** The last report of a signal, as a line names it. */
function reportHead(report: ReportView | undefined) {
  if (!report) return null
  const ballot = report.ballots[0]
  return {
    by: report.by,
    sources: report.living,
    ballot: ballot ? { id: ballot.id, open: ballot.state === 'open' } : null,
    held: report.held,
  }
}
