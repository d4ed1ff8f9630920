import { day } from '#domain/text/day.ts'
import { removeStore } from './device-store.ts'
import type { KeptStore, Ledger } from './ledger.ts'

/** How long a document stays that nobody opened, in milliseconds; longer where something in it was not sent. */
const sentLife = 30 * day
const unsentLife = 365 * day

/**
 * Which kept documents may go: the old ones, and those of other people on this device that hold nothing unsent.
 *
 * @param person who is signed in; null while nobody is.
 * @param now milliseconds since 1970.
 */
export function expendable(stores: readonly KeptStore[], person: string | null, now: number): KeptStore[] {
  return stores.filter(({ name, usedAt, unsent }) => {
    if (unsent > 0) return now - usedAt > unsentLife
    return name.person !== person || now - usedAt > sentLife
  })
}

export async function sweep(ledger: Ledger, person: string | null, now: number): Promise<void> {
  await Promise.all(expendable(ledger.stores(), person, now).map(({ name }) => removeStore(ledger, name)))
  for (const { key, at } of person === null ? [] : ledger.aside(person)) if (now - at > unsentLife) ledger.forget(key)
}
