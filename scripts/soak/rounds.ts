import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'

interface Rounds<Result> {
  firstSeed: number
  /** Runs in a process of its own, again and again, each time with another seed. */
  round(seed: number): Result
  /** Takes what a round gave. @returns whether that is enough. */
  add(seed: number, result: Result): boolean
  /** Says how far it came; called once, also when stopped early. */
  report(seconds: number): void
}

/** Runs rounds in two processes, or one on a machine with one processor, until it is enough. */
export function runRounds<Result>({ firstSeed, round, add, report }: Rounds<Result>): void {
  const processes = Math.min(2, availableParallelism())
  const child = process.env.SOAK_CHILD
  if (child !== undefined) {
    void repeat(firstSeed + Number(child), processes, round)
    return
  }
  const since = performance.now()
  let over = false
  const children = Array.from({ length: processes }, (_, i) =>
    fork(process.argv[1] as string, process.argv.slice(2), {
      execArgv: process.execArgv,
      env: { ...process.env, NODE_ENV: 'production', SOAK_CHILD: String(i) },
    }).on('message', (message) => {
      const { seed, result } = message as { seed: number; result: Result }
      if (!over && add(seed, result)) stop()
    }),
  )
  function stop(): void {
    over = true
    for (const one of children) one.kill('SIGKILL')
    report(Math.round((performance.now() - since) / 1_000))
  }
  process.on('SIGTERM', stop)
}

async function repeat<Result>(firstSeed: number, step: number, round: (seed: number) => Result): Promise<void> {
  for (let seed = firstSeed; ; seed += step) {
    process.send?.({ seed, result: round(seed) })
    await new Promise((resolve) => setImmediate(resolve))
  }
}
