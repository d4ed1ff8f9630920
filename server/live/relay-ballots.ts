import { findBallot } from '../../db/queries/ballots.ts'
import { listLiveRoomsOf } from '../../db/queries/rooms-of-drafts.ts'
import { draftsUnder } from '../../domain/ballots/forks.ts'
import type { Deps } from '../deps.ts'

const noun = 'ballot/'

/** What two hundred phones need not ask again for. Whoever shows the turnout listens to the ballot itself. */
const quiet = new Set(['ballot.vote-cast', 'ballot.reminded', 'objection.changed'])

/**
 * Tells live workshops of what happens to the ballots about their drafts, by whatever means it happened: their phones
 * may not listen to a ballot itself, for guests read none.
 *
 * @returns a function that stops telling.
 */
export function relayBallots(deps: Pick<Deps, 'live' | 'store' | 'log'>): () => void {
  return deps.live.subscribe(({ topic, type }) => {
    if (!topic.startsWith(noun) || quiet.has(type)) return
    const id = topic.slice(noun.length)
    relay(deps, id, type).catch((error: unknown) => {
      deps.log.error({ err: error, ballotId: id }, 'a room was not told of its ballot')
    })
  })
}

async function relay({ live, store }: Pick<Deps, 'live' | 'store'>, id: string, type: string): Promise<void> {
  const ballot = await findBallot(store.read, id)
  const rooms = ballot ? await listLiveRoomsOf(store.read, draftsUnder(ballot)) : []
  live.publish(rooms.map((room) => ({ topic: `workshop/${room}`, type, id })))
}
