import type { Sentence } from './describe.ts'
import { isOneOf, payloadText } from './payload.ts'

/** What acts of keeping order, of invitations and of suspensions say. */
export const orderSentences: Record<string, string | Sentence> = {
  'case.flagged': ({ thing }) => `Somebody flagged something for the moderators (${payloadText(thing)}).`,
  'case.opened': 'The first post of a newcomer waits for a moderator.',
  'case.decided': ({ act, thing }) => `A moderator decided a case (${payloadText(thing)}): ${payloadText(act)}.`,
  'case.appealed': 'Somebody appealed against the decision of a moderator.',
  'case.appeal-decided': ({ outcome }) =>
    isOneOf(outcome, 'reversed')
      ? 'An appeal succeeded: a decision was undone.'
      : 'An appeal was heard: a decision stands.',
  'thread.merged': 'A thread was merged into another one that asked the same.',
  'draft.visibility-changed': 'Who reads a draft was changed.',
  'invitation.made': ({ role }) => `A link was made that gives the role “${payloadText(role)}”.`,
  'invitation.revoked': 'A link that invites was revoked.',
  'invitation.accepted': 'Somebody accepted an invitation by link.',
  'actor.suspended': ({ until }) =>
    typeof until === 'number'
      ? 'An account was suspended for a time.'
      : 'An account was suspended until somebody lifts it.',
  'actor.suspension-lifted': 'The suspension of an account was lifted.',
  'actor.suspension-ended': 'The suspension of an account ended at its time.',
}
