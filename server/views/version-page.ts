import { listVersionPassages } from '../../db/queries/anchors.ts'
import { findBallot } from '../../db/queries/ballots.ts'
import { listEditionsOf } from '../../db/queries/editions.ts'
import type { EntryRow } from '../../db/queries/entries.ts'
import type { SnapshotRow } from '../../db/queries/snapshots.ts'
import { listVersionThreads } from '../../db/queries/version-lists.ts'
import type { VersionRow } from '../../db/queries/versions.ts'
import { versionBefore } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { siteUrl } from '../site-url.ts'
import { atlasIndex, indexWith } from './atlas-index.ts'
import type { ChallengeLine } from './challenge-pages.ts'
import { challengesOf } from './challenge-pages.ts'
import type { EntryPanels } from './entry-panels.ts'
import { entryPanels } from './entry-panels.ts'
import type { MinorityNote } from './minority-notes.ts'
import { minorityNotesOf } from './minority-notes.ts'
import type { ShownStatement } from './outcome-statement.ts'
import { shownStatement } from './outcome-statement.ts'
import type { Passage } from './passages.ts'
import { passageOf } from './passages.ts'
import type { NamedEntry, VersionHead } from './version-of.ts'
import { publishedEntry, versionHead, versionNumber, versionOf } from './version-of.ts'
import type { VersionProof } from './version-proof.ts'
import { versionProof } from './version-proof.ts'

export interface VersionPage {
  entry: NamedEntry
  version: VersionHead
  /** The version that was current before it; null for the first one and for a minority variant. */
  before: number | null
  title: string
  /** The panels as this version has them, among the other entries of today. */
  panels: EntryPanels
  content: EntryContent
  /** The permanent address, as complete as the site knows it. */
  address: string
  /** What a moderator said that its ballot decided. */
  statement: ShownStatement | null
  minorityNotes: MinorityNote[]
  /** Challenges to this version, the latest first. */
  challenges: ChallengeLine[]
  /** Names of the editions it is in, oldest first. */
  editions: string[]
  /** The words of this version that threads are about. */
  passages: Passage[]
  threads: { id: string; title: string; state: 'open' | 'resolved' }[]
  proof: VersionProof
}

async function panelsOf(
  deps: Deps,
  { id, kind, slug }: EntryRow,
  { n, id: versionId, publishedAt, expiresAt }: VersionRow,
  { content, hash }: SnapshotRow,
): Promise<EntryPanels> {
  const entry = { entryId: id, kind, slug, title: content.title, n, versionId, content, hash, publishedAt, expiresAt }
  return entryPanels(indexWith(await atlasIndex(deps), entry), entry)
}

async function statementOf(q: Q, ballotId: string | null): Promise<ShownStatement | null> {
  const ballot = ballotId === null ? undefined : await findBallot(q, ballotId)
  return ballot ? shownStatement(q, ballot) : null
}

/**
 * The permalink of one version: what it said and how it came about. It never changes but for the way to the
 * current version.
 *
 * @throws AppError `not-found`, `gone` for a withdrawn version.
 */
export async function versionPage(
  deps: Deps,
  viewer: Viewer | null,
  { kind, slug, n }: { kind: EntryKind; slug: string; n: string },
): Promise<VersionPage> {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const q = deps.store.read
  const { row, ...entry } = await publishedEntry(q, kind, slug)
  const { version, snapshot } = await versionOf(q, { ...entry, row }, versionNumber(n))
  if (version.kind === 'withdraw')
    throw new AppError('gone', `Version ${version.n} withdrew the entry: ${version.note}`)
  return {
    entry,
    version: versionHead(version, snapshot.hash),
    before: version.variant === null ? await versionBefore(q, row.id, version.n) : null,
    title: snapshot.content.title,
    panels: await panelsOf(deps, row, version, snapshot),
    content: snapshot.content,
    address: `${siteUrl(deps.env)}${entry.path}/v/${version.n}`,
    statement: await statementOf(q, version.ballotId),
    minorityNotes: await minorityNotesOf(deps, version.draftId),
    challenges: (await challengesOf(q, { entryId: row.id, kind })).filter((one) => one.n === version.n),
    editions: (await listEditionsOf(q, row.id)).filter((one) => one.n === version.n).map(({ name }) => name),
    passages: (await listVersionPassages(q, row.id, version.n)).map(passageOf),
    threads: version.draftId ? await listVersionThreads(q, version.draftId) : [],
    proof: await versionProof(q, version, snapshot),
  }
}
