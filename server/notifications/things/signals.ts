import { findFirstSources, findReportsFor, findSignals, findVersions } from '../../../db/queries/notified-signals.ts'
import { listPublishedStrategies } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { kindPath, kinds } from '../../../domain/entries/kinds.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { authorIds } from '../../../domain/publishing/authors.ts'
import { isPast } from '../../../domain/publishing/shelf-life.ts'
import { lineStateWords } from '../../../domain/signals/ledger.ts'
import { isDue, signalWords } from '../../../domain/signals/signal.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import type { Look } from '../look.ts'
import { lineLength, sights } from '../look.ts'

const noun = 'Falsification signal'

/** Reports that a signal landed, and what came of them. */
export const lookAtReports: Look = async (q, rows, { viewer, now }) => {
  const ids = rows.map(({ ref }) => ref)
  const found = new Map((await findReportsFor(q, ids, viewer.actorId)).map((row) => [row.report.id, row]))
  const sources = await findFirstSources(q, ids)
  return sights(rows, ({ kind, ref }) => {
    const row = found.get(ref)
    if (!row) return null
    const { report, entry, act, asked, statementId } = row
    const source = sources.get(ref)
    const isAsked = kind === 'position-asked'
    const named = source?.title ? `“${source.title}”, ${source.publisher}` : 'Its source was deleted.'
    const decided = report.outcome === 'landed' || report.outcome === 'not-landed' ? report.outcome : null
    const facts = { answered: statementId !== null, withdrawn: asked === null || act === 'withdraw' }
    return {
      title: entry.title,
      noun,
      href: isAsked ? `/strategies/${entry.slug}#positions` : `/threads/${report.threadId}`,
      line: excerpt(decided === null ? named : `${lineStateWords[decided].label}. ${named}`, lineLength),
      due: null,
      settlement: isAsked ? settlementOf(kind, viewer, facts, now) : 'told',
    }
  })
}

/** Signals that are due for review. */
export const lookAtSignals: Look = async (q, rows, { viewer, now }) => {
  const all = await findSignals(
    q,
    rows.map(({ ref }) => ref),
  )
  const found = new Map(all.map((row) => [row.signal.id, row]))
  const toldAt = new Map(rows.map(({ ref, at }) => [ref, at]))
  const replaced = new Set<string>()
  for (const { signal, entry, act, publishedAt } of all) {
    // Words are compared only where something was published since: the job has looked at them before.
    if (!isDue(signal, now) || act === 'withdraw' || publishedAt <= (toldAt.get(signal.id) ?? 0)) continue
    if (!(await isCurrent(q, entry.id, signal.words))) replaced.add(signal.id)
  }
  return sights(rows, ({ kind, ref }) => {
    const row = found.get(ref)
    if (!row || kind !== 'signal-review') return null
    const { signal, entry, act } = row
    const due = isDue(signal, now) && act !== 'withdraw' && !replaced.has(signal.id)
    return {
      title: entry.title,
      noun,
      href: `/signals/${entry.slug}#review`,
      line: excerpt(signal.words, lineLength),
      due: due ? signal.reviewAt : null,
      settlement: settlementOf(kind, viewer, { due }, now),
    }
  })
}

/** Does the entry's current version still say these words as its signal? */
export async function isCurrent(q: Q, entryId: string, words: string): Promise<boolean> {
  const [now] = await listPublishedStrategies(q, entryId)
  return now !== undefined && now.act !== 'withdraw' && signalWords(now.content.sections.falsification) === words
}

/** Versions that were published. */
export const lookAtVersions: Look = async (q, rows, { viewer, now }) => {
  const all = await findVersions(
    q,
    rows.map(({ ref }) => ref),
  )
  const found = new Map(all.map((row) => [row.id, row]))
  return sights(rows, ({ kind, ref }) => {
    const version = found.get(ref)
    if (!version) return null
    const { entry, n, note, current, authors, reviewAt, expiresAt } = version
    const path = `/${kindPath[entry.kind]}/${entry.slug}`
    const seen = { title: entry.title, noun: kinds[entry.kind].label }
    if (kind !== 'version-review') {
      const line = excerpt(`Version ${n}: ${note}`, lineLength)
      return { ...seen, href: `${path}/v/${n}`, line, due: null, settlement: 'told' }
    }
    const expired = isPast(expiresAt, now)
    const due = current === n && (expired || isPast(reviewAt, now))
    return {
      ...seen,
      href: `/versions/affirm?entry=${path.slice(1)}`,
      line: expired ? `Version ${n} expired.` : `Version ${n} is due for review.`,
      due: due ? reviewAt : null,
      settlement: settlementOf(kind, viewer, { due, authorIds: authorIds(authors) }, now),
    }
  })
}
