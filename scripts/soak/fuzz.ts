import { parseArgs } from 'node:util'
import type { FuzzTotal } from '../../tests/factories/fuzz-run.ts'
import { fuzzRun } from '../../tests/factories/fuzz-run.ts'

/**
 * Sends `--frames` frames (ten million) through admission. Prints one JSON line; ends with 1 if anything broke. Stopped
 * early, it says how far it came.
 */
const { values } = parseArgs({
  options: { frames: { type: 'string', default: '10000000' }, seed: { type: 'string', default: '1000' } },
})
const wanted = Number(values.frames)
const total: FuzzTotal = { frames: 0, admitted: 0, refused: {}, broken: [] }
const since = performance.now()
let heapAtStart = 0
let stopped = false
process.on('SIGTERM', () => {
  stopped = true
})
for (let seed = Number(values.seed); total.frames < wanted && total.broken.length < 20 && !stopped; seed += 1) {
  fuzzRun(total, seed, 500)
  if (total.frames === 50_000) heapAtStart = process.memoryUsage().rss
  await new Promise((resolve) => setImmediate(resolve))
}
const seconds = Math.round((performance.now() - since) / 1_000)
const grownMegabytes = Math.round((process.memoryUsage().rss - heapAtStart) / 1e6)
process.stdout.write(`${JSON.stringify({ soak: 'fuzz', ...total, seconds, grownMegabytes })}\n`)
process.exit(total.broken.length === 0 && total.frames >= wanted ? 0 : 1)
