import type { PhaseKind, Writers } from './words.ts'

export const mostPhases = 30
export const mostMinutes = 240
/** For participants: what one reads at a glance on a phone. */
export const mostInstruction = 200

/** One line of an agenda, as it is planned. */
export interface PlannedPhase {
  kind: PhaseKind
  title: string
  /** 0 for no limit. */
  minutes: number
  writers: Writers
  locksAtEnd: boolean
  instruction: string
  material: string
}

/** The first thing wrong with an agenda, with the number of its phase (from 1) and the field, or null ([A1]). */
export function agendaFault(
  phases: readonly PlannedPhase[],
): { phase: number; field: 'title' | 'minutes' | 'instruction'; detail: string } | null {
  for (const [i, { title, minutes, instruction }] of phases.entries()) {
    const phase = i + 1
    if (title === '') return { phase, field: 'title', detail: `Give phase ${phase} a title.` }
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes) {
      const detail = `Give phase ${phase} whole minutes between 0 (no limit) and ${mostMinutes}.`
      return { phase, field: 'minutes', detail }
    }
    if (instruction.length > mostInstruction) {
      const detail = `Shorten the instruction of phase ${phase} to ${mostInstruction} characters; it has ${instruction.length} now.`
      return { phase, field: 'instruction', detail }
    }
  }
  return null
}

/**
 * The first position that may still be changed, moved or removed ([A2]): what has begun stays as it was.
 *
 * @param phase position of the present phase; null before the start.
 */
export function firstOpen(phase: number | null): number {
  return (phase ?? 0) + 1
}

/** How long an agenda takes, in minutes. */
export function totalMinutes(phases: readonly { minutes: number }[]): number {
  return phases.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** When each phase begins by plan, in milliseconds after the start. */
export function plannedOffsets(phases: readonly { minutes: number }[]): number[] {
  let sum = 0
  return phases.map(({ minutes }) => {
    const at = sum
    sum += minutes * 60_000
    return at
  })
}
