/** What rolling back looks at of a version. */
interface Published {
  n: number
  kind: 'import' | 'publish' | 'rollback' | 'withdraw' | 'variant'
  hash: string
}

/** Why a version cannot be made current again, in words; null where it can (SPEC [P16]). */
export function rollBackFault(current: Published, wanted: Published | null, n: number): string | null {
  if (!wanted) return `There is no version ${n} to go back to.`
  if (wanted.kind === 'withdraw') return `Version ${n} withdrew the entry; it has no text to go back to.`
  if (wanted.kind === 'variant') return `Version ${n} is a minority variant; it never was the current text.`
  if (wanted.n === current.n) return `Version ${n} is the current one.`
  if (current.kind !== 'withdraw' && wanted.hash === current.hash) {
    return `The current version ${current.n} says the very same as version ${n}.`
  }
  return null
}

/** The decision line of a version that makes an earlier one current again (SPEC [P17]). */
export function rollBackSummary(n: number): string {
  return `Rolled back to version ${n} by a moderator.`
}
