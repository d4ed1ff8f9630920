/** One version of the main line, as far as the agreement on its parts goes. */
export interface PartedVersion {
  n: number
  /** Hash of each part of its text. */
  parts: Readonly<Record<string, string>>
}

/** Parts that say since one version what they say now. */
export interface AgreedSince {
  n: number
  parts: string[]
}

/**
 * Since which version each part of the current text has said what it says, the latest first (SPEC [P28]). A part that
 * was changed and changed back counts from when it came back: only then was it decided again.
 *
 * @param versions the main line, in any order; the highest number is the current text.
 * @param order the parts in the order of the page; any others come after them by name.
 */
export function agreedSince(versions: readonly PartedVersion[], order: readonly string[]): AgreedSince[] {
  const newest = [...versions].sort((a, b) => b.n - a.n)
  const [current] = newest
  if (!current) return []
  const groups = new Map<number, string[]>()
  for (const part of inOrder(Object.keys(current.parts), order)) {
    const since = sinceWhen(part, newest)
    groups.set(since, [...(groups.get(since) ?? []), part])
  }
  return [...groups].sort(([a], [b]) => b - a).map(([n, parts]) => ({ n, parts }))
}

function sinceWhen(part: string, newest: readonly PartedVersion[]): number {
  const now = newest[0]?.parts[part]
  const other = newest.findIndex(({ parts }) => parts[part] !== now)
  return (newest[other === -1 ? newest.length - 1 : other - 1] as PartedVersion).n
}

function inOrder(parts: readonly string[], order: readonly string[]): string[] {
  const place = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length)
  return [...parts].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
