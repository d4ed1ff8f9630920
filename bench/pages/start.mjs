import { bin, ensureBuilt, run } from '../../scripts/steps.mjs'

await ensureBuilt()
process.exit(await run(bin('tsx'), ['bench/pages/run.ts', ...process.argv.slice(2)]))
