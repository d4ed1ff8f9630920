import { parseArgs } from 'node:util'
import type { Views } from '../../tests/factories/compare-views.ts'
import type { Round } from '../../tests/factories/genuine-round.ts'
import { genuineRound } from '../../tests/factories/genuine-round.ts'
import { runRounds } from './rounds.ts'

/**
 * Writes with the real editor binding until `--updates` updates (a million) have been judged, and counts those that
 * admission refused. Prints one JSON line; ends with 1 if any was refused, if any document differed from the server's
 * at the end, or if an editor did from its document and the page's watchdog would not see or mend it.
 */
const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
})
const wanted = Number(values.updates)

interface Total {
  judged: number
  edits: number
  rounds: number
  refused: number
  reasons: Record<string, number>
  held: number
  reopened: number
  /** Seeds of rounds after which some document was not the server's. */
  apart: number[]
  views: Views
}

const total: Total = {
  judged: 0,
  edits: 0,
  rounds: 0,
  refused: 0,
  reasons: {},
  held: 0,
  reopened: 0,
  apart: [],
  views: { apart: 0, unnoticed: 0, unmended: 0 },
}

function add(seed: number, round: Round): void {
  total.rounds += 1
  total.judged += round.judged
  total.edits += round.edits
  total.held += round.held
  total.reopened += round.reopened
  total.refused += round.refused.length
  for (const { why, detail } of round.refused) {
    const reason = `${why}: ${detail} (seed ${seed})`
    total.reasons[reason] = (total.reasons[reason] ?? 0) + 1
  }
  if (round.apart.length > 0) total.apart.push(seed)
  for (const count of ['apart', 'unnoticed', 'unmended'] as const) total.views[count] += round.views[count]
}

let told = 0

runRounds<Round>({
  firstSeed: Number(values.seed),
  // Every fourth round without our own rules about what an editor may hold.
  round: (seed) => genuineRound({ seed, steps: 250, ours: seed % 4 !== 0 }),
  add(seed, round) {
    add(seed, round)
    if (total.judged >= told + 50_000) {
      told = total.judged
      process.stderr.write(`${total.judged} judged, ${total.refused} refused, ${total.apart.length} apart\n`)
    }
    return total.judged >= wanted
  },
  report(seconds) {
    process.stdout.write(`${JSON.stringify({ soak: 'genuine', ...total, seconds })}\n`)
    const wrong = total.refused + total.apart.length + total.views.unnoticed + total.views.unmended
    process.exit(wrong === 0 && total.judged >= wanted ? 0 : 1)
  },
})
