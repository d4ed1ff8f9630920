import { bin, run } from '../steps.mjs'

// The test that `npm test` runs for 50 rounds, for a thousand, or as many as the first argument says.
process.env.KILL_ROUNDS = process.argv[2] ?? '1000'
process.exit(await run(bin('vitest'), ['run', 'tests/crash/kill-nine.test.ts']))
