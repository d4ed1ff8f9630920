import { ballotNotices } from './ballot-kinds.ts'
import { caseNotices } from './case-kinds.ts'
import { duty, told } from './kind-bases.ts'
import { reviewNotices } from './review-kinds.ts'

/** How much of a thing somebody wants to hear of, most first ([I6]). */
export const volumes = ['all', 'decisions', 'mute'] as const
export type Volume = (typeof volumes)[number]

export const volumeWords: Record<Volume, string> = {
  all: 'Everything',
  decisions: 'Decisions only',
  mute: 'Muted',
}

export interface Kind {
  /** What the row's `ref` names, and so what is looked up to show it. */
  about:
    | 'contribution'
    | 'thread'
    | 'suggestion'
    | 'objection'
    | 'hold'
    | 'ballot'
    | 'draft'
    | 'candidate'
    | 'report'
    | 'signal'
    | 'version'
    | 'declaration'
    | 'challenge'
    | 'case'
  /** Which right to read its reader must have ([I3]). A ballot is told to its electorate alone. */
  reads: 'thread' | 'draft' | 'listed-draft' | 'ballot' | 'entry'
  /** What the reader must be to be told at all ([I3]). */
  role: 'account' | 'member' | 'facilitator' | 'moderator'
  /** Whether it waits for an act of its reader ([I7]). */
  needs: boolean
  /** At which volume of its thing it still arrives ([I6]): `all` is general news, `always` a duty. */
  arrives: 'all' | 'decisions' | 'always'
  /** Told also to who is suspended: it is about what was done to them. */
  suspendedToo?: boolean
  /** Stands once per thing with a number, instead of once per event ([I5]). */
  counted: boolean
  /** Why it came, in a line. `{by}` is who did it. */
  why: string
  /** The line where a counted one stands for several: `{n}` is how many. */
  whyMany?: string
}

