const undecided: readonly string[] = ['writing', 'in-review', 'ballot-open']

/** May somebody who reads the draft see how all placed it on an axis ([X2])? */
export function showsPlaces(about: { state: string; placed: boolean }): boolean {
  return about.placed || !undecided.includes(about.state)
}
