import type { Requirement } from '../ballot.ts'

/** "No objection to the draft is open" ([B10], [B23]). */
export function objectionRequirement(open: number): Requirement {
  return { id: 'objections', met: open === 0, words: objectionWords(open) }
}

function objectionWords(open: number): string {
  if (open === 0) return 'No objection is open.'
  return open === 1
    ? 'One objection is open and needs a disposition.'
    : `${open} objections are open and need a disposition each.`
}
