import { findActorNames } from '../../db/queries/actors.ts'
import { listCandidates } from '../../db/queries/candidates.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { listTaken } from '../../db/queries/forks.ts'
import { listAllTables } from '../../db/queries/workshop-tables.ts'
import type { Q } from '../../db/store.ts'
import { partsOf } from '../../domain/forks/parts.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import type { Told } from '../../domain/workshops/minutes.ts'
import { roundsOf } from '../../domain/workshops/minutes.ts'

export interface TableMinutes {
  n: number
  /** Its version of the draft. */
  draftId: string
  /** Wordings proposed in its hearing; what is still silent is left out. */
  wordings: { n: number; text: string; author: string; carried: boolean }[]
  /** Labels of the parts that the common text took from it. */
  taken: string[]
}

/** A time that the room spent at its tables (workshops SPEC [T8]). */
export interface RoundMinutes {
  round: number
  from: number
  /** Null while it lasts. */
  to: number | null
  /** How many sat at each when it began. */
  seats: number[]
  list: TableMinutes[]
}

/** What the tables of a workshop did to a draft, as the record tells it. */
export async function tableMinutes(
  q: Q,
  workshopId: string,
  draftId: string,
  events: readonly Told[],
): Promise<RoundMinutes[]> {
  const tables = (await listAllTables(q, workshopId)).filter((one) => one.draftId === draftId)
  const draft = tables.length === 0 ? undefined : await findDraft(q, draftId)
  if (!draft) return []
  const taken = await listTaken(q, draftId)
  const labels = new Map(partsOf(draft.kind).map(({ part, label }) => [part, label]))
  const made = await Promise.all(
    tables.map(async ({ round, n, forkId, threadId }) => {
      const parts = new Set(taken.filter(({ from }) => from === forkId).flatMap(({ parts }) => parts))
      const wordings = threadId === null ? [] : await wordingsOf(q, threadId)
      return { round, n, draftId: forkId, wordings, taken: [...parts].map((part) => labels.get(part) ?? part) }
    }),
  )
  return roundsOf(events).map((one) => ({
    ...one,
    list: made.filter(({ round }) => round === one.round).map(({ round: _, ...table }) => table),
  }))
}

async function wordingsOf(q: Q, threadId: string): Promise<TableMinutes['wordings']> {
  const rows = (await listCandidates(q, threadId, null)).filter(
    ({ sealedIn, state }) => sealedIn === null && state === 'standing',
  )
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  return rows.map(({ n, text, authorId, suggestionId }) => ({
    ...{ n, text: shownWords(text), author: names.get(authorId) ?? '' },
    carried: suggestionId !== null,
  }))
}
