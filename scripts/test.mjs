import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { bin, checkNode, ensureBuilt, ensureInstalled, root, run, say } from './steps.mjs'

process.chdir(root)
checkNode()
await ensureInstalled()
const chromium = await findChromium()

const reports = mkdtempSync(join(tmpdir(), 'folkmoot-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** A check that passes or fails as a whole. */
async function check(name, command, args) {
  say(`\n── ${name}`)
  add((await run(command, args)) === 0 ? { passed: 1 } : { failed: 1 })
}

await check('types', bin('tsc'), ['--noEmit'])
await check('lint', bin('biome'), ['check', '.'])
await check('import cycles', bin('dpdm'), [
  '--exit-code',
  'circular:1',
  '--no-tree',
  '--no-warning',
  '--transform',
  '--progress',
  'false',
  'server/index.ts',
  'server/cli/index.ts',
  'app/root.tsx',
])
await check('unused code', bin('knip'), [])
await check('migrations match the tables', process.execPath, ['scripts/check-migrations.mjs'])

say('\n── build')
await ensureBuilt()

say('\n── unit, integration, crash and fuzz tests')
const vitestReport = join(reports, 'vitest.json')
const vitest = await run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
])
add(countVitest(vitestReport, vitest))

say('\n── end-to-end tests')
const browserReport = join(reports, 'playwright.json')
const playwright = await run(bin('playwright'), ['test', '--reporter=list,json'], {
  CHROMIUM_PATH: chromium,
  PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
})
add(countPlaywright(browserReport, playwright))

rmSync(reports, { recursive: true, force: true })
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)

/** A runner that ends badly without naming a failed test counts as one failure: a crash is never a pass. */
function countVitest(file, code) {
  if (!existsSync(file)) return { failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = numFailedTests === 0 && (code !== 0 || numPassedTests === 0) ? 1 : numFailedTests
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
}

function countPlaywright(file, code) {
  if (!existsSync(file)) return { failed: 1 }
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(file, 'utf8')).stats
  const failed = unexpected === 0 && (code !== 0 || expected === 0) ? 1 : unexpected
  return { passed: expected + flaky, failed, skipped }
}
