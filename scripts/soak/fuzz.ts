import { parseArgs } from 'node:util'
import type { FuzzTotal } from '../../tests/factories/fuzz-run.ts'
import { fuzzRun } from '../../tests/factories/fuzz-run.ts'
import { runRounds } from './rounds.ts'

/**
 * Sends `--frames` frames (ten million) through admission. Prints one JSON line; ends with 1 if anything broke. Stopped
 * early, it says how far it came.
 */
const { values } = parseArgs({
  options: { frames: { type: 'string', default: '10000000' }, seed: { type: 'string', default: '1000' } },
})
const wanted = Number(values.frames)
/** Of one document. */
const framesPerRound = 2_000

interface Result extends FuzzTotal {
  /** Memory of its process after the round; bytes. */
  rss: number
}

const nothing = (): FuzzTotal => ({ frames: 0, admitted: 0, refused: {}, broken: [] })
const total = nothing()
let told = 0
let rssAtStart = 0
let rss = 0

// Most frames end in an exception, of which nobody reads where it came from.
Error.stackTraceLimit = 0

runRounds<Result>({
  firstSeed: Number(values.seed),
  round(seed) {
    const one = nothing()
    fuzzRun(one, seed, framesPerRound)
    return { ...one, rss: process.memoryUsage().rss }
  },
  add(_seed, one) {
    total.frames += one.frames
    total.admitted += one.admitted
    total.broken.push(...one.broken)
    for (const [why, count] of Object.entries(one.refused)) total.refused[why] = (total.refused[why] ?? 0) + count
    rss = one.rss
    if (total.frames <= 200_000) rssAtStart = one.rss
    if (total.frames >= told + 250_000) {
      told = total.frames
      process.stderr.write(`${total.frames} frames, ${total.broken.length} broken\n`)
    }
    return total.frames >= wanted || total.broken.length >= 20
  },
  report(seconds) {
    const grownMegabytes = Math.round((rss - rssAtStart) / 1e6)
    process.stdout.write(`${JSON.stringify({ soak: 'fuzz', ...total, seconds, grownMegabytes })}\n`)
    process.exit(total.broken.length === 0 && total.frames >= wanted ? 0 : 1)
  },
})
