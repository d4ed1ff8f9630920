import { lastCallFault, quorumShapeFault } from './opening.ts'
import type { Preset } from './presets.ts'
import { ruleFault } from './rule-fault.ts'
import { openFor } from './time.ts'

export interface PresetFault {
  field: 'name' | 'words' | 'rule' | 'options' | 'parameters' | 'quorum' | 'openFor' | 'lastCall'
  words: string
}

/** The first thing that is wrong with a preset, and in which input, or null ([B59]). */
export function presetFault({ rule, parameters, quorum, openFor: span, lastCall }: Preset): PresetFault | null {
  const fault = ruleFault({ rule, parameters })
  if (fault) return fault
  const quorumWords = quorumShapeFault(quorum)
  if (quorumWords) return { field: 'quorum', words: quorumWords }
  if (!(span >= openFor.least && span <= openFor.most)) {
    return { field: 'openFor', words: 'Choose how long a ballot stays open.' }
  }
  const lastCallWords = lastCallFault(lastCall, span)
  return lastCallWords ? { field: 'lastCall', words: lastCallWords } : null
}

export interface NamedBallot {
  state: string
  result: string | null
  /** Milliseconds since 1970, UTC; null while it is open. */
  closedAt: number | null
}

/**
 * Why a preset may not be changed in this name, in words; null where it may ([B60]).
 *
 * @param ballot the closed ballot that is named; null where none is, or none that exists.
 */
export function presetChangeFault(
  { byBallot, updatedAt }: Pick<Preset, 'byBallot'> & { updatedAt: number },
  ballot: NamedBallot | null,
): string | null {
  if (!byBallot) return null
  if (!ballot) return 'This way of deciding changes only by ballot. Name the ballot that adopted the change.'
  if (ballot.state !== 'closed' || ballot.result !== 'adopted') {
    return 'The ballot that is named did not adopt anything, or is not closed yet.'
  }
  // What it adopted has been done once something changed after it closed.
  if (ballot.closedAt === null || ballot.closedAt < updatedAt) {
    return 'The ballot that is named closed before this was last changed. Name the one that adopted this change.'
  }
  return null
}
