import type { Stance } from '../threads/reactions.ts'
import { stances } from '../threads/reactions.ts'
import { phaseAllows } from './phases.ts'
import type { PhaseKind } from './words.ts'

/** How many guests a rehearsal has ([E2]). */
export const simulatedGuests = 10

/** Acts at a time, so that a facilitator sees them come one after another. */
const mostAtOnce = 3
/** Of these wordings each guest says what it thinks. */
const mostJudged = 6

/** A guest that the server plays, and what it has done so far. */
export interface Played {
  /** From 1. */
  n: number
  /** It has a wording that stands. */
  proposed: boolean
  /** Numbers of the wordings that it has reacted to. */
  reactedTo: readonly number[]
  reasoned: boolean
  /** It has asked to speak, now or before. */
  asked: boolean
  /** It has answered the hum that is open. */
  hummed: boolean
}

/** A room, or one of its tables. */
export interface RehearsedRoom {
  /** Null before the first phase. */
  kind: PhaseKind | null
  /** How many simulated guests have come in, whether they are at this table or not. */
  joined: number
  played: readonly Played[]
  /** Wordings that everybody sees; `by` is the number of the simulated guest, null for anybody else. */
  wordings: readonly { n: number; by: number | null }[]
  humOpen: boolean
}

export type SimulatedAct = { guest: number } & (
  | { kind: 'join' }
  | { kind: 'ask' }
  | { kind: 'propose'; text: string }
  | { kind: 'react'; wording: number; stance: Stance }
  | { kind: 'reason'; wording: number; type: 'for' | 'against'; text: string }
  | { kind: 'hum'; stance: Stance }
)

/**
 * What simulated guests do next ([E2], [E3]): a few acts of those that the phase allows to guests, always the same for
 * the same room; none once everybody has done what there is to do.
 */
export function nextActs({ kind, joined, played, wordings, humOpen }: RehearsedRoom): SimulatedAct[] {
  const allows = (act: Parameters<typeof phaseAllows>[2]) => kind !== null && phaseAllows(kind, 'guest', act)
  const acts: SimulatedAct[] = []
  for (let guest = joined + 1; guest <= simulatedGuests; guest += 1) acts.push({ guest, kind: 'join' })
  for (const one of played) {
    const { n: guest } = one
    if (humOpen && allows('hum') && !one.hummed) acts.push({ guest, kind: 'hum', stance: stanceOf(guest, 1) })
    // Every fifth writes nothing, as in a real room.
    if (kind === 'statements' && !one.proposed && guest % 5 !== 0) {
      acts.push({ guest, kind: 'propose', text: wordingOf(guest) })
    }
    const others = wordings.filter(({ by }) => by !== guest).slice(0, mostJudged)
    const next = others.find(({ n }) => !one.reactedTo.includes(n))
    if (allows('react') && next) acts.push({ guest, kind: 'react', wording: next.n, stance: stanceOf(guest, next.n) })
    const about = others[guest % Math.max(1, others.length)]
    if (allows('comment') && about && !one.reasoned && guest % 2 === 0) {
      const type = guest % 4 === 0 ? 'for' : 'against'
      acts.push({ guest, kind: 'reason', wording: about.n, type, text: reasonOf(guest, type) })
    }
    if (kind === 'argue' && allows('queue') && !one.asked && guest % 4 === 3) acts.push({ guest, kind: 'ask' })
  }
  return acts.slice(0, mostAtOnce)
}

/** How a simulated guest is called: nobody takes it for a person ([E3]). */
export function simulatedName(n: number): string {
  return `Simulated guest ${n}`
}

/** Deterministic and spread over the three answers, more of them for than against. */
function stanceOf(guest: number, about: number): Stance {
  const mixed = (guest * 7 + about * 5) % 6
  return stances.find((one) => one === (mixed < 3 ? 'agree' : mixed < 5 ? 'disagree' : 'unsure')) ?? 'unsure'
}

/** Two of them say nearly the same, so that merging can be tried. */
function wordingOf(n: number): string {
  if (n === 4) return 'Simulated: the third thing that would show it is wrong happens.'
  if (n === 3) return 'Simulated: the third thing that would show that it is wrong happens.'
  return `Simulated: thing number ${n} that would show that it is wrong happens.`
}

function reasonOf(n: number, type: 'for' | 'against'): string {
  return type === 'for'
    ? `Simulated reason ${n} for it: everybody could see it happen.`
    : `Simulated reason ${n} against it: it could happen for another cause.`
}
