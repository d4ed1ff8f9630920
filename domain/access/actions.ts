import type { DisputeParty } from '../relations/both-sides.ts'
import type { Capacity } from '../relations/groups.ts'
import type { AccountThing } from './appointment-rights.ts'
import type { CandidateThing } from './candidate-rights.ts'
import type { ChallengeThing } from './challenge-rights.ts'
import type { ObjectionThing } from './objection-rights.ts'
import type { BallotThing, ContributionThing, DraftThing, SaidThing, SuggestionThing, ThreadThing } from './policy.ts'
import type { WorkshopThing } from './workshop-rights.ts'

/** Every action of the product and the thing it is done to. A route that names no action does not pass the tests. */
export interface Actions {
  'atlas.read': null
  'record.read': null
  'account.own': null
  'draft.list': null
  'draft.create': null
  'draft.read': DraftThing
  /** To come upon it in a list. */
  'draft.find': DraftThing
  'draft.write': DraftThing
  'draft.manage': DraftThing
  'draft.move': DraftThing
  'draft.redact': DraftThing
  'thread.read': ThreadThing
  /** Null for a thread on a published entry. */
  'thread.open': DraftThing | null
  'contribution.post': ThreadThing
  'contribution.react': ThreadThing
  'contribution.edit': ContributionThing
  'contribution.delete': ContributionThing
  'said.take-back': SaidThing
  'thread.resolve': ThreadThing
  'thread.reopen': ThreadThing
  'thread.confirm': ThreadThing
  'candidate.propose': ThreadThing
  /** To reword or withdraw it. */
  'candidate.own': CandidateThing
  'candidate.merge': ThreadThing
  /** To make a suggestion of it. */
  'candidate.carry': ThreadThing
  'suggestion.make': DraftThing
  'suggestion.decide': SuggestionThing
  /** To withdraw it, or to bring it up to date. */
  'suggestion.own': SuggestionThing
  /** To say where one stands on a strategy, and to take it back. */
  'position.state': null
  /** To remove for good what somebody wrote with a position. */
  'position.redact': null
  'signal.report': null
  /** To set the next review, and to open a ballot about a report. */
  'signal.tend': null
  'ballot.list': null
  'ballot.read': BallotThing
  'ballot.open': DraftThing
  /** To put a question with options about a published entry. */
  'ballot.ask': null
  'ballot.vote': BallotThing
  'ballot.close': BallotThing
  /** To put a changed text under vote. */
  'ballot.amend': BallotThing
  /** To say that a change called a typo is more than that. */
  'ballot.challenge': BallotThing
  'ballot.results': BallotThing
  /** To change the times of a planned one, or to cancel it. */
  'ballot.plan': BallotThing
  /** To extend it, and to remind those who have not voted. */
  'ballot.tend': BallotThing
  /** To say in words what a closed one decided; whether its writer must be uninvolved is asked of the ballot. */
  'ballot.state-outcome': BallotThing
  'objection.raise': DraftThing
  'hold.place': DraftThing
  /** To say in a review how it stands as a whole. */
  'draft.review': DraftThing
  'hold.lift': DraftThing
  /** To be a stand-in for an objection to it. */
  'draft.stand-in': DraftThing
  'objection.dispose': ObjectionThing
  'objection.withdraw': ObjectionThing
  'objection.word-note': ObjectionThing
  'objection.name-stand-in': ObjectionThing
  'objection.ask-stand-in': ObjectionThing
  /** To stand in for somebody else's objection. */
  'objection.step-in': ObjectionThing
  /** To say for its owner what would settle it. */
  'objection.settle-for': ObjectionThing
  /** To open again what a stand-in withdrew. */
  'objection.take-up': ObjectionThing
  'relation.answer': { capacity: Capacity | null }
  /** To resolve the thread of a dispute. */
  'relation.settle': DisputeParty
  'moderation.read': null
  'admin.read': null
  /** To tell the moderators of something that somebody wrote. */
  'thing.flag': null
  /** To merge it into another one that asks the same. */
  'thread.merge': ThreadThing
  /** To word the texts of the site and turn its switches. */
  'site.change': null
  /** To word, order and retire the words of the vocabulary, and to merge tags. */
  'vocabulary.change': null
  /** To give somebody else's account another role. */
  'admin.appoint': AccountThing
  /** To suspend somebody else's account, and to lift that. */
  'account.suspend': AccountThing
  'version.publish': DraftThing
  'entry.withdraw': null
  /** To make an earlier version current again. */
  'version.roll-back': null
  /** To say that a published version should be argued again. */
  'version.challenge': null
  /** To say that a version still stands. */
  'version.affirm': { authorIds: readonly string[] }
  'challenge.answer': ChallengeThing
  'challenge.withdraw': ChallengeThing
  'edition.publish': null
  'workshop.list': null
  'workshop.create': null
  'workshop.read': WorkshopThing
  /** To direct it: its agenda, clock, locks, projector. */
  'workshop.lead': WorkshopThing
  /** To become the one who leads it. */
  'workshop.take-over': WorkshopThing
  /** To have a workshop work on it, where whoever is in the room sees it. */
  'workshop.link': DraftThing
  'token.create': null
  /** To make and change the ways of deciding that a ballot may begin with. */
  'preset.change': null
}
