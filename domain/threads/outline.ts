import type { Branch, Ordered, Placed } from './order.ts'
import type { ContributionType } from './words.ts'
import { contributionTypes } from './words.ts'

/** Contributions on one page of the outline ([T40]). */
export const outlineLength = 200

export interface Outlined extends Ordered {
  candidate: number | null
  deletedAt: number | null
}

/** What stands under one heading: what is said about a candidate, or what begins with one type. */
export interface OutlinePart<T extends Outlined> {
  about: { candidate: number } | { type: ContributionType }
  /** First contributions under it on all pages, deleted ones apart. */
  total: number
  /** It began on an earlier page. */
  continued: boolean
  /** `left`: contributions at its end that are not listed, because the branch alone is longer than a page. */
  branches: { items: Placed<T>[]; left: number }[]
}

/**
 * The pages of an outline ([T39], [T40]): the candidates with what is said about them, then the rest by type. A page
 * ends between branches.
 *
 * @param all in the order by kind.
 * @param candidates their numbers, in their order; each is a heading also where nothing is said about it.
 * @param length contributions on a page.
 */
export function outlinePages<T extends Outlined>(
  all: readonly Branch<T>[],
  candidates: readonly number[],
  length: number = outlineLength,
): OutlinePart<T>[][] {
  const known = new Set(candidates)
  const isAbout = ({ candidate }: T) => candidate !== null && known.has(candidate)
  const groups = [
    ...candidates.map((candidate) => ({
      about: { candidate },
      branches: all.filter(([{ item }]) => item.candidate === candidate),
    })),
    ...contributionTypes
      .map((type) => ({ about: { type }, branches: all.filter(([{ item }]) => item.type === type && !isAbout(item)) }))
      .filter(({ branches }) => branches.length > 0),
  ]
  const pages: OutlinePart<T>[][] = [[]]
  let room = length
  for (const { about, branches } of groups) {
    const total = branches.filter(([{ item }]) => item.deletedAt === null).length
    let part: OutlinePart<T> = { about, total, continued: false, branches: [] }
    pages.at(-1)?.push(part)
    for (const branch of branches) {
      if (branch.length > room && room < length) {
        // A heading with nothing under it goes along to the next page.
        if (part.branches.length === 0) pages.at(-1)?.pop()
        part = { about, total, continued: part.branches.length > 0 || part.continued, branches: [] }
        pages.push([part])
        room = length
      }
      const items = branch.slice(0, length)
      part.branches.push({ items, left: branch.length - items.length })
      room -= items.length
    }
  }
  return pages
}
