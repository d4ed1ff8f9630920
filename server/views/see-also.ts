import { listLinksFrom, listLinksTo } from '../../db/queries/contribution-links.ts'
import { findDraftsFor } from '../../db/queries/notified.ts'
import type { ThreadRow } from '../../db/queries/threads.ts'
import { listWithheld } from '../../db/queries/withheld.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'

/** The other end of a link between two contributions. */
export interface LinkEnd {
  id: string
  threadId: string
  threadTitle: string
  type: ContributionType
  author: string
  /** The first words; empty once deleted. */
  text: string
  deleted: boolean
}

export interface Links {
  /** What it names as *see also*. */
  named: LinkEnd[]
  /** What names it, the first that did. */
  namedBy: LinkEnd[]
  /** How many more name it. */
  moreNamedBy: number
}

/** At most so many contributions that name another are listed with it. */
const mostNamedBy = 10

export const noLinks: Links = { named: [], namedBy: [], moreNamedBy: 0 }

/**
 * The links of some contributions, by their ids, as far as this viewer may read the other ends ([T29]). Hidden words
 * name nothing, and are not named.
 */
export async function linksOf(
  deps: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<Map<string, Links>> {
  const q = deps.store.read
  const [from, to] = await shownLinks(q, await Promise.all([listLinksFrom(q, ids), listLinksTo(q, ids)]))
  const readable = await readableThreads(
    deps,
    viewer,
    [...from, ...to].map(({ thread }) => thread),
  )
  const seen = (rows: typeof from, id: string) =>
    rows.filter((row) => row.id === id && readable.has(row.thread.id)).map(endOf)
  const linked = new Set([...from, ...to].map(({ id }) => id))
  return new Map(
    [...linked].map((id) => {
      const namedBy = seen(to, id)
      return [
        id,
        {
          named: seen(from, id),
          namedBy: namedBy.slice(0, mostNamedBy),
          moreNamedBy: Math.max(0, namedBy.length - mostNamedBy),
        },
      ]
    }),
  )
}

type LinkRows = Awaited<ReturnType<typeof listLinksFrom>>

/** Those of which neither end is kept apart ([Y9] of moderation). */
async function shownLinks(q: Q, lists: readonly [LinkRows, LinkRows]): Promise<[LinkRows, LinkRows]> {
  const things = (row: LinkRows[number]) => [`contribution/${row.id}`, `contribution/${row.contribution.id}`]
  const kept = await listWithheld(q, [...new Set(lists.flat().flatMap(things))])
  const shown = (rows: LinkRows) => rows.filter((row) => !things(row).some((thing) => kept.has(thing)))
  return [shown(lists[0]), shown(lists[1])]
}

/** Ids of those threads that this viewer may read. */
async function readableThreads(
  { store }: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  threads: readonly ThreadRow[],
): Promise<Set<string>> {
  const drafts = await findDraftsFor(
    store.read,
    threads.map(({ draftId }) => draftId),
    viewer?.actorId ?? '',
  )
  return new Set(
    threads
      .filter(({ state, createdBy, draftId }) => {
        const draft = draftId === null ? null : drafts.get(draftId)?.thing
        return draft !== undefined && can(viewer, 'thread.read', { state, createdBy, draft })
      })
      .map(({ id }) => id),
  )
}

function endOf({ contribution, author, thread }: LinkRows[number]): LinkEnd {
  const { id, type, text, deletedAt } = contribution
  return {
    id,
    threadId: thread.id,
    threadTitle: thread.title,
    type,
    author,
    text: excerpt(text, 100),
    deleted: deletedAt !== null,
  }
}
