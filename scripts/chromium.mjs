import { existsSync } from 'node:fs'
import { giveUp, run, say } from './steps.mjs'

// The shell draws the same pages without a browser around them, in a quarter less time.
const systemPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium to test with: the system's, Playwright's own, or one that is installed now. Returns its path. */
export async function findChromium() {
  const { chromium } = await import('playwright')
  const found = () =>
    [process.env.CHROMIUM_PATH, ...systemPlaces, chromium.executablePath()].find((path) => path && existsSync(path))
  if (found()) return found()

  say('No Chromium found; installing one for the browser tests …')
  // In a container the system's own is there sooner, and in fewer megabytes, than Playwright's.
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['update', '-qq'])
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        DEBIAN_FRONTEND: 'noninteractive',
      })
      if (found()) return found()
    }
  }
  say('Trying the one that Playwright brings …')
  if ((await run('npx', ['playwright', 'install', '--with-deps', 'chromium'])) === 0 && found()) return found()
  return giveUp(
    'The browser tests need a Chromium, and none could be installed.',
    'Install one (on Debian: apt-get install chromium; elsewhere: npx playwright install chromium),',
    'or name one with CHROMIUM_PATH=/path/to/chromium, then run npm test again.',
  )
}
