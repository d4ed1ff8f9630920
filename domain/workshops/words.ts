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

/** Who may write into the linked drafts in a phase. */
export const writers = ['everyone', 'members', 'facilitators', 'nobody'] as const
