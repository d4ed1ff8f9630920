import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const all = ['tests/{architecture,unit,integration}/**/*.test.ts', '{domain,collab}/**/*.test.ts']

/** Files that put something else in a module's place; the others must not see that. */
const mocking = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/${name}`)
  .filter((name) => readFileSync(name, 'utf8').includes('vi.mock('))

/** What takes minutes begins first, so that at the end no processor waits for it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => /\/(?:role-matrix[^/]*|links)\.test\.ts$/.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    globalSetup: ['tests/setup/database-template.ts'],
    setupFiles: ['tests/setup/fail-on-console-error.ts', 'tests/setup/property-seed.ts'],
    pool: 'forks',
    // A third of the time a test waits for a timer, a disk or a process: one more than there are processors.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // A limit is there for what hangs: on a busy machine a server takes half a minute to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // One more try on a machine that was too busy, as in the browser; what passes only then says `(retry x1)`.
    retry: 1,
    projects: [
      {
        extends: true,
        // Modules are read once for all files of a worker, which saves a third of the time.
        test: { name: 'together', include: all, exclude: mocking, isolate: false },
      },
      {
        extends: true,
        test: { name: 'apart', include: ['tests/{fuzz,crash}/**/*.test.ts', ...mocking] },
      },
    ],
  },
})
