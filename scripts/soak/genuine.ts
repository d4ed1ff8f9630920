import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Views } from '../../tests/factories/compare-views.ts'
import type { Round } from '../../tests/factories/genuine-round.ts'
import { genuineRound } from '../../tests/factories/genuine-round.ts'

/**
 * Writes with the real editor binding until `--updates` updates (a million) have been judged, and counts those that
 * admission refused. Prints one JSON line; ends with 1 if any was refused, if any document differed from the server's
 * at the end, or if an editor did from its document and the page's watchdog would not see or mend it.
 */
const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    child: { type: 'boolean', default: false },
  },
})
const wanted = Number(values.updates)
const processes = Number(values.processes)
const firstSeed = Number(values.seed)

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

function report(since: number): void {
  const seconds = Math.round((performance.now() - since) / 1_000)
  const line = JSON.stringify({ soak: 'genuine', ...total, seconds })
  process.stdout.write(`${line}\n`)
  const wrong = total.refused + total.apart.length + total.views.unnoticed + total.views.unmended
  process.exit(wrong === 0 ? 0 : 1)
}

if (values.child) {
  // Each round is sent as it ends; the parent says when it is enough.
  for (let seed = firstSeed; ; seed += processes) {
    // Every fourth round without our own rules about what an editor may hold.
    const round = genuineRound({ seed, steps: 250, ours: seed % 4 !== 0 })
    process.send?.({ seed, round })
    await new Promise((resolve) => setImmediate(resolve))
  }
} else {
  const since = performance.now()
  let told = 0
  const children = Array.from({ length: processes }, (_, i) =>
    fork(process.argv[1] as string, ['--child', '--seed', String(firstSeed + i), '--processes', String(processes)], {
      execArgv: process.execArgv,
      env: { ...process.env, NODE_ENV: 'production' },
    }).on('message', (message) => {
      const { seed, round } = message as { seed: number; round: Round }
      add(seed, round)
      if (total.judged >= told + 50_000) {
        told = total.judged
        const seconds = Math.round((performance.now() - since) / 1_000)
        process.stderr.write(`${total.judged} judged, ${total.refused} refused, ${seconds} s\n`)
      }
      if (total.judged < wanted) return
      stop()
    }),
  )
  const stop = () => {
    for (const child of children) child.kill('SIGKILL')
    report(since)
  }
  // Stopped early, it says how far it came.
  process.on('SIGTERM', stop)
}
