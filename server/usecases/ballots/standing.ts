import { isAmended, listFrozenTexts } from '../../../db/queries/ballot-snapshots.ts'
import type { PaperRow } from '../../../db/queries/ballots.ts'
import { countPapers, listPapers } from '../../../db/queries/ballots.ts'
import type { Q } from '../../../db/store.ts'
import type { StandingPaper } from '../../../domain/ballots/freshness.ts'
import { freshnessOf, standingPapers } from '../../../domain/ballots/freshness.ts'

export interface Turnout {
  /** Papers that count now. */
  turnout: number
  /** Voters who have to be asked again, because the text changed for them ([B42]). */
  toAsk: number
}

/** How many papers of a ballot count; neither number depends on how anybody voted ([B49]). */
export async function turnoutNow(q: Q, ballotId: string): Promise<Turnout> {
  if (!(await isAmended(q, ballotId))) return { turnout: await countPapers(q, ballotId), toAsk: 0 }
  const texts = await listFrozenTexts(q, ballotId)
  const { freshness } = freshnessOf(standingPapers(await listPapers(q, ballotId), texts), texts)
  const { fresh = 0, reaffirmed = 0, stale = 0 } = freshness ?? {}
  return { turnout: fresh + reaffirmed, toAsk: stale }
}

/** How one paper stands towards the text under vote ([B42]). */
export async function standingOf(q: Q, paper: PaperRow): Promise<StandingPaper<PaperRow>> {
  const [stood] = standingPapers([paper], await listFrozenTexts(q, paper.ballotId))
  if (!stood) throw new Error(`paper ${paper.id} stands nowhere`)
  return stood
}
