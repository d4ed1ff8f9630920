import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{architecture,unit,integration,fuzz,crash}/**/*.test.ts', '{domain,collab}/**/*.test.ts'],
    globalSetup: ['tests/setup/database-template.ts'],
    setupFiles: ['tests/setup/fail-on-console-error.ts', 'tests/setup/property-seed.ts'],
    pool: 'forks',
    // By itself it would leave one of two processors idle.
    maxWorkers: '100%',
    // A limit is there for what hangs: on a busy machine a server takes half a minute to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
