import type { PhaseKind, Writers } from './words.ts'

/** As what somebody is in a workshop: without an account, with one, or leading it. */
export type Party = 'guest' | 'member' | 'facilitator'

/**
 * What a phase may open: to propose a wording, to see what others said, to react to it, to give reasons, to object, to
 * vote (a guest's answer stands beside the ballot and is not counted), to hum, to ask to speak. Who writes into the
 * drafts is said by each phase on its own.
 */
export const phaseActs = ['propose', 'see', 'react', 'comment', 'object', 'vote', 'hum', 'queue'] as const

export type PhaseAct = (typeof phaseActs)[number]

type Allowed = Record<Party, readonly PhaseAct[]>

const room: readonly PhaseAct[] = ['see', 'hum', 'queue']
const discussion: readonly PhaseAct[] = ['see', 'react', 'comment', 'hum', 'queue']

/** The one table of what may be done in a phase ([P5]). */
const allowed: Record<PhaseKind, Allowed> = {
  gather: { guest: room, member: room, facilitator: discussion },
  read: { guest: room, member: ['see', 'comment', 'hum', 'queue'], facilitator: discussion },
  // Silent: others' words are seen by nobody, facilitators included.
  statements: { guest: ['propose'], member: ['propose'], facilitator: ['propose'] },
  argue: {
    guest: discussion,
    member: [...discussion, 'object'],
    facilitator: [...discussion, 'object', 'propose'],
  },
  agree: {
    guest: [...discussion, 'propose'],
    member: [...discussion, 'propose', 'object'],
    facilitator: [...discussion, 'propose', 'object'],
  },
  'co-write': {
    guest: [...discussion, 'propose'],
    member: [...discussion, 'propose', 'object'],
    facilitator: [...discussion, 'propose', 'object'],
  },
  'last-call': { guest: discussion, member: [...discussion, 'object'], facilitator: [...discussion, 'object'] },
  ballot: {
    guest: ['see', 'vote', 'queue'],
    member: ['see', 'vote', 'object', 'queue'],
    facilitator: ['see', 'vote', 'object', 'queue'],
  },
  reveal: { guest: room, member: room, facilitator: discussion },
  'wrap-up': { guest: [...room, 'comment'], member: discussion, facilitator: discussion },
}

/** Whether a phase of this kind opens an act to this party ([P5], [P6]). */
export function phaseAllows(kind: PhaseKind, party: Party, act: PhaseAct): boolean {
  return allowed[kind][party].includes(act)
}

/** Whether what is proposed in a phase stays hidden from all but its author until the phase is left ([P6]). */
export function isSilent(kind: PhaseKind): boolean {
  return !phaseAllows(kind, 'facilitator', 'see')
}

/** Whether this party may write into the linked drafts ([P7]): what the phase says, and no lock but for facilitators. */
export function mayWriteIn(writers: Writers, locked: boolean, party: Party): boolean {
  if (party === 'facilitator') return true
  if (locked) return false
  return writers === 'everyone' || (writers === 'members' && party === 'member')
}

/** Where a workshop stands, as far as its moves depend on it. */
export interface Room {
  state: 'planned' | 'live' | 'ended'
  /** Position of the present phase, from 1; null before the start. */
  phase: number | null
}

export type Move = { kind: 'start' | 'next' | 'back' | 'end' } | { kind: 'go'; to: number }

/**
 * The room after a move, or null where the move is not possible ([P1]–[P4]).
 *
 * @param phases how many the agenda has.
 */
export function moveRoom(room: Room, move: Move, phases: number): Room | null {
  const { state, phase } = room
  if (move.kind === 'end') return state === 'ended' ? null : { state: 'ended', phase }
  if (move.kind === 'start') return state === 'planned' && phases > 0 ? { state: 'live', phase: 1 } : null
  if (state !== 'live' || phase === null) return null
  const to = move.kind === 'go' ? move.to : phase + (move.kind === 'next' ? 1 : -1)
  const exists = Number.isInteger(to) && to >= 1 && to <= phases && to !== phase
  return exists ? { state, phase: to } : null
}
