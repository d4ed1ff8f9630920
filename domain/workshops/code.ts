const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'

/** How many random bytes a code is made of. */
export const codeBytes = 7

/**
 * A join code as it is kept ([J1]): three letters and four digits, none of which looks like another.
 *
 * @returns null where a byte would favour some letters over others: ask with other bytes.
 */
export function makeCode(bytes: Uint8Array): string | null {
  if (bytes.length < codeBytes || bytes.slice(0, 3).some((byte) => byte >= 240)) return null
  const pick = (from: string, byte: number) => from[byte % from.length] ?? ''
  return [...bytes.slice(0, codeBytes)].map((byte, i) => pick(i < 3 ? letters : digits, byte)).join('')
}

/** What somebody typed as it is kept, or null where it cannot be a code ([J2]): case, spaces and hyphens do not matter. */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s\-‐‑–—_.]+/g, '').toUpperCase()
  return new RegExp(`^[${letters}]{3}[${digits}]{4}$`).test(code) ? code : null
}

/** A code as people read it, as in `ABC-4827`. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`
}
