import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkNode, ensureBuilt, ensureInstalled, giveUp, root, say } from './steps.mjs'

process.chdir(root)
checkNode()
await ensureInstalled()
await ensureBuilt()

if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
process.env.NODE_ENV ??= 'production'

// A first start without any choice made is somebody trying it out: show them the demo, on this machine only.
const dataDir = resolve(process.env.DATA_DIR || './data')
const firstStart = !existsSync(join(dataDir, 'folkmoot.db'))
if (firstStart && !process.env.DEMO && !existsSync(join(dataDir, 'demo'))) process.env.DEMO = '1'
if (firstStart) say('First start: loading the atlas …')

try {
  await import('../build/index.js')
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error))
}
