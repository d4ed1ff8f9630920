import { sqliteKit } from './kit.sqlite.ts'
import { defineAnchors } from './tables/anchors.ts'
import { defineBallots } from './tables/ballots.ts'
import { defineCandidates } from './tables/candidates.ts'
import { defineDismissals } from './tables/dismissals.ts'
import { defineDrafts } from './tables/drafts.ts'
import { defineEntries } from './tables/entries.ts'
import { defineHolds } from './tables/holds.ts'
import { defineInvitations } from './tables/invitations.ts'
import { defineMails } from './tables/mails.ts'
import { defineMarkers } from './tables/markers.ts'
import { defineMinds } from './tables/minds.ts'
import { defineModeration } from './tables/moderation.ts'
import { defineNotifications } from './tables/notifications.ts'
import { definePeople } from './tables/people.ts'
import { definePlacements } from './tables/placements.ts'
import { definePreferences } from './tables/preferences.ts'
import { defineProfiles } from './tables/profiles.ts'
import { defineProofs } from './tables/proofs.ts'
import { definePublishing } from './tables/publishing.ts'
import { defineRecord } from './tables/record.ts'
import { defineRelations } from './tables/relations.ts'
import { defineRestatements } from './tables/restatements.ts'
import { defineReviews } from './tables/reviews.ts'
import { defineSearch } from './tables/search.ts'
import { defineSignals } from './tables/signals.ts'
import { defineSite } from './tables/site.ts'
import { defineSources } from './tables/sources.ts'
import { defineSuggestions } from './tables/suggestions.ts'
import { defineThreads } from './tables/threads.ts'
import { defineUpkeep } from './tables/upkeep.ts'
import { defineDoors } from './tables/workshop-doors.ts'
import { defineWorkshops } from './tables/workshops.ts'

const people = definePeople(sqliteKit)
const entryTables = defineEntries(sqliteKit, people)
const draftTables = defineDrafts(sqliteKit, people, entryTables)
const threadTables = defineThreads(sqliteKit, people, entryTables, draftTables)

/** Every table of the project. Migrations are generated from here. */
export const { actors, users, sessions, apiTokens } = people
export const { entries, slugs, snapshots, snapshotParts, versions, declarations, vocabulary } = entryTables
export const { drafts, draftMembers, docUpdates, docSnapshots, docClients, draftMoments } = draftTables
export const { threads, contributions, contributionRevisions, reactions, signalChecks, objections } = threadTables
export const { relationAnswers } = defineRelations(sqliteKit, people, entryTables, threadTables)
export const { attachedSources, contributionLinks } = defineSources(sqliteKit, people, entryTables, threadTables)
export const { anchors } = defineAnchors(sqliteKit, draftTables, threadTables)
const suggestionTables = defineSuggestions(sqliteKit, people, draftTables, threadTables)
export const { suggestions } = suggestionTables
export const { candidates, candidateReactions } = defineCandidates(sqliteKit, people, threadTables, suggestionTables)
export const { holds } = defineHolds(sqliteKit, people, draftTables)
export const { placements } = definePlacements(sqliteKit, people, draftTables)
export const { changedMinds } = defineMinds(sqliteKit, people, threadTables)
export const { restatements, fairnessMarks } = defineRestatements(sqliteKit, people, threadTables)
export const { scales, markers } = defineMarkers(sqliteKit, people, threadTables)
export const { reviews, reviewRequests, reviewRemarks } = defineReviews(sqliteKit, people, entryTables, draftTables)
const signalTables = defineSignals(sqliteKit, people, entryTables, threadTables)
export const { signals, signalReports, signalSources, positionStatements, signalCalls } = signalTables
export const { ballots, ballotSnapshots, ballotTimes, ballotPresets, electors, papers, paperLinks } = defineBallots(
  sqliteKit,
  people,
  entryTables,
  draftTables,
  signalTables,
)
export const { moderationCases, flags, withheld, threadLocks, slowDowns, threadMerges } = defineModeration(
  sqliteKit,
  people,
  threadTables,
)
export const { invitations, invitationUses } = defineInvitations(sqliteKit, people, draftTables)
export const { siteTexts, siteSettings } = defineSite(sqliteKit, people)
export const { dismissals } = defineDismissals(sqliteKit, people)
export const { preferences } = definePreferences(sqliteKit, people)
export const { mailTokens, proofChallenges, passkeys, secondFactors, recoveryCodes } = defineProofs(sqliteKit, people)
export const { profiles, dataExports } = defineProfiles(sqliteKit, people)
export const { mails } = defineMails(sqliteKit, people)
export const { notifications, watches, notificationChannels, digests, lastReads } = defineNotifications(
  sqliteKit,
  people,
)
export const { publicationPlans, publicationApprovals, challenges, editions, editionEntries } = definePublishing(
  sqliteKit,
  people,
  entryTables,
  draftTables,
  threadTables,
)
export const { events, eventPrivate, jobs, checkpoints, recounts } = defineRecord(sqliteKit)
export const { entryTexts, threadTexts, searchState } = defineSearch(sqliteKit, entryTables, threadTables)
const meetingTables = defineWorkshops(sqliteKit, people, draftTables)
export const {
  workshops,
  workshopDrafts,
  workshopPhases,
  workshopPeople,
  workshopTables,
  guests,
  simulatedGuests,
  workshopQueue,
  workshopHums,
  workshopHumAnswers,
} = meetingTables
export const { workshopWaiting } = defineDoors(sqliteKit, people, meetingTables)
export const { upkeep } = defineUpkeep(sqliteKit)
