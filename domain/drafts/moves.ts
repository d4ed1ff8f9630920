/** Where a draft stands. The order is that of its life. */
export const draftStates = [
  'writing',
  'in-review',
  'ballot-open',
  'promoted',
  'returned',
  'withdrawn',
  'published',
  'archived',
  'merged',
] as const
export type DraftState = (typeof draftStates)[number]

/** States of a draft that may still become a version. */
export const liveDraftStates = ['writing', 'in-review', 'ballot-open', 'promoted'] as const satisfies DraftState[]

/** States of a draft whose text may still change, and that can be commented on and objected to. */
export const openDraftStates = ['writing', 'in-review', 'ballot-open'] as const satisfies DraftState[]

/** Everything that moves a draft from one state to another. */
export const draftMoves = {
  submit: { from: ['writing'], to: 'in-review' },
  'take-back': { from: ['in-review', 'promoted', 'returned', 'withdrawn', 'archived', 'merged'], to: 'writing' },
  withdraw: { from: ['writing', 'in-review', 'promoted', 'returned'], to: 'withdrawn' },
  archive: { from: ['returned', 'withdrawn'], to: 'archived' },
  merge: { from: ['writing', 'in-review', 'returned'], to: 'merged' },
  'open-ballot': { from: ['writing', 'in-review'], to: 'ballot-open' },
  promote: { from: ['ballot-open'], to: 'promoted' },
  return: { from: ['ballot-open'], to: 'returned' },
  'void-ballot': { from: ['ballot-open'], to: 'in-review' },
  publish: { from: ['promoted'], to: 'published' },
} as const satisfies Record<string, { from: readonly DraftState[]; to: DraftState }>

export type DraftMove = keyof typeof draftMoves

/** Moves that a person asks for by name; the others follow from a ballot, a publication or a merge. */
export const ownMoves = ['submit', 'take-back', 'withdraw', 'archive'] as const
export type OwnMove = (typeof ownMoves)[number]

/** The state after a move, or null when the draft does not allow it now (drafts SPEC [D2]). */
export function afterMove(state: DraftState, move: DraftMove): DraftState | null {
  const { from, to }: { from: readonly DraftState[]; to: DraftState } = draftMoves[move]
  return from.includes(state) ? to : null
}

/** A draft may be deleted unless a vote runs on it or a version came of it (drafts SPEC [D6]). */
export function isDeletable(state: DraftState): boolean {
  return state !== 'ballot-open' && state !== 'published'
}

export const stateLabels: Record<DraftState, string> = {
  writing: 'Writing',
  'in-review': 'In review',
  'ballot-open': 'Ballot open',
  promoted: 'Promoted',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  published: 'Published',
  archived: 'Archived',
  merged: 'Merged',
}
