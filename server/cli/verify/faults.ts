/** Something in a bundle that is not as its record says. */
export class Lie extends Error {
  /**
   * @param where as in `ballot 0193…`.
   * @param what as in `its tally`.
   */
  constructor(
    readonly where: string,
    readonly what: string,
    readonly stated: unknown,
    readonly recomputed: unknown,
  ) {
    super(`${where}: ${what}`)
  }
}

/** The file is no bundle that this program can read. */
export class BadFile extends Error {}

/** @throws Lie where what is stated differs from what was computed again; the order of members does not matter. */
export function same(where: string, what: string, stated: unknown, recomputed: unknown): void {
  if (!equal(stated, recomputed)) throw new Lie(where, what, stated ?? null, recomputed ?? null)
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return (a ?? null) === (b ?? null)
  const [left, right] = [Object.entries(a), Object.entries(b)]
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.length) return false
  return left.every(([key, value]) => Object.hasOwn(b, key) && equal(value, (b as Record<string, unknown>)[key]))
}
