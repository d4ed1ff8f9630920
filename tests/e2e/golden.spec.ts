import { expect, test } from './fixtures.ts'
import { withFaces } from './pages/with-faces.ts'

// Pictures of eight pages as they should look; docs/how-to/take-the-golden-pictures-anew.md tells how to take them.

const pages = {
  overview: '/',
  strategies: '/strategies',
  strategy: '/strategies/open-source-maximalism',
  person: '/people/yann-lecun',
  matrix: '/matrix',
  axes: '/axes',
  compare: '/compare?s=pause,race-to-aligned-superintelligence,alignment-first',
  portfolio: '/portfolio?s=pause,acceleration,compute-governance,alignment-first',
}

const looks = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 760 }, colorScheme: 'light' },
} as const

for (const [look, how] of Object.entries(looks)) {
  test(`eight pages look as they should: ${look}`, async ({ readOnlySite, browser }) => {
    test.slow()
    const context = await browser.newContext({
      baseURL: readOnlySite.url,
      reducedMotion: 'reduce',
      deviceScaleFactor: 1,
      ...how,
    })
    await withFaces(context)
    const page = await context.newPage()
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      await expect(page).toHaveScreenshot(`${name}-${look}.png`, {
        // Days follow the day of the run.
        mask: [page.locator('time')],
        maskColor: '#808080',
        animations: 'disabled',
        caret: 'hide',
        scale: 'css',
        // Letters are smoothed a little differently from machine to machine, and a few signs come from its own faces.
        threshold: 0.3,
        maxDiffPixelRatio: 0.02,
      })
    }
    await context.close()
  })
}
