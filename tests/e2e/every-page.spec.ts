import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { publicPages } from './pages/public-pages.ts'

// Every page that a reader can reach, under one condition after another. New pages are found by their links.

type Conditions = Parameters<Browser['newContext']>[0]

/** Walks all public pages and gives what `look` finds wrong, each with its page. */
async function walk(browser: Browser, origin: string, how: Conditions, look: (page: Page) => Promise<string[]>) {
  const context = await browser.newContext({ baseURL: origin, ...how })
  const page = await context.newPage()
  const pages = await publicPages(origin)
  const wrong: string[] = []
  for (const path of pages) {
    await page.goto(path)
    wrong.push(...(await look(page)).map((fault) => `${path}: ${fault}`))
  }
  await context.close()
  expect(pages.length).toBeGreaterThan(40)
  return wrong
}

test.beforeEach(() => test.setTimeout(240_000))

test('no page scrolls sideways on a screen of 320 px', async ({ readOnlySite, browser }) => {
  const wrong = await walk(browser, readOnlySite.url, { viewport: { width: 320, height: 640 } }, (page) =>
    page.evaluate(() => {
      const { scrollWidth } = document.documentElement
      if (scrollWidth <= 320) return []
      const wide = [...document.querySelectorAll('main *, header *, footer *')].find(
        (one) => one.getBoundingClientRect().right > 321 && !one.closest('[tabindex="0"]'),
      )
      return [`${scrollWidth} px, from ${wide?.tagName.toLowerCase()}.${wide?.className}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('every page reads without scripts: one heading, real links, forms that can be sent', async ({
  readOnlySite,
  browser,
}) => {
  const wrong = await walk(browser, readOnlySite.url, { javaScriptEnabled: false }, async (page) => {
    const html = await page.content()
    const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
    const faults: string[] = []
    const headings = main.match(/<h1\b/g)?.length ?? 0
    if (headings !== 1) faults.push(`${headings} headings of the first level`)
    if (main.replace(/<[^>]*>/g, '').trim().length < 30) faults.push('hardly any text')
    for (const [link] of main.matchAll(/<a\b[^>]*>/g)) {
      if (!/\shref="(?!javascript:)(?!#")[^"]+"/.test(link)) faults.push(`a link that leads nowhere: ${link}`)
    }
    for (const [form] of main.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
      if (!/<button\b(?![^>]*type="button")|<input\b[^>]*type="submit"/.test(form))
        faults.push('a form without a button')
    }
    const idle = main.match(/<button\b[^>]*type="button"[^>]*>/g)?.filter((one) => !/\shidden/.test(one)) ?? []
    return [...faults, ...idle.map((one) => `a button that does nothing: ${one}`)]
  })
  expect(wrong).toEqual([])
})
