import type { NotificationRow } from '../../db/queries/notifications.ts'
import type { Q } from '../../db/store.ts'
import type { Kind } from '../../domain/notifications/kinds.ts'
import { kinds } from '../../domain/notifications/kinds.ts'
import type { Look, Looking, Sight } from './look.ts'
import { lookAtBallots } from './things/ballots.ts'
import { lookAtCases } from './things/cases.ts'
import { lookAtChallenges } from './things/challenges.ts'
import { lookAtContributions } from './things/contributions.ts'
import { lookAtDrafts, lookAtHolds, lookAtObjections, lookAtSuggestions } from './things/drafts.ts'
import { lookAtDeclarations } from './things/relations.ts'
import { lookAtReports, lookAtSignals, lookAtVersions } from './things/signals.ts'
import { lookAtCandidates, lookAtThreads } from './things/threads.ts'

const looks: Record<Kind['about'], Look> = {
  contribution: lookAtContributions,
  thread: lookAtThreads,
  candidate: lookAtCandidates,
  suggestion: lookAtSuggestions,
  objection: lookAtObjections,
  hold: lookAtHolds,
  draft: lookAtDrafts,
  ballot: lookAtBallots,
  report: lookAtReports,
  signal: lookAtSignals,
  version: lookAtVersions,
  declaration: lookAtDeclarations,
  challenge: lookAtChallenges,
  case: lookAtCases,
}

/**
 * What a person sees now of what they were told, by key: words, rights and states as they are at this moment. A few
 * statements for each sort of thing, however many there are. What they may not read any more is left out ([I3]).
 */
export async function lookUp(
  q: Q,
  rows: readonly NotificationRow[],
  looking: Looking,
): Promise<ReadonlyMap<string, Sight>> {
  const byAbout = new Map<Kind['about'], NotificationRow[]>()
  for (const row of rows) {
    const { about } = kinds[row.kind]
    byAbout.set(about, [...(byAbout.get(about) ?? []), row])
  }
  const found = new Map<string, Sight>()
  for (const [about, some] of byAbout) {
    for (const [key, sight] of await looks[about](q, some, looking)) found.set(key, sight)
  }
  return found
}