/** Every kind of notification. A new one is a line here, an occasion in `server/notifications`, a row in the matrix. */
export const kinds = {
  mention: {
    ...{ ...told, about: 'contribution', reads: 'thread', role: 'member', needs: true },
    why: '{by} named you',
  },
  reply: {
    ...{ ...told, about: 'contribution', reads: 'thread', role: 'member', needs: true },
    why: '{by} answered what you wrote',
  },
  contribution: {
    ...{ ...told, about: 'contribution', reads: 'thread', arrives: 'all', counted: true },
    why: '{by} added to a thread you take part in',
    whyMany: '{n} new contributions in a thread you take part in',
  },
  thread: {
    ...{ ...told, about: 'thread', reads: 'thread', arrives: 'all' },
    why: '{by} opened a thread on something you watch',
  },
  outcome: {
    ...{ ...told, about: 'thread', reads: 'thread' },
    why: '{by} resolved a thread you take part in',
  },
  'outcome-confirm': {
    ...{ ...duty, about: 'thread', reads: 'thread', role: 'facilitator' },
    why: 'An outcome waits to be confirmed',
  },
  reopened: {
    ...{ ...told, about: 'thread', reads: 'thread' },
    why: '{by} reopened a thread you take part in',
  },

  'words-deleted': {
    ...{ ...told, about: 'thread', reads: 'thread', suspendedToo: true },
    why: '{by} deleted something you wrote here',
  },
  suggestion: {
    ...{ ...told, about: 'suggestion', reads: 'draft', role: 'member', needs: true },
    why: '{by} suggests other words for your draft',
  },
  'suggestion-accepted': {
    ...{ ...told, about: 'suggestion', reads: 'draft' },
    why: '{by} accepted your words',
  },
  'suggestion-edited': {
    ...{ ...told, about: 'suggestion', reads: 'draft' },
    why: '{by} accepted your words with edits',
  },
  'suggestion-declined': {
    ...{ ...told, about: 'suggestion', reads: 'draft' },
    why: '{by} declined your words, with a reason',
  },
  carried: {
    ...{ ...told, about: 'suggestion', reads: 'draft' },
    why: '{by} suggested your words for the draft',
  },
  'candidate-merged': {
    ...{ ...told, about: 'candidate', reads: 'thread' },
    why: '{by} merged your wording into another one',
  },
  'candidate-adopted': {
    ...{ ...told, about: 'candidate', reads: 'thread' },
    why: 'A thread was resolved with your wording',
  },

  objection: {
    ...{ ...told, about: 'objection', reads: 'draft', role: 'member', needs: true },
    why: 'An objection to your draft waits for an answer',
  },
  'objection-answered': {
    ...{ ...told, about: 'objection', reads: 'draft' },
    why: '{by} answered your objection',
  },
  'stand-in-named': {
    ...{ ...told, about: 'objection', reads: 'draft', role: 'member' },
    why: '{by} named you to stand in for their objection',
  },
  'stand-in-asked': {
    ...{ ...told, about: 'objection', reads: 'draft' },
    why: '{by} asked for a stand-in for your objection, since you have been away',
  },
  'stand-in-acted': {
    ...{ ...told, about: 'objection', reads: 'draft' },
    why: '{by} stands in for your objection',
  },
  hold: {
    ...{ ...told, about: 'hold', reads: 'draft' },
    why: '{by} needs time before your draft is put to the vote',
  },
  'hold-lifted': {
    ...{ ...told, about: 'hold', reads: 'draft' },
    why: '{by} lifted a hold',
  },

  invited: {
    ...{ ...told, about: 'draft', reads: 'draft' },
    why: '{by} gave you a role in a draft',
  },
  forked: {
    ...{ ...told, about: 'draft', reads: 'draft' },
    why: '{by} began a competing draft from yours',
  },
  'draft-begun': {
    ...{ ...told, about: 'draft', reads: 'listed-draft', role: 'member', arrives: 'all' },
    why: '{by} began a draft of an entry you watch',
  },
  'draft-adopted': {
    ...{ ...told, about: 'draft', reads: 'draft' },
    why: 'A ballot adopted your draft',
  },
  'draft-returned': {
    ...{ ...told, about: 'draft', reads: 'draft', role: 'member', needs: true },
    why: 'A ballot sent your draft back',
  },
  'draft-blocked': {
    ...{ ...told, about: 'draft', reads: 'draft', role: 'member', needs: true },
    why: 'A ballot carried your draft; objections hold it back',
  },
  ready: {
    ...{ ...duty, about: 'draft', reads: 'draft', role: 'moderator' },
    why: 'A draft is ready to publish',
  },
  published: {
    ...{ ...told, about: 'version', reads: 'entry' },
    why: '{by} published a draft you wrote in',
  },
  'published-watched': {
    ...{ ...told, about: 'version', reads: 'entry' },
    why: '{by} published a draft you watch',
  },

  'rolled-back': {
    ...{ ...told, about: 'version', reads: 'entry' },
    why: '{by} made an earlier version of an entry current again that you wrote or watch',
  },
  'version-review': {
    ...{ ...duty, about: 'version', reads: 'entry', role: 'member' },
    why: 'A version is due for review: affirm it, or revise it',
  },
  'plan-refused': {
    ...{ ...told, about: 'draft', reads: 'draft' },
    why: 'A publication that you planned did not happen',
  },
  challenge: {
    ...{ ...duty, about: 'challenge', reads: 'entry', role: 'moderator' },
    why: 'A published version is challenged; a moderator answers',
  },
  challenged: {
    ...{ ...told, about: 'challenge', reads: 'entry' },
    why: '{by} challenges a version that you wrote or watch',
  },
  'challenge-answered': {
    ...{ ...told, about: 'challenge', reads: 'entry' },
    why: '{by} answered your challenge',
  },

  ...caseNotices,

  'relation-declared': {
    ...{ ...told, about: 'declaration', reads: 'entry', role: 'member', needs: true },
    why: 'Another entry declares a relation to one that you write: confirm or dispute it',
  },
  'relation-answered': {
    ...{ ...told, about: 'declaration', reads: 'entry' },
    why: '{by} answered what your entry declares',
  },

  ...reviewNotices,
  ...ballotNotices,

  'signal-reported': {
    ...{ ...told, about: 'report', reads: 'entry' },
    why: '{by} reports that a signal landed, on a strategy you have a position on',
  },
  'report-open': {
    ...{ ...told, about: 'report', reads: 'entry', role: 'facilitator' },
    why: '{by} reports that a signal landed; a ballot will decide',
  },
  'signal-decided': {
    ...{ ...told, about: 'report', reads: 'entry' },
    why: 'A ballot decided whether a signal landed that you had a part in',
  },
  'position-asked': {
    ...{ ...duty, about: 'report', reads: 'entry', role: 'member' },
    why: 'A signal landed on a strategy you hold: re-affirm, revise or withdraw',
  },
  'signal-review': {
    ...{ ...duty, about: 'signal', reads: 'entry', role: 'facilitator' },
    why: 'A signal is due for review',
  },
} as const satisfies Record<string, Kind>

export type KindId = keyof typeof kinds

/** Ids of all kinds, in the order of the registry. */
export const kindIds = Object.keys(kinds) as [KindId, ...KindId[]]

/** The kinds that wait for an act of their reader. */
export const needingKinds = kindIds.filter((id) => kinds[id].needs)

/** Why a notification came, in a line ([I4]). @param by the name of who did it; null where nobody is named. */
export function whyLine(id: KindId, { by, count }: { by: string | null; count: number }): string {
  const kind: Kind = kinds[id]
  const words = count > 1 && kind.whyMany !== undefined ? kind.whyMany : kind.why
  return words.replace('{by}', by ?? 'Somebody').replace('{n}', String(count))
}
