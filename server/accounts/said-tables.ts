import { eq, or } from 'drizzle-orm'
import * as s from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { PersonalTable } from './personal-table.ts'

const others = 'It says what others did; the person’s own part stands in the record and in the texts.'
const machine = 'It is how the site works, and says nothing that the other tables do not.'
const room = 'It lasts for a meeting.'

/** Tables of what people wrote, said, voted and took part in. */
export const saidTables: Readonly<Record<string, PersonalTable>> = {
  drafts: { words: 'Drafts you own', read: (q, id) => q.select().from(s.drafts).where(eq(s.drafts.ownerId, id)) },
  draft_members: {
    words: 'Drafts you are part of',
    read: (q, id) => q.select().from(s.draftMembers).where(eq(s.draftMembers.actorId, id)),
  },
  draft_moments: {
    words: 'Moments you named',
    read: (q, id) => q.select().from(s.draftMoments).where(eq(s.draftMoments.actorId, id)),
  },
  doc_updates: { not: 'Each keystroke in a draft: the history of the draft shows who wrote what.' },
  doc_clients: { not: machine },
  versions: { words: 'Versions you published', read: (q, id) => publishedBy(q, id) },
  threads: {
    words: 'Threads you opened',
    read: (q, id) => q.select().from(s.threads).where(eq(s.threads.createdBy, id)),
  },
  contributions: {
    words: 'Contributions',
    read: (q, id) => q.select().from(s.contributions).where(eq(s.contributions.authorId, id)),
  },
  reactions: { words: 'Reactions', read: (q, id) => q.select().from(s.reactions).where(eq(s.reactions.actorId, id)) },
  candidates: {
    words: 'Wordings you proposed',
    read: (q, id) => q.select().from(s.candidates).where(eq(s.candidates.authorId, id)),
  },
  candidate_reactions: {
    words: 'Reactions to wordings',
    read: (q, id) => q.select().from(s.candidateReactions).where(eq(s.candidateReactions.actorId, id)),
  },
  suggestions: {
    words: 'Suggestions',
    read: (q, id) =>
      q
        .select()
        .from(s.suggestions)
        .where(or(eq(s.suggestions.authorId, id), eq(s.suggestions.madeBy, id))),
  },
  objections: {
    words: 'Objections',
    read: (q, id) => q.select().from(s.objections).where(eq(s.objections.ownerId, id)),
  },
  holds: { words: 'Holds', read: (q, id) => q.select().from(s.holds).where(eq(s.holds.ownerId, id)) },
  changed_minds: {
    words: 'Where you changed your mind',
    read: (q, id) => q.select().from(s.changedMinds).where(eq(s.changedMinds.actorId, id)),
  },
  fairness_marks: {
    words: 'Whether you were restated fairly',
    read: (q, id) => q.select().from(s.fairnessMarks).where(eq(s.fairnessMarks.actorId, id)),
  },
  markers: { words: 'Markers', read: (q, id) => q.select().from(s.markers).where(eq(s.markers.actorId, id)) },
  placements: {
    words: 'Placements on axes',
    read: (q, id) => q.select().from(s.placements).where(eq(s.placements.actorId, id)),
  },
  signal_checks: {
    words: 'Checks of signals',
    read: (q, id) => q.select().from(s.signalChecks).where(eq(s.signalChecks.actorId, id)),
  },
  signal_reports: {
    words: 'Reports of signals',
    read: (q, id) => q.select().from(s.signalReports).where(eq(s.signalReports.reportedBy, id)),
  },
  signal_sources: {
    words: 'Sources for reports',
    read: (q, id) => q.select().from(s.signalSources).where(eq(s.signalSources.addedBy, id)),
  },
  signal_calls: {
    words: 'Where you were asked for your position',
    read: (q, id) => q.select().from(s.signalCalls).where(eq(s.signalCalls.actorId, id)),
  },
  attached_sources: {
    words: 'Sources you attached',
    read: (q, id) => q.select().from(s.attachedSources).where(eq(s.attachedSources.addedBy, id)),
  },
  position_statements: {
    words: 'Positions',
    read: (q, id) => q.select().from(s.positionStatements).where(eq(s.positionStatements.actorId, id)),
  },
  relation_answers: {
    words: 'Answers to relations',
    read: (q, id) => q.select().from(s.relationAnswers).where(eq(s.relationAnswers.actorId, id)),
  },
  electors: {
    words: 'Ballots you may vote in',
    read: (q, id) => q.select().from(s.electors).where(eq(s.electors.actorId, id)),
  },
  paper_links: { words: 'Votes, where they can still be told to be yours', read: (q, id) => votesOf(q, id) },
  ballots: {
    words: 'Ballots you opened',
    read: (q, id) =>
      q
        .select({ id: s.ballots.id, question: s.ballots.question, opensAt: s.ballots.opensAt })
        .from(s.ballots)
        .where(eq(s.ballots.openedBy, id)),
  },
  ballot_snapshots: { not: others },
  ballot_times: { not: others },
  challenges: {
    words: 'Challenges to versions',
    read: (q, id) => q.select().from(s.challenges).where(eq(s.challenges.by, id)),
  },
  flags: { words: 'Flags you raised', read: (q, id) => q.select().from(s.flags).where(eq(s.flags.actorId, id)) },
  moderation_cases: {
    words: 'Decisions of moderators about what you wrote',
    read: (q, id) =>
      q
        .select({
          thing: s.moderationCases.thing,
          act: s.moderationCases.act,
          reason: s.moderationCases.reason,
          words: s.moderationCases.words,
          decidedAt: s.moderationCases.decidedAt,
          appeal: s.moderationCases.appeal,
          appealText: s.moderationCases.appealText,
          appealWords: s.moderationCases.appealWords,
        })
        .from(s.moderationCases)
        .where(eq(s.moderationCases.authorId, id)),
  },
  slow_downs: {
    words: 'Slowed down',
    read: (q, id) => q.select().from(s.slowDowns).where(eq(s.slowDowns.actorId, id)),
  },
  invitations: {
    words: 'Invitations you made',
    read: (q, id) =>
      q
        .select({ role: s.invitations.role, createdAt: s.invitations.createdAt, used: s.invitations.used })
        .from(s.invitations)
        .where(eq(s.invitations.createdBy, id)),
  },
  invitation_uses: {
    words: 'Invitations you accepted',
    read: (q, id) => q.select().from(s.invitationUses).where(eq(s.invitationUses.actorId, id)),
  },
  publication_approvals: {
    words: 'Publications you agreed to',
    read: (q, id) => q.select().from(s.publicationApprovals).where(eq(s.publicationApprovals.actorId, id)),
  },
  reviews: { words: 'Reviews', read: (q, id) => q.select().from(s.reviews).where(eq(s.reviews.reviewerId, id)) },
  review_requests: {
    words: 'Reviews that were asked for',
    read: (q, id) =>
      q
        .select()
        .from(s.reviewRequests)
        .where(or(eq(s.reviewRequests.reviewerId, id), eq(s.reviewRequests.askedBy, id))),
  },
  review_remarks: {
    words: 'Remarks that you have not submitted',
    read: (q, id) => q.select().from(s.reviewRemarks).where(eq(s.reviewRemarks.authorId, id)),
  },
  publication_plans: { not: others },
  editions: { not: others },
  thread_merges: { not: others },
  signals: { not: others },
  site_settings: { not: others },
  site_texts: { not: others },
  workshops: {
    words: 'Workshops you lead',
    read: (q, id) =>
      q
        .select({ id: s.workshops.id, title: s.workshops.title, startsAt: s.workshops.startsAt })
        .from(s.workshops)
        .where(eq(s.workshops.leadId, id)),
  },
  workshop_people: {
    words: 'Workshops you were in',
    read: (q, id) => q.select().from(s.workshopPeople).where(eq(s.workshopPeople.actorId, id)),
  },
  workshop_hum_answers: {
    words: 'Hums',
    read: (q, id) => q.select().from(s.workshopHumAnswers).where(eq(s.workshopHumAnswers.actorId, id)),
  },
  workshop_queue: { not: room },
  workshop_waiting: { not: room },
  simulated_guests: { not: 'These are nobody.' },
  guests: {
    words: 'Guests you were',
    read: (q, id) =>
      q
        .select({ workshopId: s.guests.workshopId, claimedAt: s.guests.claimedAt })
        .from(s.guests)
        .where(eq(s.guests.claimedBy, id)),
  },
}

function publishedBy(q: Q, id: string) {
  return q
    .select({
      entryId: s.versions.entryId,
      n: s.versions.n,
      note: s.versions.note,
      publishedAt: s.versions.publishedAt,
    })
    .from(s.versions)
    .where(eq(s.versions.publishedBy, id))
}

/** A paper whose link was deleted, as in a secret ballot that closed, is nobody's any more. Its id is the receipt. */
function votesOf(q: Q, id: string) {
  return q
    .select({
      ballotId: s.paperLinks.ballotId,
      receipt: s.papers.id,
      choice: s.papers.choice,
      reason: s.papers.reason,
      castAt: s.paperLinks.castAt,
    })
    .from(s.paperLinks)
    .innerJoin(s.papers, eq(s.papers.id, s.paperLinks.paperId))
    .where(eq(s.paperLinks.actorId, id))
}
