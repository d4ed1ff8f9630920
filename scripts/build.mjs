import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { bin, root, run } from './steps.mjs'

// The pages first: their build empties the folder.
rmSync(join(root, 'build'), { recursive: true, force: true })
const pages = await run(bin('remix'), ['vite:build', '--logLevel', 'warn'])
if (pages !== 0) process.exit(pages)

await bundle({
  index: 'server/index.ts',
  cli: 'server/cli/index.ts',
  'compaction-worker': 'server/collab/compaction-worker.ts',
  'log-worker': 'server/collab/log-worker.ts',
})
