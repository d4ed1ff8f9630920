export const suggestionStates = ['open', 'accepted', 'edited', 'declined', 'withdrawn'] as const
export type SuggestionState = (typeof suggestionStates)[number]

export const suggestionStateLabels: Record<SuggestionState, string> = {
  open: 'Open',
  accepted: 'Accepted',
  edited: 'Accepted with edits',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
}
