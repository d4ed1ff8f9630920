import type { ChallengeThing } from '../access/challenge-rights.ts'
import type { ObjectionThing } from '../access/objection-rights.ts'
import type { BallotThing, DraftThing, SuggestionThing, ThreadThing } from '../access/policy.ts'
import { can } from '../access/policy.ts'
import type { Viewer } from '../access/viewer.ts'
import type { RelationState } from '../relations/both-sides.ts'
import type { Capacity } from '../relations/groups.ts'
import type { Resolution } from '../threads/standing.ts'
import { decideConfirm } from '../threads/standing.ts'

/**
 * Whether something still waits for its reader ([I7]): it waits, the reader has answered it, or it is over without
 * them. Never kept anywhere: it follows from the state of the thing.
 */
export type Settlement = 'waits' | 'answered' | 'over'

/** What somebody wrote to the reader. */
interface Words {
  thread: ThreadThing
  deleted: boolean
  answered: boolean
}

/** What each kind that waits must know of its thing. */
export interface Facts {
  reply: Words
  mention: Words
  suggestion: SuggestionThing
  objection: ObjectionThing
  /** `voted`: with a paper that counts, or will be counted once its voter says that it still holds. */
  ballot: { ballot: BallotThing; voted: boolean }
  'ballot-closing': { ballot: BallotThing; voted: boolean }
  'ballot-reminded': { ballot: BallotThing; voted: boolean }
  /** `involved`: the ballot asks for somebody who had no part in it, and the reader had one. */
  'statement-asked': { ballot: BallotThing; stated: boolean; involved: boolean }
  /** `voted`: with a paper that counts for the text under vote. */
  'ballot-amended': { ballot: BallotThing; voted: boolean }
  'ballot-challenged': { ballot: BallotThing; voted: boolean }
  'draft-returned': DraftThing
  /** `asked`: the request is neither answered nor taken back. */
  'review-asked': { draft: DraftThing; asked: boolean }
  /** `stalled`: nothing has happened in it since. */
  'review-abandoned': { draft: DraftThing; stalled: boolean }
  /** `objections`: how many are open. */
  'draft-blocked': { draft: DraftThing; objections: number }
  ready: { draft: DraftThing; objections: number }
  'outcome-confirm': { thread: ThreadThing; resolution: Resolution }
  /** `withdrawn`: the strategy is not published any more, so that it cannot be held. */
  'position-asked': { answered: boolean; withdrawn: boolean }
  'signal-review': { due: boolean }
  challenge: ChallengeThing
  /** `waits`: it is not decided. `own`: it is the reader's own matter. */
  'case-open': { waits: boolean; own: boolean }
  'appeal-open': { waits: boolean; own: boolean }
  /** `due`: it is the current version, and its review or its end has come. */
  'version-review': { due: boolean; authorIds: readonly string[] }
  /** `state`: null where it is not declared any more, or by both. `capacity`: as what the reader may answer. */
  'relation-declared': { state: RelationState | null; capacity: Capacity | null }
}

type Rule<F> = (viewer: Viewer, facts: F, now: number) => Settlement

const waitsIf = (yes: boolean): Settlement => (yes ? 'waits' : 'over')

function votes(viewer: Viewer, { ballot, voted }: Facts['ballot']): Settlement {
  if (voted) return 'answered'
  return waitsIf(can(viewer, 'ballot.vote', ballot))
}

function answers(viewer: Viewer, { thread, deleted, answered }: Words): Settlement {
  if (answered) return 'answered'
  return waitsIf(!deleted && can(viewer, 'contribution.post', thread))
}

function decides(viewer: Viewer, { waits, own }: Facts['case-open']): Settlement {
  return waitsIf(waits && !own && can(viewer, 'moderation.read', null))
}

const rules: { [K in keyof Facts]: Rule<Facts[K]> } = {
  reply: answers,
  mention: answers,
  suggestion: (viewer, suggestion) => waitsIf(can(viewer, 'suggestion.decide', suggestion)),
  objection: (viewer, objection) => waitsIf(can(viewer, 'objection.dispose', objection)),
  ballot: votes,
  'ballot-closing': votes,
  'ballot-reminded': votes,
  'statement-asked': (viewer, { ballot, stated, involved }) =>
    waitsIf(!stated && !involved && can(viewer, 'ballot.state-outcome', ballot)),
  'ballot-amended': votes,
  'ballot-challenged': votes,
  'review-asked': (viewer, { draft, asked }) => (asked ? waitsIf(can(viewer, 'draft.review', draft)) : 'answered'),
  'review-abandoned': (viewer, { draft, stalled }) =>
    waitsIf(stalled && draft.state === 'in-review' && can(viewer, 'draft.move', draft)),
  'draft-returned': (viewer, draft) => waitsIf(draft.state === 'returned' && can(viewer, 'draft.move', draft)),
  'draft-blocked': (viewer, { draft, objections }) =>
    waitsIf(draft.state === 'promoted' && objections > 0 && can(viewer, 'draft.manage', draft)),
  ready: (viewer, { draft, objections }) => waitsIf(objections === 0 && can(viewer, 'version.publish', draft)),
  'outcome-confirm': (viewer, { thread, resolution }, now) =>
    waitsIf(can(viewer, 'thread.confirm', thread) && decideConfirm(resolution, viewer.actorId, now) === 'confirm'),
  'position-asked': (viewer, { answered, withdrawn }) => {
    if (answered) return 'answered'
    return waitsIf(!withdrawn && can(viewer, 'position.state', null))
  },
  'relation-declared': (viewer, { state, capacity }) =>
    waitsIf(state === 'declared-by-one' && can(viewer, 'relation.answer', { capacity })),
  'case-open': decides,
  'appeal-open': decides,
  challenge: (viewer, challenge) => waitsIf(can(viewer, 'challenge.answer', challenge)),
  'version-review': (viewer, { due, authorIds }) => waitsIf(due && can(viewer, 'version.affirm', { authorIds })),
  'signal-review': (viewer, { due }) => waitsIf(due && can(viewer, 'signal.tend', null)),
}

/** Does it still wait for this reader ([I7], [I8])? @param now milliseconds since 1970. */
export function settlementOf<K extends keyof Facts>(kind: K, viewer: Viewer, facts: Facts[K], now: number): Settlement {
  return rules[kind](viewer, facts, now)
}
