/** How long an act of a facilitator can be undone ([U1]). */
export const undoMs = 10_000

/** Whether what was done at that moment can still be undone ([U1]). */
export function canUndo(undo: { at: number } | null, now: number): boolean {
  return undo !== null && now - undo.at <= undoMs
}
