import { lastHum, listHumAnswers, listTurns } from '../../db/queries/workshop-talk.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Q, Store } from '../../db/store.ts'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { speakingTurn, waitingTurns } from '../../domain/workshops/queue.ts'

export interface RoomTalk {
  /** Whose turn it is. */
  speaking: string | null
  /** Who waits, in order. */
  waiting: string[]
  /** The viewer waits, or speaks. */
  mine: 'waiting' | 'speaking' | null
  hum: {
    question: string
    open: boolean
    own: Stance | null
    answered: number
    /** Only after it was closed. */
    counts: StanceCounts | null
    /** Raised hands, as a facilitator counted them; null where none were. */
    hands: StanceCounts | null
  } | null
}

/** Who asks to speak in a workshop, and the hum that was asked last. */
export async function roomTalk(store: Store, workshopId: string, actorId: string): Promise<RoomTalk> {
  const { turns, hum, answers } = await sameForAll(store, allTalk, workshopId)
  const speaking = speakingTurn(turns)
  const waiting = waitingTurns(turns)
  const isWaiting = waiting.some((turn) => turn.actorId === actorId)
  const online = answers.filter(({ source }) => source === 'online')
  const hands = answers.filter(({ source }) => source === 'hands')
  const sum = (some: typeof answers) => {
    const counts: StanceCounts = { agree: 0, disagree: 0, unsure: 0 }
    for (const { answer, count } of some) counts[answer] += count
    return counts
  }
  const closed = hum !== undefined && hum.closedAt !== null
  return {
    speaking: speaking?.name ?? null,
    waiting: waiting.map(({ name }) => name),
    mine: speaking?.actorId === actorId ? 'speaking' : isWaiting ? 'waiting' : null,
    hum: hum
      ? {
          question: hum.question,
          open: !closed,
          own: online.find((one) => one.actorId === actorId)?.answer ?? null,
          answered: online.length,
          counts: closed ? sum(online) : null,
          hands: closed && hands.length > 0 ? sum(hands) : null,
        }
      : null,
  }
}

async function allTalk(q: Q, workshopId: string) {
  const hum = await lastHum(q, workshopId)
  return { turns: await listTurns(q, workshopId), hum, answers: hum ? await listHumAnswers(q, hum.id) : [] }
}
