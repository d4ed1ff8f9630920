import type { DraftState } from '../drafts/moves.ts'
import { afterMove } from '../drafts/moves.ts'
import { disputeOutcomes } from '../relations/both-sides.ts'
import type { Actions } from './actions.ts'
import { appoint, suspend } from './appointment-rights.ts'
import { amendText, challengeAmendment, isOpenerOrModerator, readBallot } from './ballot-rights.ts'
import { carryCandidate, mergeCandidate, ownCandidate, proposeCandidate } from './candidate-rights.ts'
import { affirmVersion, answerChallenge, withdrawChallenge } from './challenge-rights.ts'
import {
  commentOn,
  findDraftInLists,
  isOpenDraft,
  manageDraft,
  readDraft,
  sayAbout,
  writeDraft,
} from './draft-rights.ts'
import {
  disposeObjection,
  isOwner,
  nameStandIn,
  standIn,
  standsIn,
  stepIn,
  takeUpObjection,
  withdrawObjection,
} from './objection-rights.ts'
import type { RoomThing } from './room-rights.ts'
import {
  confirmThread,
  deleteContribution,
  editContribution,
  mergeThread,
  ownSuggestion,
  readThread,
  reopenThread,
  resolveThread,
  takeBackSaid,
  takesWords,
} from './thread-rights.ts'
import type { Viewer } from './viewer.ts'
import { isFacilitator, isMember, isModerator } from './viewer.ts'
import { leadsRoomOn, leadWorkshop, linkToWorkshop, readWorkshop } from './workshop-rights.ts'

/** What the rules need to know of a draft. */
export interface DraftThing {
  state: DraftState
  deleted: boolean
  visibility: 'private' | 'unlisted' | 'members' | 'public'
  writing: 'invited' | 'members'
  ownerId: string
  /** The viewer's own role in this draft, if any. */
  memberRole: 'owner' | 'writer' | 'commenter' | 'reader' | null
  /** The live workshop that works on it, as it concerns the viewer; null or absent where none does. */
  workshop?: RoomThing | null
}

export interface ThreadThing {
  state: 'open' | 'resolved'
  /** A moderator locked it: nobody adds to it (moderation SPEC [Y10]). */
  locked?: boolean
  createdBy: string
  /** The draft it is about; null for a thread on a published entry. */
  draft: DraftThing | null
}

export interface ContributionThing extends ThreadThing {
  authorId: string
  deletedContribution: boolean
}

/** What a person said by name about a contribution: that it changed their mind, or whether it restates them fairly. */
export interface SaidThing extends ThreadThing {
  saidBy: string
}

export interface BallotThing {
  state: 'scheduled' | 'open' | 'closed' | 'void'
  results: 'hidden' | 'public'
  isElector: boolean
  openedBy: string
  /** Null where it asks a question, or where several drafts stand in it. */
  draft: DraftThing | null
  /** Whether what it decides about is published: its draft as a version, or anything of its entry where it has none. */
  published: boolean
}

export interface SuggestionThing {
  state: string
  /** Whose words they are, and who suggested them. */
  authorId: string
  madeBy: string
  draft: DraftThing
}

export type Action = keyof Actions

type Rule<Thing> = (viewer: Viewer | null, thing: Thing) => boolean

