import { insertJob } from '../../../db/queries/jobs.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { ShelfLife } from '../../../domain/publishing/shelf-life.ts'
import { readShelfLife } from '../../../domain/publishing/shelf-life.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/** Days as a form sends them, `2027-11-24`; empty or absent for none. */
export interface TypedShelfLife {
  review?: string | undefined
  expires?: string | undefined
}

/** @throws AppError `bad-input` (review, expires). */
export function checkShelfLife({ review = '', expires = '' }: TypedShelfLife, now: number): ShelfLife {
  const read = readShelfLife({ review, expires }, now)
  if ('field' in read) throw new AppError('bad-input', read.words, read.field)
  return read
}

/** Has what follows from its days happen on them (publishing SPEC [P22], [P23]). Call it where the days are set. */
export async function scheduleShelfLife(
  deps: Pick<Deps, 'newId'>,
  q: Q,
  { id: versionId, reviewAt, expiresAt }: Pick<VersionRow, 'id' | 'reviewAt' | 'expiresAt'>,
): Promise<void> {
  const due = { 'version-review': reviewAt, 'version-expiry': expiresAt }
  for (const [kind, at] of Object.entries(due)) {
    if (at === null) continue
    const key = `${kind}/${versionId}/${at}`
    await insertJob(q, { id: deps.newId(), kind, key, payload: { versionId, at }, dueAt: at })
  }
}
