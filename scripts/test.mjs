import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findChromium } from './chromium.mjs'
import { bin, checkNode, ensureBuilt, ensureInstalled, root, run, say } from './steps.mjs'

process.chdir(root)
checkNode()
await ensureInstalled()
const chromium = await findChromium()

const reports = mkdtempSync(join(tmpdir(), 'folkmoot-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** Said once more at the end: the lines of a run are too many to look through. */
const named = []

function add({ passed = 0, failed = 0, skipped = 0, names = [] }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  named.push(...names)
}

/** A check that passes or fails as a whole. */
async function check(name, command, args) {
  say(`\n── ${name}`)
  add((await run(command, args)) === 0 ? { passed: 1 } : { failed: 1, names: [`failed: ${name}`] })
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
say(`\n${named.join('\n')}`)
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)

/** A runner that ends badly without naming a failed test counts as one failure: a crash is never a pass. */
function countVitest(file, code) {
  if (!existsSync(file)) return { failed: 1, names: ['failed: vitest wrote no report'] }
  const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const crashed = numFailedTests === 0 && (code !== 0 || numPassedTests === 0)
  return {
    passed: numPassedTests,
    failed: crashed ? 1 : numFailedTests,
    skipped: numPendingTests + numTodoTests,
    names: [
      ...(crashed ? ['failed: vitest ended badly, outside of a test'] : []),
      ...testResults.flatMap(({ name, status, assertionResults }) => {
        const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
        // A file that could not be read has no tests to name.
        const what = failed.length === 0 && status === 'failed' ? ['the file as a whole'] : failed
        return what.map((test) => `failed: ${relative(root, name)} › ${test}`)
      }),
    ],
  }
}

function countPlaywright(file, code) {
  if (!existsSync(file)) return { failed: 1, names: ['failed: playwright wrote no report'] }
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'))
  const crashed = stats.unexpected === 0 && (code !== 0 || stats.expected === 0)
  return {
    passed: stats.expected + stats.flaky,
    failed: crashed ? 1 : stats.unexpected,
    skipped: stats.skipped,
    names: [
      ...(crashed ? ['failed: playwright ended badly, outside of a test'] : []),
      ...suites.flatMap(specsOf).flatMap(({ file, title, tests }) =>
        tests.flatMap(({ status }) => {
          if (status === 'unexpected') return [`failed: ${file} › ${title}`]
          return status === 'flaky' ? [`passed only at the second try: ${file} › ${title}`] : []
        }),
      ),
    ],
  }
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}
