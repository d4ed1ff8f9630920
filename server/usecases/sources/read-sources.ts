import type { Reference } from '../../../domain/citing/reference.ts'
import type { SourceWords } from '../../../domain/threads/sources.ts'
import { claimStatuses, mostSources, readArchiveHash, readClaimStatus } from '../../../domain/threads/sources.ts'
import { AppError } from '../../errors.ts'
import { readReference } from './read-reference.ts'

/** A source as it was typed: a page on the web, or an entry of the atlas. */
export interface TypedSource extends Partial<Reference> {
  /** Slug of a source entry; then the other texts stand there. */
  entry?: string | undefined
  archiveHash?: string | undefined
  /** A claim status; unverified where it is left out. */
  status?: string | undefined
}

/** A source that was checked as far as it can be without looking anything up. */
export interface CheckedSource extends Omit<SourceWords, 'entryId'> {
  /** Slug of a source entry, or null. */
  entry: string | null
  /** What the form or the request calls a field of this one. */
  named(field: string): string
}

/**
 * Sources as they were typed, checked ([T24], [T25]).
 *
 * @throws AppError `bad-input` naming `sources.<n>.<field>`, from 0 on.
 */
export function readSources(typed: readonly TypedSource[], now: number): CheckedSource[] {
  if (typed.length > mostSources) {
    throw new AppError('bad-input', `At most ${mostSources} sources stand under one contribution.`, 'sources')
  }
  return typed.map((source, n) => readSource(source, now, (field) => `sources.${n}.${field}`))
}

function readSource(typed: TypedSource, now: number, named: CheckedSource['named']): CheckedSource {
  const entry = typed.entry?.trim() || null
  if (entry !== null && typed.url?.trim()) {
    throw new AppError('bad-input', 'Name either a source of this atlas or a page on the web.', named('entry'))
  }
  const words = entry === null ? readReference(typed, now, named) : { url: '', title: '', publisher: '', date: '' }
  const status = readClaimStatus(typed.status ?? '')
  if (status === null) {
    const known = claimStatuses.map(({ id }) => id).join(', ')
    throw new AppError('bad-input', `Choose one of: ${known}.`, named('status'))
  }
  const archiveHash = readArchiveHash(typed.archiveHash ?? '')
  if (archiveHash === null) {
    throw new AppError(
      'bad-input',
      'A SHA-256 has 64 hexadecimal digits, 0 to 9 and a to f. Leave it out if there is no archived copy.',
      named('archiveHash'),
    )
  }
  return { ...words, entry, archiveHash, status, named }
}
