import type { Branch, Placed } from './order.ts'
import type { Outlined } from './outline.ts'
import type { ContributionType } from './words.ts'
import { contributionTypes } from './words.ts'

/** Contributions that a map draws at most ([T41]). */
export const mostOnMap = 40

/** First contributions of each type on a map; the two sides have room for more. */
const mostOfSide = 6
const mostOfOther = 3
/** Answers drawn under one contribution. */
const mostAnswers = 2

export interface MapRoot<T extends Outlined> {
  root: Placed<T>
  answers: Placed<T>[]
  /** Answers of any depth that are not drawn. */
  more: number
}

export interface MapGroup<T extends Outlined> {
  type: ContributionType
  roots: MapRoot<T>[]
  /** First contributions of the type that are not drawn. */
  more: number
}

export interface ArgumentMap<T extends Outlined> {
  groups: MapGroup<T>[]
  drawn: number
}

/**
 * What a map shows of an argument ([T41]): of each type the first contributions with their first direct answers, cruxes
 * before others and then those with the most answers. What is deleted, or said about a candidate, is not drawn.
 */
export function chooseMap<T extends Outlined>(all: readonly Branch<T>[], cruxIds: ReadonlySet<string>): ArgumentMap<T> {
  const living = all.filter(([{ item }]) => item.deletedAt === null && item.candidate === null)
  const groups = contributionTypes.flatMap((type) => {
    const own = living.filter(([{ item }]) => item.type === type).sort(byWeight(cruxIds))
    const shown = own.slice(0, type === 'for' || type === 'against' ? mostOfSide : mostOfOther)
    return own.length === 0 ? [] : [{ type, shown, more: own.length - shown.length }]
  })
  let room = mostOnMap - groups.reduce((sum, { shown }) => sum + shown.length, 0)
  const chosen = groups.map(({ type, shown, more }) => ({
    type,
    more,
    roots: shown.map(([root, ...rest]) => {
      const direct = rest.filter(({ item }) => item.replyTo === root.item.id && item.deletedAt === null)
      const answers = direct.slice(0, Math.min(mostAnswers, room))
      room -= answers.length
      const standing = rest.filter(({ item }) => item.deletedAt === null).length
      return { root, answers, more: standing - answers.length }
    }),
  }))
  return { groups: chosen, drawn: mostOnMap - room }
}

function byWeight(cruxIds: ReadonlySet<string>) {
  return <T extends Outlined>([a]: Branch<T>, [b]: Branch<T>): number =>
    Number(cruxIds.has(b.item.id)) - Number(cruxIds.has(a.item.id)) ||
    b.answers - a.answers ||
    a.item.createdAt - b.item.createdAt ||
    (a.item.id < b.item.id ? -1 : 1)
}
