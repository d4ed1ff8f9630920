import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const shell = '/usr/bin/chromium-headless-shell'
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(shell) ? shell : '/usr/bin/chromium')

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // Half of the time a test waits for the page: one more than there are processors.
  workers: 3,
  // One more try on a machine that was too busy; what passes only then is named as flaky at the end.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalSetup: './tests/e2e/global-setup.ts',
  // One picture for every machine: the faces are the site's own.
  snapshotPathTemplate: 'tests/e2e/golden/{arg}{ext}',
  use: {
    // A control that does not come is named at once instead of when the whole test runs out of time.
    actionTimeout: 15_000,
    // The same for a page that does not come.
    navigationTimeout: 45_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace of every test takes a fifth of the whole time; look closer with `--trace on`.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        // The shell would fit letters to whole pixels, which a browser does not.
        '--font-render-hinting=none',
      ],
    },
  },
})
