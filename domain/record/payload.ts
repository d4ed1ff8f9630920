/** A value of a public payload as it may stand in a sentence: a number or a short word, or what is said instead. */
export function payloadText(value: unknown, otherwise = 'unknown'): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && /^[a-z0-9-]{1,40}$/i.test(value) ? value : otherwise
}

export function isOneOf(value: unknown, ...words: string[]): boolean {
  return typeof value === 'string' && words.includes(value)
}

/** A payload inside a payload; empty when there is none. */
export function payloadOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}
