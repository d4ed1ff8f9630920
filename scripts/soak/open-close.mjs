import { bin, run } from '../steps.mjs'

// The test that `npm test` runs for 300 rooms, for ten thousand, or as many as the first argument says.
process.env.OPEN_CLOSE_ROOMS = process.argv[2] ?? '10000'
process.exit(await run(bin('vitest'), ['run', 'tests/crash/open-close.test.ts']))
