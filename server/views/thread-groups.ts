import type { Branch, Ordered, Placed, ThreadOrder } from '../../domain/threads/order.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import { contributionTypes } from '../../domain/threads/words.ts'

/** Contributions on one page of a list. */
const pageLength = 60
/** Contributions of one type on the page that shows all types. */
const groupLength = 15

interface Item extends Ordered {
  deletedAt: number | null
}

export interface Group<T extends Item> {
  type: ContributionType | null
  /** Branches that start with a contribution of this type which is not deleted. */
  total: number
  shown: Placed<T>[]
  more: boolean
}

export interface Choice<T extends Item> {
  only: ContributionType | null
  page: number
  pages: number
  groups: Group<T>[]
}

/**
 * Which part of a thread one page shows, so that a hearing with a thousand contributions stays light: by kind, the
 * beginning of each type with a way to the rest; otherwise one page of a list. A contribution named by `at` is on it.
 */
export function chooseGroups<T extends Item>(
  all: readonly Branch<T>[],
  ask: { order: ThreadOrder; only: ContributionType | null; page: number; at: string | null },
): Choice<T> {
  const home = all.find((branch) => branch.some(({ item }) => item.id === ask.at))
  if (ask.order === 'kind' && ask.only === null) {
    const groups = contributionTypes.map((type) => groupOf(all, type)).filter(({ shown }) => shown.length > 0)
    const shown = groups.some((group) => group.shown.some(({ item }) => item.id === ask.at))
    if (!home || shown) return { only: null, page: 1, pages: 1, groups }
  }
  const only = home && (ask.only !== null || ask.order === 'kind') ? home[0].item.type : ask.only
  const kept = only === null ? all : all.filter(([first]) => first.item.type === only)
  const list = kept.flat()
  const pages = Math.max(1, Math.ceil(list.length / pageLength))
  const index = list.findIndex(({ item }) => item.id === ask.at)
  const page = index >= 0 ? Math.floor(index / pageLength) + 1 : Math.min(Math.max(1, ask.page), pages)
  const shown = list.slice((page - 1) * pageLength, page * pageLength)
  return { only, page, pages, groups: [{ type: only, total: living(kept), shown: withStart(shown), more: false }] }
}

function groupOf<T extends Item>(all: readonly Branch<T>[], type: ContributionType): Group<T> {
  const own = all.filter(([first]) => first.item.type === type)
  const list = own.flat()
  return { type, total: living(own), shown: list.slice(0, groupLength), more: list.length > groupLength }
}

/** A page that starts amid a branch quotes what its first contribution answers. */
function withStart<T extends Item>(shown: Placed<T>[]): Placed<T>[] {
  const [first, ...rest] = shown
  return first && first.depth > 0 ? [{ ...first, quotes: first.item.replyTo }, ...rest] : shown
}

function living<T extends Item>(list: readonly Branch<T>[]): number {
  return list.filter(([first]) => first.item.deletedAt === null).length
}
