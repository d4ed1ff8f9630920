/** What a person can have written, and so what can be flagged and decided about ([M1]). */
export const thingKinds = [
  'contribution',
  'candidate',
  'thread',
  'draft',
  'suggestion',
  'objection',
  'review',
  'position',
  'member',
  'person',
] as const
export type ThingKind = (typeof thingKinds)[number]

export const thingKindWords: Record<ThingKind, string> = {
  contribution: 'Contribution',
  candidate: 'Candidate wording',
  thread: 'Thread',
  draft: 'Draft',
  suggestion: 'Suggestion',
  objection: 'Objection',
  review: 'Review of a draft',
  position: 'Position on a strategy',
  member: 'What a member says about themselves',
  person: 'Page of a person',
}

/** Where a case comes from. */
export const caseKinds = ['flags', 'first-post', 'correction'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseKindWords: Record<CaseKind, string> = {
  flags: 'Flagged',
  'first-post': 'First post of a newcomer',
  correction: 'Correction asked for',
}

/** Why something is flagged, from a list ([M2]). */
export const flagReasons = ['attack', 'private', 'unlawful', 'spam', 'off-topic', 'false-source', 'other'] as const
export type FlagReason = (typeof flagReasons)[number]

export const flagReasonWords: Record<FlagReason, string> = {
  attack: 'Attacks a person instead of an argument',
  private: 'Tells private things about somebody',
  unlawful: 'May break the law',
  spam: 'Advertises, or repeats itself',
  'off-topic': 'Does not belong here',
  'false-source': 'Says of a source what it does not say',
  other: 'Something else, in my own words',
}

/** What a moderator can decide ([M5]). */
export const caseActs = ['keep', 'correct', 'hide', 'lock', 'slow', 'suspend', 'remove'] as const
export type CaseAct = (typeof caseActs)[number]

export const caseActWords: Record<CaseAct, { act: string; done: string; hint: string }> = {
  keep: { act: 'Keep it', done: 'Kept', hint: 'It stays as it is, and is shown again where it waited.' },
  correct: {
    act: 'Correct the page',
    done: 'Correction granted',
    hint: 'Say what will be corrected, and begin the revision. Whoever asked reads it.',
  },
  hide: {
    act: 'Hide it',
    done: 'Hidden',
    hint: 'Its place says that it is hidden and why. Its author and the moderators still read it.',
  },
  lock: { act: 'Lock the thread', done: 'Thread locked', hint: 'It stays readable, and nobody adds to it.' },
  slow: {
    act: 'Slow its author down here',
    done: 'Author slowed down',
    hint: 'One post in the minutes you give, in this thread or draft, for a week.',
  },
  suspend: {
    act: 'Suspend its author',
    done: 'Author suspended',
    hint: 'For the days you give. What it says is hidden, too. The suspension ends by itself.',
  },
  remove: {
    act: 'Remove the words for good',
    done: 'Removed',
    hint: 'Where law or safety asks. The words are erased and cannot come back, whatever an appeal says.',
  },
}

/** Why a moderator decides so, from a list ([M5]). */
export const decisionReasons = [
  'in-order',
  'attack',
  'private',
  'unlawful',
  'spam',
  'off-topic',
  'false-source',
  'other',
] as const
export type DecisionReason = (typeof decisionReasons)[number]

export const decisionReasonWords: Record<DecisionReason, string> = {
  ...flagReasonWords,
  'in-order': 'It is in order',
  other: 'Another reason, in words',
}

export const appealStates = ['none', 'open', 'upheld', 'reversed'] as const
export type AppealState = (typeof appealStates)[number]

export const appealWords: Record<AppealState, string> = {
  none: 'No appeal',
  open: 'Appealed, not decided yet',
  upheld: 'Appealed: the decision stands',
  reversed: 'Appealed: the decision was reversed',
}
