// npm run bench:collab: builds what is stale, then drives the built server (run.ts).
import { bundle } from '../../scripts/bundle.mjs'
import { bin, checkNode, ensureBuilt, giveUp, root, run } from '../../scripts/steps.mjs'

process.chdir(root)
checkNode()
if (process.platform !== 'linux') giveUp('The benchmark reads /proc and runs on Linux only.')
// Standard output is for the figures alone.
const { write } = process.stdout
process.stdout.write = process.stderr.write.bind(process.stderr)
await ensureBuilt()
process.stdout.write = write
// Beside the server, because it finds its worker there.
await bundle({ 'wide-server': 'bench/collab/wide-server.ts' })
process.exit(await run(bin('tsx'), ['bench/collab/run.ts', ...process.argv.slice(2)]))
