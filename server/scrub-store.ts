import { LogInUse } from '../db/store.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'

/**
 * Writes the database file anew after words were removed for good.
 *
 * @throws AppError `unavailable` where somebody reads the file for so long that its log still holds them.
 */
export async function scrubStore({ store }: Pick<Deps, 'store'>): Promise<void> {
  try {
    await store.scrub()
  } catch (error) {
    if (!(error instanceof LogInUse)) throw error
    const words = 'The words are gone from every page, but not yet from the disk: somebody is reading the whole record.'
    throw new AppError('unavailable', `${words} Remove them once more in a few minutes.`)
  }
}
