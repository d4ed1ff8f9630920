import { findChromium } from './chromium.mjs'
import { bin, checkNode, ensureBuilt, ensureInstalled, root, run } from './steps.mjs'

// The pictures of the README, taken anew: `npm run screenshots`.

process.chdir(root)
checkNode()
await ensureInstalled()
await ensureBuilt()
const CHROMIUM_PATH = await findChromium()
process.exit(await run(bin('tsx'), ['scripts/take-screenshots.ts'], { CHROMIUM_PATH }))
