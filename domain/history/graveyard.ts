import type { AuthoredRun, AuthoredText } from './returned.ts'
import { addRun } from './returned.ts'

/** How much of what was taken out of a section is remembered, in UTF-16 units (history SPEC [H4]). */
const mostRemembered = 64_000

/** Stands between texts that were not next to each other, so that nothing fits across. */
export const gap = '\u0000'

/** What was taken out of one section, latest last. */
export class Graveyard {
  private parts: AuthoredText[] = []
  private size = 0
  private joined: AuthoredText | undefined

  /** @param beforeLast true when it stood directly before what was taken out last, as with a row of backspaces. */
  add(removed: AuthoredText, beforeLast = false): void {
    const last = beforeLast ? this.parts.at(-1) : undefined
    if (last) {
      this.parts[this.parts.length - 1] = {
        text: removed.text + last.text,
        runs: joinRuns([...removed.runs, ...last.runs]),
      }
    } else this.parts.push(removed)
    this.size += removed.text.length
    this.joined = undefined
    while (this.size > mostRemembered && this.parts.length > 1) this.size -= this.parts.shift()?.text.length ?? 0
  }

  /** Everything remembered as one text. */
  all(): AuthoredText {
    if (!this.joined) {
      const runs: AuthoredRun[] = []
      for (const part of this.parts) {
        for (const run of part.runs) addRun(runs, run.length, run.by)
        addRun(runs, gap.length, null)
      }
      this.joined = { text: this.parts.map((part) => part.text + gap).join(''), runs }
    }
    return this.joined
  }
}

function joinRuns(runs: readonly AuthoredRun[]): AuthoredRun[] {
  const joined: AuthoredRun[] = []
  for (const { length, by } of runs) addRun(joined, length, by)
  return joined
}
