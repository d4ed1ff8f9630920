import { findSnapshot } from '../../../db/queries/snapshots.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { carried } from './carry-anchors.ts'
import type { OpenThread, Subject } from './open-thread.ts'
import type { Placement } from './words-of.ts'
import { checkWords, sectionTexts, wordsInDraft, wordsInVersion } from './words-of.ts'

/**
 * Where the words of a new thread stand: in its draft, or in its version and, as far as they are there too, in the
 * current one. Empty where it is about no words. Call it before a transaction.
 *
 * @throws AppError `bad-input` (field `quote`) where they do not stand for certain, `not-found`.
 */
export async function placeWords(
  deps: Deps,
  { kind, entryId, draftId, version, currentVersion }: Subject,
  { place, words: chosen }: OpenThread,
): Promise<Placement[]> {
  const words = checkWords(kind, place, chosen)
  if (!words) return []
  if (draftId !== null) return [await wordsInDraft(deps, draftId, words)]
  if (version === null || currentVersion === null) return []
  const q = deps.store.read
  const here = wordsInVersion(await contentOf(q, entryId, version), version, words)
  if (version === currentVersion) return [here]
  const textOf = sectionTexts(await contentOf(q, entryId, currentVersion))
  return [here, carried(here, textOf(here.section), currentVersion)]
}

async function contentOf(q: Q, entryId: string, n: number): Promise<EntryContent> {
  const version = await findVersion(q, entryId, n)
  const snapshot = version && (await findSnapshot(q, version.snapshotId))
  if (!snapshot || version.kind === 'withdraw') throw new AppError('not-found', `There is no version ${n} to discuss.`)
  return snapshot.content
}
