import type { Deps } from '../deps.ts'
import { keepCheckpoint, NotSigned } from '../record/keep-checkpoint.ts'

/** Turns of the scheduler, about a second each, that are let pass at most before a refused signing is tried again. */
const mostTurns = 600

/**
 * What the scheduler does in each of its turns to have the record signed. A chain that does not hold is told of once and
 * ends nothing else; it is read again after ever more turns, since that takes long and seldom helps.
 */
export function recordSigner(deps: Deps, keep: (deps: Deps) => Promise<unknown> = keepCheckpoint) {
  let told = ''
  let pause = 0
  let left = 0
  return async (): Promise<void> => {
    if (left > 0) {
      left -= 1
      return
    }
    try {
      await keep(deps)
      told = ''
      pause = 0
    } catch (error) {
      if (!(error instanceof NotSigned)) throw error
      if (told !== error.message) deps.log.error({ err: error }, 'the record does not hold and was not signed')
      told = error.message
      pause = Math.min(pause * 2 + 1, mostTurns)
      left = pause
    }
  }
}
