import { putAway } from '../../db/queries/notifications.ts'
import { isOfRehearsal } from '../../db/queries/rehearsals.ts'
import { joinWatch } from '../../db/queries/watches.ts'
import type { Q } from '../../db/store.ts'
import type { Follow, Happening } from './occasion.ts'
import { ballotFollows } from './occasions/ballots.ts'
import { candidateFollows } from './occasions/candidates.ts'
import { caseFollows } from './occasions/cases.ts'
import { draftFollows } from './occasions/drafts.ts'
import { objectionFollows } from './occasions/objections.ts'
import { publishingFollows } from './occasions/publishing.ts'
import { relationFollows } from './occasions/relations.ts'
import { reviewFollows } from './occasions/reviews.ts'
import { signalFollows } from './occasions/signals.ts'
import { suggestionFollows } from './occasions/suggestions.ts'
import { threadFollows } from './occasions/threads.ts'
import { tell } from './tell.ts'

/** What follows from events of each type; from all others nothing. */
const follows: Readonly<Record<string, Follow>> = {
  ...threadFollows,
  ...candidateFollows,
  ...suggestionFollows,
  ...objectionFollows,
  ...draftFollows,
  ...ballotFollows,
  ...publishingFollows,
  ...relationFollows,
  ...reviewFollows,
  ...signalFollows,
  ...caseFollows,
}

/**
 * Writes what people are told of an event, in the event's own transaction: neither a crash nor a refusal can leave
 * the one without the other (notifications SPEC [I4]).
 */
export async function notifyOf(q: Q, event: Happening): Promise<void> {
  const follow = Object.hasOwn(follows, event.type) ? follows[event.type] : undefined
  if (!follow) return
  // What simulated guests say waits for nobody.
  if (await isOfRehearsal(q, event.subject)) return
  const { occasions = [], joins = [], seen = [] } = await follow(q, event)
  for (const [i, occasion] of occasions.entries()) {
    await tell(q, occasion, { at: event.at, own: i === 0 ? `event/${event.seq}` : `event/${event.seq}/${i}` })
  }
  for (const { actorId, thing, volume } of joins) {
    if (actorId !== null) await joinWatch(q, { actorId, thing, volume, at: event.at })
  }
  for (const { actorId, key } of seen) if (actorId !== null) await putAway(q, { actorId, key }, event.at)
}
