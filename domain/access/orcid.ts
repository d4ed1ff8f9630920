/**
 * An ORCID iD as it is written, as in `0000-0002-1825-0097`; null where the digits do not fit together (ISO 7064,
 * mod 11-2), so that a slip does not lead to somebody else.
 */
export function readOrcid(typed: string): string | null {
  const plain = typed
    .trim()
    .replace(/^https?:\/\/orcid\.org\//i, '')
    .replaceAll('-', '')
    .toUpperCase()
  if (!/^\d{15}[\dX]$/.test(plain)) return null
  let total = 0
  for (const digit of plain.slice(0, 15)) total = (total + Number(digit)) * 2
  const rest = (12 - (total % 11)) % 11
  if (plain[15] !== (rest === 10 ? 'X' : String(rest))) return null
  return (plain.match(/.{4}/g) ?? []).join('-')
}
