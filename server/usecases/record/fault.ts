/** Something that is not as the record says. */
export interface Fault {
  /** As in `version 2 of entry <id>`. */
  where: string
  /** What is wrong with it, as the rest of a sentence. */
  words: string
}

/** How many things a step of the check looked at, and the first fault among them. */
export interface StepResult {
  count: number
  fault: Fault | null
}
