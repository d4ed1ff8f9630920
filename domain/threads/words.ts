/** The words of arguing, as stored, as in addresses and as shown. */
export const threadKinds = ['falsification', 'threshold', 'relation', 'evidence', 'wording', 'general'] as const
export type ThreadKind = (typeof threadKinds)[number]

/** What one says for oneself. */
export const postedTypes = ['for', 'against', 'question', 'evidence', 'counter-example', 'rewording', 'note'] as const

/** All, in the order of a page; a restatement says what others argue ([T33]). */
export const contributionTypes = [
  'for',
  'against',
  'restatement',
  'question',
  'evidence',
  'counter-example',
  'rewording',
  'note',
] as const
export type ContributionType = (typeof contributionTypes)[number]

export const threadOutcomes = ['wording-adopted', 'signal-adopted', 'set-aside', 'minority-note'] as const
export type ThreadOutcome = (typeof threadOutcomes)[number]

export const threadKindLabels: Record<ThreadKind, string> = {
  falsification: 'Hearing on the falsification signal',
  threshold: 'Hearing on the threshold',
  relation: 'Thread on a relation',
  evidence: 'Thread on evidence',
  wording: 'Thread on wording',
  general: 'Thread',
}

export const contributionTypeLabels: Record<ContributionType, string> = {
  for: 'Reason for',
  against: 'Reason against',
  restatement: 'Restatement',
  question: 'Question',
  evidence: 'Evidence',
  'counter-example': 'Counter-example',
  rewording: 'Rewording',
  note: 'Note',
}

/** A sign beside the word, as a second cue. */
export const contributionTypeGlyphs: Record<ContributionType, string> = {
  for: '+',
  against: '−',
  restatement: '⇄',
  question: '?',
  evidence: '◆',
  'counter-example': '≠',
  rewording: '¶',
  note: '•',
}

/** Headings over several. */
export const contributionTypePlurals: Record<ContributionType, string> = {
  for: 'Reasons for',
  against: 'Reasons against',
  restatement: 'Sides restated by others',
  question: 'Questions',
  evidence: 'Evidence',
  'counter-example': 'Counter-examples',
  rewording: 'Rewordings',
  note: 'Notes',
}

/** What belongs into each type, said to the person who chooses it. */
export const contributionTypeHints: Record<ContributionType, string> = {
  for: 'one reason why it holds',
  against: 'one reason why it does not',
  restatement: 'what others argue, in words they would call fair',
  question: 'something that must be known first',
  evidence: 'something observed, with its source',
  'counter-example': 'a case where it fails',
  rewording: 'the words you would put instead',
  note: 'anything else that helps',
}

export const outcomeLabels: Record<ThreadOutcome, string> = {
  'wording-adopted': 'Wording adopted',
  'signal-adopted': 'Signal adopted',
  'set-aside': 'Set aside',
  'minority-note': 'Carried as minority note',
}

export type HearingKind = 'falsification' | 'threshold'

export function isHearing(kind: ThreadKind): kind is HearingKind {
  return kind === 'falsification' || kind === 'threshold'
}
