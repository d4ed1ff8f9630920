import type { EntryRow } from '../../db/queries/entries.ts'
import { findEntry } from '../../db/queries/entries.ts'
import type { VersionRow } from '../../db/queries/versions.ts'
import { findVersion, lastVersionNumber } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath, kinds } from '../../domain/entries/kinds.ts'
import { percentages } from '../../domain/history/shares.ts'
import { isAuthor } from '../../domain/publishing/authors.ts'
import { shortHash } from '../../domain/record/hash.ts'
import { AppError } from '../errors.ts'
import type { PublishedVersion } from '../usecases/versions/moderated-entry.ts'
import { numbered } from '../usecases/versions/moderated-entry.ts'

/** The entry a version belongs to, as its pages name it. */
export interface NamedEntry {
  kind: EntryKind
  kindLabel: string
  plural: string
  slug: string
  title: string
  /** `/strategies/<slug>` */
  path: string
  /** As the record names it: `entry/<id>`. */
  subject: string
  currentVersion: number
  /** The last version took it out of the atlas. */
  withdrawn: boolean
}

/** What is said about a version everywhere. */
export interface VersionHead {
  n: number
  kind: VersionRow['kind']
  /** Name of a minority variant, which never is the current text; null for any other version. */
  variant: string | null
  note: string
  /** Names, most written first. */
  authors: string[]
  /** Whole percent of what accounts wrote of the text; empty for versions from before it was counted. */
  authorShares: { name: string; characters: number; share: number }[]
  /** Who changed the draft, but of whose words none stands in the text. */
  tookPart: string[]
  decision: { kind: VersionRow['decision']['kind']; summary: string; ballot: string | null }
  publishedAt: number
  contentHash: string
  shortHash: string
}

/** @throws AppError `not-found` when nothing is published at this address. */
export async function publishedEntry(q: Q, kind: EntryKind, slug: string): Promise<NamedEntry & { row: EntryRow }> {
  const row = await findEntry(q, kind, slug)
  if (!row || row.currentVersion === null) {
    throw new AppError('not-found', `No ${kinds[kind].label.toLowerCase()} is published at this address.`)
  }
  return {
    row,
    kind,
    kindLabel: kinds[kind].label,
    plural: kinds[kind].plural,
    slug,
    title: row.title,
    path: `/${kindPath[kind]}/${slug}`,
    subject: `entry/${row.id}`,
    currentVersion: row.currentVersion,
    withdrawn: (await findVersion(q, row.id, row.currentVersion))?.kind === 'withdraw',
  }
}

/** @throws AppError `not-found` naming the versions that exist. */
export async function versionOf(q: Q, entry: NamedEntry & { row: EntryRow }, n: number): Promise<PublishedVersion> {
  const found = await numbered(q, entry.row, n)
  if (!found) {
    const last = await lastVersionNumber(q, entry.row.id)
    const known = last === 1 ? 'only version 1' : `versions 1 to ${last}`
    throw new AppError('not-found', `${entry.title} has ${known}; there is no version ${n}.`)
  }
  return found
}

export function versionHead(version: VersionRow, contentHash: string): VersionHead {
  const { n, kind, variant, note, decision, publishedAt } = version
  const authors = version.authors.filter(isAuthor)
  const counted = authors.flatMap(({ name, characters }) => (characters === undefined ? [] : [{ name, characters }]))
  const shares = percentages(counted.map(({ characters }) => characters))
  return {
    n,
    kind,
    variant,
    note,
    authors: authors.map((author) => author.name),
    authorShares: counted.map((author, i) => ({ ...author, share: shares[i] ?? 0 })),
    tookPart: version.authors.filter((author) => !isAuthor(author)).map((author) => author.name),
    decision: {
      kind: decision.kind,
      summary: decision.summary,
      ballot: decision.ballotId ? `/ballots/${decision.ballotId}` : null,
    },
    publishedAt,
    contentHash,
    shortHash: shortHash(contentHash),
  }
}

/**
 * A version number out of an address.
 *
 * @throws AppError `not-found` for anything but a positive whole number.
 */
export function versionNumber(text: string): number {
  if (/^[1-9][0-9]{0,6}$/.test(text)) return Number(text)
  throw new AppError('not-found', `“${text.slice(0, 20)}” is not a version number. Versions are numbered from 1.`)
}
