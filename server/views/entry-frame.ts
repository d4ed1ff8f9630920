import { listEditionsOf } from '../../db/queries/editions.ts'
import type { VersionRow } from '../../db/queries/versions.ts'
import { findVersion, listVariants } from '../../db/queries/versions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath, kinds } from '../../domain/entries/kinds.ts'
import { authorIds } from '../../domain/publishing/authors.ts'
import { isPast } from '../../domain/publishing/shelf-life.ts'
import type { OpenQuestion } from '../../domain/threads/open-questions.ts'
import { openQuestions } from '../../domain/threads/open-questions.ts'
import type { Deps } from '../deps.ts'
import { siteUrl } from '../site-url.ts'
import type { AgreedParts } from './agreement-of.ts'
import { agreementOf } from './agreement-of.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import type { ChallengeLine } from './challenge-pages.ts'
import { challengesOf, standingChallenges } from './challenge-pages.ts'
import type { Deliberation } from './deliberation-of.ts'
import { deliberationOf } from './deliberation-of.ts'
import { opening } from './feed.ts'
import type { LinksGroup } from './links-here.ts'
import { linksHere } from './links-here.ts'
import type { MinorityNote } from './minority-notes.ts'
import { minorityNotesOf } from './minority-notes.ts'
import type { SinceRead } from './since-read.ts'
import { entrySince } from './since-read.ts'
import type { ThreadSummary } from './threads-of.ts'
import type { VersionHead } from './version-of.ts'
import { versionHead } from './version-of.ts'
import type { Watch } from './watch-of.ts'
import { watchOf } from './watch-of.ts'

/** An open question with the thread in which it is argued, an open one before a resolved one. */
export interface ArguedQuestion extends OpenQuestion {
  thread: ThreadSummary | null
}

/** What the page of every published entry shows besides its own panels. */
export interface EntryFrame {
  entryId: string
  kind: EntryKind
  kindLabel: string
  plural: string
  slug: string
  title: string
  /** `/strategies/<slug>` */
  path: string
  /** As forms and addresses name it: `strategies/<slug>`. */
  place: string
  version: VersionHead
  minorityNotes: MinorityNote[]
  /** Texts that were not adopted and are kept as minority variants. */
  variants: { n: number; name: string }[]
  /** The days that were set for this version; `affirm`: where the viewer may say that it still stands. */
  days: { reviewAt: number | null; due: boolean; expiresAt: number | null; expired: boolean; affirm: string | null }
  /** The last edition this version is in; null where it is in none. */
  edition: string | null
  deliberation: Deliberation
  /** How far each part of the text is agreed, the parts decided last first. */
  agreement: AgreedParts[]
  /** Open challenges, and what a revision of this version is to meet. */
  challenges: ChallengeLine[]
  questions: ArguedQuestion[]
  linksHere: LinksGroup[]
  /** Permanent, of this version, to be cited. */
  address: string
  /** Of the page, for programs that follow links. */
  canonical: string
  /** How the entry begins, in one line. */
  summary: string
  /** Where the viewer may put a question about it to a ballot; null for who may not. */
  ask: string | null
  /** Where the viewer may withdraw it; null for who may not. */
  withdraw: string | null
  /** How much of it the viewer hears; null for who has no inbox. */
  watch: Watch | null
  /** What is new to the viewer since they were here before. */
  since: SinceRead | null
}

export async function entryFrame(
  deps: Deps,
  viewer: Viewer | null,
  index: AtlasIndex,
  entry: IndexedEntry,
): Promise<EntryFrame> {
  const { kind, slug, title, n, hash } = entry
  const version = await findVersion(deps.store.read, entry.entryId, n)
  if (!version) throw new Error(`entry ${entry.entryId} has no version ${n}`)
  const deliberation = await deliberationOf(deps, viewer, entry.entryId, n)
  const place = `${kindPath[kind]}/${slug}`
  return {
    entryId: entry.entryId,
    kind,
    kindLabel: kinds[kind].label,
    plural: kinds[kind].plural,
    slug,
    title,
    path: `/${place}`,
    place,
    version: versionHead(version, hash),
    minorityNotes: await minorityNotesOf(deps, version.draftId),
    variants: (await listVariants(deps.store.read, entry.entryId)).map(({ n: number, name }) => ({ n: number, name })),
    days: daysOf(deps.now(), viewer, version, place),
    edition: (await listEditionsOf(deps.store.read, entry.entryId)).findLast((one) => one.n === n)?.name ?? null,
    deliberation,
    agreement: await agreementOf(deps.store.read, entry, deliberation.places),
    challenges: standingChallenges(await challengesOf(deps.store.read, entry), n),
    questions: argueQuestions(openQuestions(kind, entry.content), deliberation.threads),
    linksHere: linksHere(index, kind, slug),
    address: `${siteUrl(deps.env)}/${place}/v/${n}`,
    // A site that was not told its name must not tell search engines another.
    canonical: `${deps.env.publicUrl ?? ''}/${place}`,
    summary: opening(entry.content).replace(/\s+/g, ' ').slice(0, 200),
    ask: can(viewer, 'ballot.ask', null) ? `/ballots/new?entry=${place}` : null,
    withdraw: can(viewer, 'entry.withdraw', null) ? `/moderation/withdraw?entry=${place}` : null,
    watch: await watchOf(deps.store.read, viewer, `entry/${entry.entryId}`),
    since: await entrySince(deps, viewer, { ...entry, path: `/${place}` }),
  }
}

function daysOf(now: number, viewer: Viewer | null, version: VersionRow, place: string): EntryFrame['days'] {
  const { reviewAt, expiresAt, authors } = version
  const may = can(viewer, 'version.affirm', { authorIds: authorIds(authors) })
  return {
    ...{ reviewAt, due: isPast(reviewAt, now), expiresAt, expired: isPast(expiresAt, now) },
    affirm: may ? `/versions/affirm?entry=${place}` : null,
  }
}

function argueQuestions(questions: readonly OpenQuestion[], threads: readonly ThreadSummary[]): ArguedQuestion[] {
  return questions.map((question) => ({
    ...question,
    thread: threads.find(({ title, place }) => title === question.words && place === question.place) ?? null,
  }))
}
