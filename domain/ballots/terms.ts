import { hashJson } from '../record/hash.ts'
import type { BallotOption } from './ballot.ts'

/** What a ballot is opened with beside its rule, quorum and times. */
export interface Terms {
  /** What can be chosen between; null where one text or one question is decided. */
  options: readonly BallotOption[] | null
  /** Name of the preset; null for none. */
  preset: string | null
  closer: 'anyone' | 'uninvolved'
  secondModerator: boolean
  /** Length of the last call in milliseconds; null for none. */
  lastCall: number | null
  lastCallRestarts: boolean
}

/** One hash over the terms; the opening event carries it, so that none can be changed afterwards ([B1]). */
export function termsHash({ options, preset, closer, secondModerator, lastCall, lastCallRestarts }: Terms): string {
  return hashJson({ closer, lastCall, lastCallRestarts, options, preset, secondModerator })
}
