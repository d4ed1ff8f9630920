import type { EntryKind } from '../entries/kinds.ts'
import { hashJson } from '../record/hash.ts'

/** One entry of an edition: which version of it, and the hash of what that says. */
export interface EditionEntry {
  kind: EntryKind
  slug: string
  n: number
  contentHash: string
}

/** Year, number and perhaps a word: `2026.4`, `2026.4-after-the-summit` (SPEC [P12]). */
const pattern = /^[0-9]{4}\.[1-9][0-9]?(?:-[a-z0-9]+)*$/

/** The longest name of an edition, in characters. */
export const longestEditionName = 40

/** May an edition be called this? (SPEC [P12]) */
export function isEditionName(name: string): boolean {
  return name.length <= longestEditionName && pattern.test(name)
}

/**
 * The name of the quarter in UTC, `2026.4`, or the next one with a number behind it that is free (SPEC [P12]).
 *
 * @param now milliseconds since 1970.
 */
export function suggestedName(now: number, taken: readonly string[]): string {
  const date = new Date(now)
  const quarter = `${date.getUTCFullYear()}.${Math.floor(date.getUTCMonth() / 3) + 1}`
  for (let again = 1; ; again++) {
    const name = again === 1 ? quarter : `${quarter}-${again}`
    if (!taken.includes(name)) return name
  }
}

/** One hash over an edition: its entries by kind and address, each with version and content hash (SPEC [P13]). */
export function editionHash(entries: readonly EditionEntry[]): string {
  return hashJson(
    [...entries].sort(byAddress).map(({ kind, slug, n, contentHash }) => ({ kind, slug, n, contentHash })),
  )
}

function byAddress(a: EditionEntry, b: EditionEntry): number {
  const [x, y] = [`${a.kind}/${a.slug}`, `${b.kind}/${b.slug}`]
  return x < y ? -1 : x > y ? 1 : 0
}

/** What an edition has that the one before it had not, has in another version, or has no more (SPEC [P15]). */
export interface EditionChanges<E> {
  added: E[]
  revised: { entry: E; before: number }[]
  gone: E[]
}

export function changesBetween<E extends { entryId: string; n: number }>(
  before: readonly E[],
  now: readonly E[],
): EditionChanges<E> {
  const known = new Map(before.map((entry) => [entry.entryId, entry]))
  const still = new Set(now.map(({ entryId }) => entryId))
  const revised = now.flatMap((entry) => {
    const old = known.get(entry.entryId)
    return old && old.n !== entry.n ? [{ entry, before: old.n }] : []
  })
  return {
    added: now.filter(({ entryId }) => !known.has(entryId)),
    revised,
    gone: before.filter(({ entryId }) => !still.has(entryId)),
  }
}
