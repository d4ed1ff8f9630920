/** The longest slug made from a title; an address stays readable. */
const longest = 60

/**
 * A title as an address: lower-case ASCII words joined by hyphens. A title without a single such character gives
 * the fallback.
 */
export function slugOf(title: string, fallback: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const next = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (next.length > longest) break
    slug = next
  }
  return slug === '' ? fallback : slug
}

/** The slug, or the slug with the first free number after it. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let n = 2
  while (taken.has(`${slug}-${n}`)) n++
  return `${slug}-${n}`
}
