/** What a room has done so far, as far as anybody in it may know. */
export interface SoFar {
  purpose: string
  /** Titles of the phases that are over, in their order. */
  over: readonly string[]
  /** What the wordings are about; null where the room works on none. */
  about: string | null
  wordings: number
  reasons: number
}

/**
 * Three lines for who comes late ([K1]): what it is for, what is over, and what is there. None while nothing is over.
 */
export function catchUp({ purpose, over, about, wordings, reasons }: SoFar): string[] {
  if (over.length === 0) return []
  const made = `On the table for “${about}”: ${counted(wordings, 'wording')}, ${counted(reasons, 'reason')}.`
  return [`What it is for: ${purpose}`, `Over already: ${over.join(', ')}.`, ...(about === null ? [] : [made])]
}

function counted(n: number, word: string): string {
  if (n === 0) return `no ${word} yet`
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
