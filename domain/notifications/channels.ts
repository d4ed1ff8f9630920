import type { Kind, KindId } from './kinds.ts'
import { kinds } from './kinds.ts'

/** How far something reaches a person: less far means by fewer ways. */
export const channels = ['at-once', 'digest', 'inbox', 'off'] as const
export type Channel = (typeof channels)[number]

export const channelWords: Record<Channel, { name: string; means: string }> = {
  'at-once': { name: 'Mail at once', means: 'a mail when it happens, and in the inbox' },
  digest: { name: 'In the digest', means: 'daily or weekly in one mail, and in the inbox' },
  inbox: { name: 'Inbox only', means: 'no mail' },
  off: { name: 'Off', means: 'neither mail nor inbox' },
}

interface Group {
  name: string
  /** What belongs to it, in a sentence. */
  means: string
  /** What holds for who chose nothing. */
  usual: Channel
  /** Few things are worth a mail of their own ([I19]). */
  atOnce: boolean
  /** Duties stay in the inbox ([I20]). */
  mayBeOff: boolean
}

const news = { usual: 'digest', atOnce: false, mayBeOff: true } as const
const urgent = { usual: 'at-once', atOnce: true, mayBeOff: true } as const

/** The kinds of notifications as people choose about them, in the order of the page of settings. */
export const groups = {
  mentions: { ...urgent, name: 'Mentions', means: 'Somebody names you in what they write.' },
  replies: { ...news, name: 'Replies', means: 'Somebody answers what you wrote.' },
  assignments: {
    ...{ ...urgent, mayBeOff: false },
    name: 'Assignments',
    means: 'You are asked for a review, given a role in a draft, or named to stand in.',
  },
  ballots: {
    ...{ ...urgent, mayBeOff: false },
    name: 'Ballots that wait for your vote',
    means: 'One opens, or closes soon and you have not voted.',
  },
  results: { ...news, name: 'Ballots otherwise', means: 'Results, changed texts and times, statements.' },
  'own-published': { ...urgent, name: 'Your work published', means: 'A draft that you wrote in becomes a version.' },
  'own-work': {
    ...news,
    name: 'Your drafts, suggestions and objections',
    means: 'What others do with what you wrote or raised.',
  },
  watched: {
    ...news,
    name: 'What you watch',
    means: 'Threads, drafts, entries, people and tags that you take part in or chose.',
  },
  signals: { ...news, name: 'Signals', means: 'Reports and decisions on strategies that you have a position on.' },
  duties: {
    ...{ ...news, mayBeOff: false },
    name: 'Duties',
    means: 'What waits for moderators, facilitators and those who keep a version.',
  },
} as const satisfies Record<string, Group>

export type GroupId = keyof typeof groups
export const groupIds = Object.keys(groups) as [GroupId, ...GroupId[]]

/** The group of each kind. A new kind does not compile without one. */
export const groupOfKind: Record<KindId, GroupId> = {
  mention: 'mentions',
  reply: 'replies',
  contribution: 'watched',
  thread: 'watched',
  outcome: 'watched',
  'outcome-confirm': 'duties',
  reopened: 'watched',
  'words-deleted': 'own-work',
  suggestion: 'own-work',
  'suggestion-accepted': 'own-work',
  'suggestion-edited': 'own-work',
  'suggestion-declined': 'own-work',
  carried: 'own-work',
  'candidate-merged': 'own-work',
  'candidate-adopted': 'own-work',
  objection: 'own-work',
  'objection-answered': 'own-work',
  'stand-in-named': 'assignments',
  'stand-in-asked': 'own-work',
  'stand-in-acted': 'own-work',
  hold: 'own-work',
  'hold-lifted': 'own-work',
  invited: 'assignments',
  forked: 'own-work',
  'draft-begun': 'watched',
  'review-asked': 'assignments',
  reviewed: 'own-work',
  'review-stalled': 'own-work',
  'review-abandoned': 'duties',
  'draft-adopted': 'own-work',
  'draft-returned': 'own-work',
  'draft-blocked': 'own-work',
  ready: 'duties',
  published: 'own-published',
  'published-watched': 'watched',
  'rolled-back': 'watched',
  'version-review': 'duties',
  'plan-refused': 'own-work',
  challenge: 'duties',
  challenged: 'watched',
  'challenge-answered': 'own-work',
  'case-open': 'duties',
  'correction-answered': 'own-work',
  'appeal-open': 'duties',
  'case-decided': 'own-work',
  'appeal-decided': 'own-work',
  'relation-declared': 'own-work',
  'relation-answered': 'own-work',
  ballot: 'ballots',
  'ballot-watched': 'watched',
  'result-watched': 'watched',
  'ballot-closing': 'ballots',
  'ballot-reminded': 'ballots',
  'ballot-amended': 'results',
  'ballot-challenged': 'results',
  'ballot-void': 'results',
  'ballot-last-call': 'results',
  'ballot-moved': 'results',
  'ballot-result': 'results',
  'statement-asked': 'duties',
  'ballot-statement': 'results',
  'signal-reported': 'signals',
  'report-open': 'duties',
  'signal-decided': 'signals',
  'position-asked': 'signals',
  'signal-review': 'duties',
}

/** The channels that may be chosen for a group ([I19], [I20]). */
export function channelsOf(id: GroupId): Channel[] {
  const group: Group = groups[id]
  return channels.filter((one) => (one !== 'at-once' || group.atOnce) && (one !== 'off' || group.mayBeOff))
}

/** The groups that come in digests; where there is none, no digest is sent ([I23]). */
export function groupsInDigest(chosen: ReadonlyMap<GroupId, Channel>): GroupId[] {
  return groupIds.filter((id) => (chosen.get(id) ?? groups[id].usual) === 'digest')
}

/** The channel that holds for a kind, from what a person chose ([I18]). A choice that is not offered counts as none. */
export function channelOf(kindId: KindId, chosen: ReadonlyMap<GroupId, Channel>): Channel {
  const id = groupOfKind[kindId]
  const choice = chosen.get(id)
  const kind: Kind = kinds[kindId]
  // Who turned a group off still finds its duties in the inbox.
  if (choice === 'off' && channelsOf(id).includes(choice) && kind.arrives === 'always') return 'inbox'
  return choice !== undefined && channelsOf(id).includes(choice) ? choice : groups[id].usual
}
