import { findChromium } from '../../scripts/chromium.mjs'
import { bin, ensureBuilt, run } from '../../scripts/steps.mjs'

await ensureBuilt()
const CHROMIUM_PATH = await findChromium()
process.exit(await run(bin('tsx'), ['bench/pages/run.ts', ...process.argv.slice(2)], { CHROMIUM_PATH }))
