import { day } from '../text/day.ts'
import type { Settlement } from './settlement.ts'

/** What nobody put away for so long has passed; milliseconds ([I11]). */
export const forgottenAfter = 182 * day

/** One notification with how it stands now. */
export interface Item {
  /** `thread/<id>`, `draft/<id>`, `ballot/<id>` or `entry/<id>`. */
  thing: string
  /** Its kind and what it is about: of two that say the same, the newer stands ([I2]). */
  says: string
  /** When it came, in milliseconds since 1970. */
  at: number
  /** When its reader put it away. */
  doneAt: number | null
  snoozedUntil: number | null
  /** `told` where it never waited for anything. */
  settlement: Settlement | 'told'
}

export interface Group<I> {
  thing: string
  /** When the newest of it came, or came back. */
  at: number
  /** Newest first. */
  items: I[]
}

export interface Inbox<I> {
  /** Something of it waits for the reader. */
  needs: Group<I>[]
  /** There is news of it, and nothing waits. */
  watching: Group<I>[]
  /** Put away until later. */
  snoozed: Group<I>[]
  /** Put away, answered, or over. */
  done: Group<I>[]
}

/** Sorts notifications by thing, each thing into one place, newest first ([I9], [I10]). */
export function sortInbox<I extends Item>(items: readonly I[], now: number): Inbox<I> {
  const byThing = new Map<string, I[]>()
  for (const item of items) byThing.set(item.thing, [...(byThing.get(item.thing) ?? []), item])
  const inbox: Inbox<I> = { needs: [], watching: [], snoozed: [], done: [] }
  for (const [thing, all] of byThing) {
    const open = newestOfEach(all.filter((item) => isOpen(item, now)))
    const awake = open.filter(({ snoozedUntil }) => snoozedUntil === null || snoozedUntil <= now)
    const waits = awake.some(({ settlement }) => settlement === 'waits')
    const [place, shown] = waits
      ? (['needs', awake] as const)
      : awake.length > 0
        ? (['watching', awake] as const)
        : open.length > 0
          ? (['snoozed', open] as const)
          : (['done', all] as const)
    inbox[place].push(groupOf(thing, shown, now))
  }
  const places: Group<I>[][] = [inbox.needs, inbox.watching, inbox.snoozed, inbox.done]
  for (const groups of places) groups.sort((a, b) => b.at - a.at || (a.thing < b.thing ? -1 : 1))
  return inbox
}

/** Neither put away, nor settled, nor forgotten. */
function isOpen({ doneAt, settlement, at, snoozedUntil }: Item, now: number): boolean {
  const last = Math.max(at, snoozedUntil ?? 0)
  return doneAt === null && (settlement === 'waits' || settlement === 'told') && last > now - forgottenAfter
}

function newestOfEach<I extends Item>(items: readonly I[]): I[] {
  const newest = new Map<string, I>()
  for (const item of items) {
    const known = newest.get(item.says)
    if (!known || known.at < item.at) newest.set(item.says, item)
  }
  return items.filter((item) => newest.get(item.says) === item)
}

function groupOf<I extends Item>(thing: string, items: readonly I[], now: number): Group<I> {
  const cameAt = ({ at, snoozedUntil }: Item) =>
    snoozedUntil !== null && snoozedUntil <= now ? Math.max(at, snoozedUntil) : at
  return {
    thing,
    at: Math.max(...items.map(cameAt)),
    items: [...items].sort((a, b) => b.at - a.at),
  }
}
