import { orderSentences } from './describe-order.ts'
import { siteSentences } from './describe-site.ts'
import { isOneOf, payloadOf, payloadText } from './payload.ts'

export type Payload = Record<string, unknown>
export type Sentence = (payload: Payload) => string

const positionSentences: Record<string, string | undefined> = {
  taken: 'A member took a position on a strategy.',
  reaffirmed: 'A member re-affirmed their position after a signal landed.',
  withdrawn: 'A member withdrew their position on a strategy.',
}

/** What an act of each type says to a reader, without names. Grouped by what the act is about. */
const sentences: Record<string, string | Sentence> = {
  'version.imported': ({ n }) => `Version ${payloadText(n, '1')} was imported.`,
  'version.published': ({ n, overrides }) =>
    Array.isArray(overrides)
      ? `Version ${payloadText(n)} was published by decision of a ballot; a moderator overrode what it asks for, with a reason.`
      : `Version ${payloadText(n)} was published by decision of a ballot.`,
  'version.variant-kept': ({ n }) =>
    `A text that was not adopted was kept as a minority variant, as version ${payloadText(n)}.`,
  'version.withdrawn': ({ n }) => `Version ${payloadText(n)} withdrew an entry, with a reason.`,

  'version.rolled-back': ({ n, to }) =>
    `Version ${payloadText(n)} made version ${payloadText(to)} of an entry current again, with a reason.`,
  'version.affirmed': ({ n }) => `Version ${payloadText(n)} of an entry was affirmed: it still stands.`,
  'version.expired': ({ n }) => `Version ${payloadText(n)} of an entry expired: nobody affirmed it in time.`,
  'publication.planned': 'The publication of a draft was planned for a time.',
  'publication.cancelled': 'A planned publication was taken back.',
  'publication.refused': 'A planned publication did not happen, because a requirement did not hold any more.',
  'challenge.opened': ({ n }) => `Version ${payloadText(n)} of an entry was challenged, with a reason.`,
  'challenge.answered': ({ n, state }) =>
    isOneOf(state, 'upheld')
      ? `A challenge to version ${payloadText(n)} was upheld: it is to be revised.`
      : `A challenge to version ${payloadText(n)} was dismissed, with a reason.`,
  'challenge.withdrawn': ({ n }) => `A challenge to version ${payloadText(n)} was withdrawn by who made it.`,
  'review.asked': 'A review of a draft was asked for.',
  'review.request-withdrawn': 'A request for a review was taken back.',
  'review.submitted': ({ remarks }) => `A draft was reviewed, with ${payloadText(remarks, '0')} contributions.`,
  'edition.published': ({ entries }) =>
    `An edition was published: ${payloadText(entries, '0')} entries, frozen together.`,

  'publication.approved': 'A second moderator agreed to the publication of a text.',

  'draft.created': ({ baseVersion }) =>
    typeof baseVersion === 'number'
      ? `A revision of version ${baseVersion} was begun.`
      : 'A draft of a new entry was begun.',
  'draft.forked': 'A competing draft was begun from another draft, with a reason.',
  'draft.part-taken': ({ part }) => `A part of a draft was taken over from another draft (${payloadText(part)}).`,
  'draft.parts-merged': ({ parts }) =>
    `What another draft alone changed was merged into a draft: ${Array.isArray(parts) ? parts.length : 0} parts.`,
  'draft.merged': 'A draft was closed as merged into another one.',
  'draft.submitted': 'A draft was submitted for review.',
  'draft.taken-back': 'A draft was taken back to writing.',
  'draft.withdrawn': 'A draft was withdrawn.',
  'draft.archived': 'A draft was archived.',
  'draft.deleted': 'A draft was deleted, with a reason.',
  'draft.redacted': ({ what }) =>
    `Text of a draft was removed for good, with a reason (${what === 'section' ? 'a section' : 'certain words'}).`,
  'draft.repaired': 'The damaged document of a draft was begun anew from its last good state.',
  'draft.member-set': ({ role }) => `Somebody was given the role “${payloadText(role)}” in a draft.`,
  'draft.member-removed': 'Somebody was taken off a draft.',
  'draft.writing-changed': ({ writing }) =>
    isOneOf(writing, 'members') ? 'Writing was opened to members.' : 'Writing was limited to those invited.',
  'draft.restored': 'A draft was restored to what it said at an earlier moment.',
  'draft.moment-named': 'A moment in the history of a draft was given a name.',
  'snapshot.taken': 'The text of a draft was frozen as a snapshot.',

  'coordinates.placed': ({ axis }) => `Somebody placed a draft on an axis (${payloadText(axis)}).`,

  'thread.opened': ({ kind }) => `A thread was opened (${payloadText(kind, 'general')}).`,
  'thread.header-edited': ({ field }) => `A hearing’s header was changed (${payloadText(field)}).`,
  'thread.check-answered': ({ check }) => `Somebody answered a check of a signal (${payloadText(check)}).`,
  'thread.resolved': ({ outcome }) => `A thread was resolved: ${payloadText(outcome).replaceAll('-', ' ')}.`,
  'thread.reopened': 'A thread was reopened.',
  'thread.confirmed': 'The outcome of a thread was confirmed.',
  'contribution.posted': ({ type }) => `A contribution was posted (${payloadText(type)}).`,
  'contribution.edited': 'A contribution was edited; its earlier wording is kept.',
  'contribution.reacted': 'Somebody said whether they agree with a contribution.',
  'contribution.deleted': 'A contribution was deleted.',
  'contribution.linked': 'A contribution named another one.',
  'contribution.unlinked': 'A contribution names another one no longer.',
  'source.attached': ({ objection }) =>
    `A source was put under ${objection === undefined ? 'a contribution' : 'an objection'}.`,
  'source.removed': ({ objection }) =>
    `A source was taken from under ${objection === undefined ? 'a contribution' : 'an objection'}.`,
  'restatement.marked': 'Somebody whose side was restated said whether that is fair.',
  'restatement.mark-taken-back': 'Whether a restatement is fair was taken back.',
  'mind.changed': 'Somebody said that a contribution changed their mind.',
  'mind.taken-back': 'That a contribution changed somebody’s mind was taken back.',

  'thread.scale-set': 'A threshold hearing was given a scale.',
  'marker.placed': ({ moved }) =>
    moved === true ? 'A marker on a threshold was moved.' : 'A marker on a threshold was placed.',
  'candidate.proposed': ({ candidate }) => `A wording was proposed in a thread (candidate ${payloadText(candidate)}).`,
  'candidate.reworded': ({ candidate }) => `Its author changed the words of candidate ${payloadText(candidate)}.`,
  'candidate.withdrawn': ({ candidate }) => `Candidate ${payloadText(candidate)} of a thread was withdrawn.`,
  'candidate.reacted': 'Somebody said whether they agree with a proposed wording.',
  'candidate.merged': ({ candidate, into }) =>
    `Candidate ${payloadText(candidate)} of a thread was merged into candidate ${payloadText(into)}.`,
  'candidate.carried': ({ candidate }) => `Candidate ${payloadText(candidate)} of a thread was carried into its draft.`,

  'signal.reported': ({ joined }) =>
    joined === true
      ? 'Another source was added to a report that a signal landed.'
      : 'Somebody reported, with a source, that a falsification signal landed.',
  'signal.disputed': 'A report that a signal landed was disputed.',
  'signal.decided': ({ state, asked }) =>
    isOneOf(state, 'landed')
      ? `A falsification signal landed, by decision of a ballot. Asked for their position: ${payloadText(asked, '0')}.`
      : 'A falsification signal has not landed, by decision of a ballot.',
  'signal.report-withdrawn': 'A report that a signal landed ended, because its last source was deleted.',
  'signal.expired': 'The time in which a falsification signal could land is over.',
  'signal.reviewed': 'A falsification signal was looked at, and its next review was set.',
  'position.stated': ({ act }) => positionSentences[payloadText(act)] ?? 'A member changed their position.',
  'position.redacted': 'What a member wrote with a position was removed for good, with a reason.',

  'relation.confirmed': ({ kind }) =>
    `A declared ${payloadText(kind)} between two strategies was confirmed for the other side.`,
  'relation.disputed': ({ kind }) => `A declared ${payloadText(kind)} between two strategies was disputed.`,

  'suggestion.made': ({ place }) => `A wording was suggested (${payloadText(String(place).split('/').at(-1))}).`,
  'suggestion.renewed': 'A suggestion was brought up to date with the text as it stands.',
  'suggestion.accepted': ({ edited }) =>
    edited === true ? 'A suggestion was accepted with edits.' : 'A suggestion was accepted.',
  'suggestion.declined': 'A suggestion was declined, with a reason.',
  'suggestion.withdrawn': 'A suggestion was withdrawn by its author.',

  'objection.raised': 'An objection was raised.',
  'objection.withdrawn': ({ standIn }) =>
    standIn === true
      ? 'An objection was withdrawn by a stand-in, with a reason.'
      : 'An objection was withdrawn by its owner.',
  'objection.taken-up': 'Its owner took up again an objection that a stand-in had withdrawn.',
  'objection.stand-in-named': ({ standIn }) =>
    standIn === null
      ? 'The stand-in for an objection was released.'
      : 'A stand-in for an objection was named by its owner.',
  'objection.stand-in-asked': 'A stand-in was asked for, because the owner of an objection is away.',
  'objection.stepped-in': 'Somebody stepped in for the owner of an objection who is away.',
  'objection.settling-said': 'A stand-in said what would settle an objection.',
  'objection.disposed': ({ disposition }) =>
    `An objection got a disposition: ${payloadText(disposition).replaceAll('-', ' ')}.`,
  'hold.placed': 'Somebody asked for time before a draft is put to the vote.',
  'hold.lifted': 'A hold on a draft was lifted.',
  'objection.note-worded': ({ standIn }) =>
    standIn === true
      ? 'A stand-in worded an objection as a minority note.'
      : 'An objection was worded as a minority note.',

  'ballot.opened': ({ electorate, options }) => {
    const between = options === undefined ? '' : ` between ${payloadText(options)} options`
    const { count } = payloadOf(electorate)
    return `A ballot${between} was opened for ${count === 1 ? 'one person' : `${payloadText(count)} people`}.`
  },
  'ballot.scheduled': 'A ballot was planned, to open by itself.',
  'ballot.replanned': 'The times of a planned ballot were changed.',
  'ballot.last-call': 'The last call of a ballot began.',
  'ballot.reminded': ({ waiting }) => `Those who had not voted in a ballot were reminded: ${payloadText(waiting)}.`,
  'ballot.extended': ({ kind }) =>
    isOneOf(kind, 'amended')
      ? 'The closing time of a ballot moved, because its text was amended.'
      : isOneOf(kind, 'last-call')
        ? 'The last call of a ballot began anew, because of a new objection.'
        : 'A ballot was extended, with a reason.',
  'ballot.vote-cast': ({ turnout }) => `A ballot paper was cast; turnout ${payloadText(turnout)}.`,
  'ballot.amended': ({ n, change }) =>
    isOneOf(change, 'typo')
      ? `A typo in the text under vote was corrected (text ${payloadText(n)}).`
      : `The text under vote was changed; those who voted are asked again (text ${payloadText(n)}).`,
  'ballot.amendment-challenged': ({ n }) =>
    `A correction of the text under vote was challenged and counts as a change of meaning (text ${payloadText(n)}).`,
  'ballot.closed': ({ result }) => `A ballot closed: ${payloadText(result).replaceAll('-', ' ')}.`,
  'ballot.outcome-stated': ({ reworded }) =>
    reworded === true
      ? 'The outcome statement of a ballot was worded anew.'
      : 'A moderator wrote the outcome statement of a ballot.',
  'ballot.voided': ({ why }) =>
    isOneOf(why, 'cancelled')
      ? 'A planned ballot was cancelled, with a reason.'
      : isOneOf(why, 'refused')
        ? 'A planned ballot could not open at its time, and is void.'
        : 'A ballot was void, because its draft was deleted.',

  'workshop.joined': ({ guest, present }) =>
    `${guest === true ? 'A guest' : 'A member'} came into a workshop; ${payloadText(present)} in the room.`,
  'workshop.guest-waits': 'A guest waits at the door of a workshop.',
  'workshop.let-in': ({ present }) => `A facilitator let a guest into a workshop; ${payloadText(present)} in the room.`,
  'workshop.turned-away': 'A facilitator turned a guest away at the door of a workshop.',
  'workshop.left': ({ guest }) => `${guest === true ? 'A guest' : 'A member'} left a workshop.`,
  'workshop.person-removed': 'A facilitator took somebody out of a workshop.',
  'workshop.claimed': 'An account took over what it had said as a guest of a workshop.',
  'workshop.guest-renamed': 'A guest of a workshop changed the name that others see.',
  'workshop.code-revoked': 'The join code of a workshop was revoked: nobody new gets in.',
  'workshop.code-renewed': 'A workshop got a new join code.',
  'workshop.speech-asked': 'Somebody in a workshop asked to speak.',
  'workshop.speech-taken-back': 'Somebody in a workshop did not ask to speak any more.',
  'workshop.speech-called': 'Somebody in a workshop was called to speak.',
  'workshop.speech-done': 'A turn to speak in a workshop ended.',
  'workshop.hum-opened': 'The room of a workshop was asked a question that binds nobody.',
  'workshop.hum-answered': 'Somebody in a workshop answered such a question.',
  'workshop.hum-closed': ({ answers }) =>
    `A question to the room of a workshop was closed: ${payloadText(answers, '0')} answers.`,
  'workshop.hands-counted': 'A facilitator entered how many hands were raised in a workshop.',
  'workshop.advisory-given': 'Somebody in a workshop said beside a ballot what they think; it is not counted.',
  'workshop.votes-entered': ({ source }) =>
    `A facilitator entered ${isOneOf(source, 'paper') ? 'paper slips' : 'raised hands'} of a workshop beside a ballot; they are not counted.`,
  'workshop.advisory-closed': 'What a workshop said beside a ballot was told with its closing; it is not counted.',
  'workshop.wordings-opened': ({ count }) =>
    `What was proposed in silence in a workshop was opened: ${payloadText(count, '0')} wordings.`,
  'workshop.split': ({ seats }) =>
    `A workshop went to ${Array.isArray(seats) ? seats.length : 0} tables, each with its own fork of the draft.`,
  'workshop.plenum': 'A workshop came back from its tables to the plenum.',
  'workshop.tables-put-away': 'What the tables of a workshop wrote was closed; it stays readable.',
  'workshop.seated': ({ to }) => `A facilitator moved somebody to table ${payloadText(to)} of a workshop.`,
  'workshop.planned': ({ phases }) => `A workshop was planned (${payloadText(phases, '0')} phases).`,
  'workshop.rehearsal-planned': ({ phases }) =>
    `A rehearsal of a workshop was prepared, with simulated guests (${payloadText(phases, '0')} phases).`,
  'workshop.rehearsal-cleared': ({ drafts }) =>
    `What a rehearsal had worked on was thrown away (copies: ${payloadText(drafts, '0')}).`,
  'workshop.edited': 'What a workshop is, and when, was changed.',
  'workshop.agenda-changed': ({ phases }) =>
    `The agenda of a workshop was changed (${payloadText(phases, '0')} phases).`,
  'workshop.started': ({ present }) => `A workshop began; present: ${payloadText(present, '0')}.`,
  'workshop.phase-changed': ({ to, kind, present }) =>
    `A workshop went to phase ${payloadText(to)} (${payloadText(kind)}); present: ${payloadText(present, '0')}.`,
  'workshop.paused': 'The clock of a workshop was stopped.',
  'workshop.resumed': 'The clock of a workshop went on.',
  'workshop.time-changed': ({ minutes }) =>
    `The time of a workshop’s phase was changed by ${payloadText(minutes, '0')} min.`,
  'workshop.overrun-spread': ({ minutes }) =>
    `What a workshop was late by was taken from the phases to come: ${payloadText(minutes, '0')} min.`,
  'workshop.locked': 'A facilitator locked the writing in a workshop.',
  'workshop.unlocked': 'A facilitator opened the writing in a workshop again.',
  'workshop.broadcast-sent': 'A facilitator said something to everybody in a workshop.',
  'workshop.broadcast-ended': 'What a facilitator said to everybody in a workshop was taken down.',
  'workshop.spotlighted': 'Everybody in a workshop was asked to look at one thing.',
  'workshop.spotlight-ended': 'What everybody in a workshop was asked to look at was put away.',
  'workshop.projected': 'A facilitator chose what the projector of a workshop shows.',
  'workshop.lead-handed': 'The lead of a workshop was handed over.',
  'workshop.undone': ({ sealed }) =>
    sealed
      ? `A facilitator undid the last act in a workshop; ${sealed} wording${sealed === 1 ? ' is' : 's are'} sealed again.`
      : 'A facilitator undid the last act in a workshop.',
  'workshop.ended': ({ present }) => `A workshop ended; present: ${payloadText(present, '0')}.`,

  'preset.changed': ({ act, ballotId }) =>
    isOneOf(act, 'made')
      ? 'A way of deciding was made.'
      : `A way of deciding was ${isOneOf(act, 'archived') ? 'taken out of the choice' : isOneOf(act, 'restored') ? 'offered again' : 'changed'}${typeof ballotId === 'string' ? ', as a ballot adopted' : ''}.`,

  'actor.signed-up': 'An account was made.',
  'actor.renamed': 'An account changed its name.',
  'actor.role-set': ({ role }) => `An account was given the role “${payloadText(role)}”.`,
  ...orderSentences,
  ...siteSentences,
  'actor.password-changed': 'An account changed its password.',
  'actor.email-changed': 'An account changed its e-mail.',
  'actor.email-change-undone': 'An account took a change of its e-mail back.',
  'actor.deleted': ({ comments }) =>
    isOneOf(comments, 'deleted')
      ? 'An account was deleted, with the words of its contributions; its votes and texts stay, without a name.'
      : 'An account was deleted; what it wrote and voted stays, without a name.',
  'guests.forgotten': ({ guests }) => `The names of ${payloadText(guests, '0')} guests of a workshop were erased.`,
  'token.created': 'An API token was made.',
  'token.revoked': 'An API token was revoked.',

  'record.key-made': 'A key that signs the heads of this record was made.',

  'site.restored': ({ events }) => `The site was restored from a backup that held ${payloadText(events)} events.`,
}

/** All event types that have a sentence, in alphabetical order. */
export const describedTypes: readonly string[] = Object.keys(sentences).sort()

/** An event in plain words, without names; of a type that is not known here, the type itself. */
export function describeEvent({ type, payload }: { type: string; payload: Payload }): string {
  const sentence = sentences[type]
  if (sentence === undefined) return type
  return typeof sentence === 'string' ? sentence : sentence(payload)
}
