/** Letters and digits that are hard to take for one another, 32 of them. */
const base32 = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A recovery code of ten random bytes, as in `abcd-efgh-jkmn-pqrs` ([A17]). */
export function recoveryCodeOf(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)])
  return (signs.join('').match(/.{4}/g) ?? []).join('-')
}

/** What somebody typed as a code: six digits of an app, or a recovery code, however it was spaced; null for neither. */
export function typedCode(typed: string): { kind: 'app' | 'recovery'; code: string } | null {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐-―]/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'app', code: plain }
  if (plain.length !== 16 || [...plain].some((sign) => !base32.includes(sign))) return null
  return { kind: 'recovery', code: (plain.match(/.{4}/g) ?? []).join('-') }
}
