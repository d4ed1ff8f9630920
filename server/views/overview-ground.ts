import { countAttached } from '../../db/queries/attached-sources.ts'
import { countMindsEach } from '../../db/queries/minds.ts'
import { countReactions, ownReactions } from '../../db/queries/reactions.ts'
import { findContributions, listContributionOutline } from '../../db/queries/threads.ts'
import type { Q } from '../../db/store.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Branch, Placed } from '../../domain/threads/order.ts'
import { branches } from '../../domain/threads/order.ts'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { livingCruxes, noCounts, showsCounts } from '../../domain/threads/reactions.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { LoadedThread } from '../usecases/threads/thread-access.ts'

export type OutlineRow = Awaited<ReturnType<typeof listContributionOutline>>[number]

/** Everything an overview shows of one contribution. */
export interface OverviewLine {
  id: string
  type: ContributionType
  author: string
  /** The beginning of its words; empty where it is deleted. */
  text: string
  deleted: boolean
  /** Answers of any depth. */
  answers: number
  /** How many people say that it changed their mind. */
  minds: number
  /** What it rests on. */
  sources: number
  crux: boolean
  /** How others reacted; null where the viewer may not see it ([T16]). */
  reactions: StanceCounts | null
}

/** What is known of a whole argument but its words, in the order by kind. */
export interface OverviewGround {
  outline: OutlineRow[]
  all: Branch<OutlineRow>[]
  cruxIds: ReadonlySet<string>
  /** Views of some of them, in the same order. @param most characters of their words. */
  lines(some: readonly Placed<OutlineRow>[], most: number): Promise<OverviewLine[]>
  minds: ReadonlyMap<string, number>
}

/** Reads an argument for its overview; the words are read for those that are shown. */
export async function overviewGround(
  q: Q,
  viewer: Viewer | null,
  { thread }: Pick<LoadedThread, 'thread'>,
): Promise<OverviewGround> {
  const outline = await listContributionOutline(q, thread.id)
  const counts = await countReactions(q, thread.id)
  const own = viewer ? await ownReactions(q, thread.id, viewer.actorId) : new Map<string, Stance>()
  const minds = await countMindsEach(q, thread.id)
  const cruxIds = new Set(livingCruxes(counts, outline))
  const resolved = thread.state === 'resolved'

  async function lines(some: readonly Placed<OutlineRow>[], most: number): Promise<OverviewLine[]> {
    const ids = some.map(({ item }) => item.id)
    const said = await findContributions(q, ids)
    const sources = await countAttached(q, ids)
    return some.map(({ item: { id, type, authorId, deletedAt }, answers }) => ({
      id,
      type,
      author: said.get(id)?.author ?? '',
      text: excerpt(said.get(id)?.text ?? '', most),
      deleted: deletedAt !== null,
      answers,
      minds: minds.get(id) ?? 0,
      sources: sources.get(id) ?? 0,
      crux: cruxIds.has(id),
      reactions: showsCounts({ resolved, own: own.get(id) ?? null, isAuthor: authorId === viewer?.actorId })
        ? (counts.get(id) ?? noCounts)
        : null,
    }))
  }
  return { outline, all: branches(outline, 'kind'), cruxIds, minds, lines }
}