/** The one table of who may do what. Default is no: an action without a rule does not compile. */
const policy: { [A in Action]: Rule<Actions[A]> } = {
  'atlas.read': () => true,
  'record.read': () => true,
  'account.own': (viewer) => viewer !== null && viewer.role !== 'guest',
  'draft.list': (viewer) => isMember(viewer),
  'draft.create': (viewer) => isMember(viewer),
  'draft.read': readDraft,
  'draft.find': findDraftInLists,
  'draft.write': writeDraft,
  'draft.manage': manageDraft,
  'draft.move': manageDraft,
  // Law and safety do not wait for a state; also what was deleted is removed for good.
  'draft.redact': (viewer) => isModerator(viewer),
  'thread.read': readThread,
  'thread.open': commentOn,
  'contribution.post': (viewer, thread) => takesWords(thread) && sayAbout(viewer, thread.draft, 'comment'),
  'contribution.react': (viewer, thread) => takesWords(thread) && sayAbout(viewer, thread.draft, 'react'),
  'contribution.edit': editContribution,
  'contribution.delete': deleteContribution,
  'said.take-back': takeBackSaid,
  'thread.resolve': resolveThread,
  'thread.reopen': reopenThread,
  'thread.confirm': confirmThread,
  'candidate.propose': proposeCandidate,
  'candidate.own': ownCandidate,
  'candidate.merge': mergeCandidate,
  'candidate.carry': carryCandidate,
  'suggestion.make': (viewer, draft) => commentOn(viewer, draft) && isOpenDraft(draft),
  'suggestion.decide': (viewer, suggestion) =>
    suggestion.state === 'open' && isMember(viewer) && writeDraft(viewer, suggestion.draft),
  'suggestion.own': ownSuggestion,
  'position.state': (viewer) => isMember(viewer),
  'position.redact': (viewer) => isModerator(viewer),
  // A reader's account is enough: who watches the world need not write the atlas.
  'signal.report': (viewer) => viewer !== null && !viewer.suspended && viewer.role !== 'guest',
  'signal.tend': (viewer) => isFacilitator(viewer),
  'ballot.list': (viewer) => isMember(viewer),
  'ballot.read': readBallot,
  'ballot.open': (viewer, draft) =>
    (manageDraft(viewer, draft) || leadsRoomOn(viewer, draft)) && afterMove(draft.state, 'open-ballot') !== null,
  'ballot.ask': (viewer) => isFacilitator(viewer),
  'ballot.vote': (viewer, ballot) => isMember(viewer) && ballot.isElector && ballot.state === 'open',
  'ballot.close': (viewer, ballot) => isModerator(viewer) && ballot.state === 'open',
  'ballot.plan': (viewer, ballot) => ballot.state === 'scheduled' && isOpenerOrModerator(viewer, ballot),
  'ballot.tend': (viewer, ballot) => ballot.state === 'open' && isOpenerOrModerator(viewer, ballot),
  'ballot.state-outcome': (viewer, ballot) => isModerator(viewer) && ballot.state === 'closed',
  'ballot.amend': amendText,
  'ballot.challenge': challengeAmendment,
  'ballot.results': (_viewer, ballot) => ballot.state === 'closed' || ballot.results === 'public',
  'objection.raise': (viewer, draft) => commentOn(viewer, draft) && isOpenDraft(draft),
  // What is under vote already cannot be held back from it.
  'hold.place': (viewer, draft) => commentOn(viewer, draft) && afterMove(draft.state, 'open-ballot') !== null,
  'draft.review': (viewer, draft) =>
    commentOn(viewer, draft) && isOpenDraft(draft) && draft.ownerId !== viewer?.actorId,
  'draft.stand-in': standIn,
  // Whose hold it is, and whether a moderator lifts it, is asked of the hold.
  'hold.lift': (viewer, draft) => isMember(viewer) && readDraft(viewer, draft),
  'objection.dispose': disposeObjection,
  'objection.withdraw': withdrawObjection,
  'objection.word-note': (viewer, objection) => isOwner(viewer, objection) || standsIn(viewer, objection),
  'objection.name-stand-in': nameStandIn,
  'objection.ask-stand-in': disposeObjection,
  'objection.step-in': stepIn,
  'objection.settle-for': (viewer, objection) => objection.disposition === 'open' && standsIn(viewer, objection),
  'objection.take-up': takeUpObjection,
  'relation.answer': (viewer, relation) => isMember(viewer) && relation.capacity !== null,
  'relation.settle': (viewer, party) => isMember(viewer) && disputeOutcomes(party).length > 0,
  'moderation.read': (viewer) => isModerator(viewer),
  'admin.read': (viewer) => isMember(viewer) && viewer.role === 'admin',
  // Reading is enough: who sees something wrong need not write the atlas.
  'thing.flag': (viewer) => viewer !== null && !viewer.suspended && viewer.role !== 'guest',
  'thread.merge': mergeThread,
  'site.change': (viewer) => isMember(viewer) && viewer.role === 'admin',
  'vocabulary.change': (viewer) => isMember(viewer) && viewer.role === 'admin',
  'admin.appoint': appoint,
  'account.suspend': suspend,
  'version.publish': (viewer, draft) =>
    isModerator(viewer) && !draft.deleted && afterMove(draft.state, 'publish') !== null,
  'entry.withdraw': (viewer) => isModerator(viewer),
  'version.roll-back': (viewer) => isModerator(viewer),
  'version.challenge': (viewer) => isMember(viewer),
  'version.affirm': affirmVersion,
  'challenge.answer': answerChallenge,
  'challenge.withdraw': withdrawChallenge,
  'edition.publish': (viewer) => isModerator(viewer),
  'workshop.list': (viewer) => isMember(viewer),
  'workshop.create': (viewer) => isFacilitator(viewer),
  'workshop.read': readWorkshop,
  'workshop.lead': leadWorkshop,
  // A room is never left alone because one person's machine died.
  'workshop.take-over': (viewer, workshop) => isFacilitator(viewer) && workshop.state !== 'ended',
  'workshop.link': linkToWorkshop,
  'preset.change': (viewer) => isMember(viewer) && viewer.role === 'admin',
  'token.create': (viewer) => isMember(viewer),
}

/** The names of all actions, for the tests that walk the table. */
export const actionNames = Object.keys(policy) as Action[]

/**
 * May this viewer do this action to this thing? Pages, use cases and the socket all ask here.
 *
 * @param viewer null for a signed-out reader.
 */
export function can<A extends Action>(viewer: Viewer | null, action: A, thing: Actions[A]): boolean {
  return policy[action](viewer, thing)
}
