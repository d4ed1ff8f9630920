interface Argued {
  /** Open threads that everybody may read. */
  openThreads: number
  /** Stances of everybody on the record. */
  stances: readonly string[]
  /** The current version carries a minority note. */
  minorityNote: boolean
}

/** Is a strategy contested ([S6])? */
export function isContested({ openThreads, stances, minorityNote }: Argued): boolean {
  return openThreads > 0 || minorityNote || stances.some((stance) => stance === 'opposes' || stance === 'evolved-away')
}
