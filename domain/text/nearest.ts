/** Single-letter insertions, removals and replacements between two texts. */
export function editDistance(a: string, b: string): number {
  // A sign outside the basic plane is one letter, though two code units long.
  const letters = Array.from(b)
  let row = [0, ...letters.map((_, j) => j + 1)]
  for (const [i, from] of Array.from(a).entries()) {
    const next = [i + 1]
    for (const [j, to] of letters.entries()) {
      next.push(Math.min((row[j] ?? 0) + (from === to ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[letters.length] ?? 0
}

/**
 * The slugs that somebody probably meant: a few letters off, or sharing the beginning or a long word. Best first.
 *
 * @param most how many at most.
 */
export function nearestSlugs(wanted: string, known: readonly string[], most = 5): string[] {
  const typed = wanted.toLowerCase().slice(0, 80)
  const allowed = Math.max(2, Math.floor(typed.length / 4))
  return known
    .map((slug) => ({ slug, distance: likeness(typed, slug, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || (a.slug < b.slug ? -1 : 1))
    .slice(0, most)
    .map(({ slug }) => slug)
}

function likeness(typed: string, slug: string, allowed: number): number {
  const shared = longWords(typed).filter((word) => slug.split('-').includes(word))
  if (typed.length >= 3 && (slug.startsWith(typed) || typed.startsWith(slug))) return 1
  return Math.min(editDistance(typed, slug), shared.length > 0 ? allowed : Number.POSITIVE_INFINITY)
}

function longWords(slug: string): string[] {
  return slug.split(/[^a-z0-9]+/).filter((word) => word.length >= 5)
}
