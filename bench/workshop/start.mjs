// npm run bench:workshop: builds what is stale, then fills a room of the built server (run.ts).
import { bin, checkNode, ensureBuilt, giveUp, root, run } from '../../scripts/steps.mjs'

process.chdir(root)
checkNode()
if (process.platform !== 'linux') giveUp('The benchmark reads /proc and runs on Linux only.')
await ensureBuilt()
process.exit(await run(bin('tsx'), ['bench/workshop/run.ts', ...process.argv.slice(2)]))
