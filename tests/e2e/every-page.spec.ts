import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { faultsOfColour, faultsOfHtml, faultsOfMotion, faultsOfShift, faultsOfWidth } from './pages/faults.ts'
import { publicPages } from './pages/public-pages.ts'

// Every page that a reader can reach. New pages are found by their links. One walk looks for all that can be seen under
// its conditions, in two tabs: loading the pages is what takes the time.

type Conditions = Parameters<Browser['newContext']>[0]

async function walk(browser: Browser, origin: string, how: Conditions, look: (page: Page) => Promise<string[]>) {
  const context = await browser.newContext({ baseURL: origin, ...how })
  // A face that no page asks for at once, as the italic, may come within the moment that the browser waits for it, and
  // then moves a line; whether it does depends on how busy the machine is.
  if (how?.forcedColors) await context.route(/\.woff2$/, (route) => route.abort())
  const pages = await publicPages(origin)
  expect(pages.length).toBeGreaterThan(40)
  const queue = pages.map(({ path }) => path)
  const wrong: string[] = []
  async function tab() {
    const page = await context.newPage()
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await page.goto(path)
      const faults = await look(page)
      wrong.push(...faults.map((fault) => `${path}: ${fault}`))
    }
  }
  await Promise.all([tab(), tab()])
  await context.close()
  return wrong
}

test.beforeEach(() => test.setTimeout(240_000))

test('no page scrolls sideways on a screen of 320 px, or moves for who wants less of it', async ({
  readOnlySite,
  browser,
}) => {
  const how: Conditions = { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }
  const wrong = await walk(browser, readOnlySite.url, how, async (page) => [
    ...(await page.evaluate(faultsOfWidth)),
    ...(await page.evaluate(faultsOfMotion)),
  ])
  expect(wrong).toEqual([])
})

test('no page shifts on a wide screen, or says something by a background alone where colours are forced', async ({
  readOnlySite,
  browser,
}) => {
  const how: Conditions = { viewport: { width: 1280, height: 800 }, forcedColors: 'active' }
  const wrong = await walk(browser, readOnlySite.url, how, async (page) => [
    ...(await page.evaluate(faultsOfColour)),
    ...(await page.evaluate(faultsOfShift)),
  ])
  expect(wrong).toEqual([])
})

test('every page reads without scripts: one heading, real links, forms that can be sent', async ({ readOnlySite }) => {
  const pages = await publicPages(readOnlySite.url)
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.flatMap(({ path, html }) => faultsOfHtml(html).map((fault) => `${path}: ${fault}`))).toEqual([])
})
