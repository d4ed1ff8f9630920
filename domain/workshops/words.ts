/** What a phase of a workshop is for. */
export const phaseKinds = [
  'gather',
  'read',
  'statements',
  'argue',
  'agree',
  'co-write',
  'last-call',
  'ballot',
  'reveal',
  'wrap-up',
] as const

export type PhaseKind = (typeof phaseKinds)[number]

/** Who may write into the linked drafts in a phase. */
export const writers = ['everyone', 'members', 'facilitators', 'nobody'] as const

export type Writers = (typeof writers)[number]

/** What the projector shows: what the phase asks for, or what the facilitator chose; `result` reveals the ballot's. */
export const projections = [
  'follow',
  'lobby',
  'instruction',
  'candidates',
  'argument',
  'text',
  'tables',
  'result',
  'blank',
] as const

export type Projection = (typeof projections)[number]

/** Who without an account comes in: everybody with the code, whom a facilitator lets in, or nobody. */
export const guestPolicies = ['welcome', 'approve', 'refused'] as const

export type GuestPolicy = (typeof guestPolicies)[number]

export const phaseNames: Record<PhaseKind, string> = {
  gather: 'Gather',
  read: 'Read',
  statements: 'Silent wordings',
  argue: 'Argue',
  agree: 'Agree on a wording',
  'co-write': 'Co-write',
  'last-call': 'Last call',
  ballot: 'Ballot',
  reveal: 'Reveal',
  'wrap-up': 'Wrap up',
}

export const writerNames: Record<Writers, string> = {
  everyone: 'Everyone in the room, guests too',
  members: 'Members, not guests',
  facilitators: 'Facilitators only',
  nobody: 'Nobody',
}
