import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

// One page of each kind, by the Tab key alone: everything that can be used is reached, and the eye can follow.

const pages = [
  '/',
  '/strategies',
  '/strategies/open-source-maximalism',
  '/people',
  '/people/yann-lecun',
  '/sources/open-source-ai-must-win-news',
  '/scenarios',
  '/levers/speed',
  '/matrix',
  '/compare?s=pause,race-to-aligned-superintelligence',
  '/portfolio?s=pause,acceleration',
  '/signals',
  '/identity?s=pause',
  '/search?q=compute',
]
const stops = 60

/** Notes each thing that is focused, and whether it looks different then. Runs inside the page. */
function watchFocus() {
  const seen = new Map<Element, boolean>()
  Object.assign(window, { seen })
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    // The ring may be drawn by the label of a hidden control.
    const around = [target, target.closest('label'), target.parentElement]
    const ringed = around.some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    })
    seen.set(target, ringed)
  })
}

/** What was passed over or shown no focus, among the things that come before the last that was reached. */
function faults(): string[] {
  const { seen } = window as unknown as { seen: Map<Element, boolean> }
  const last = [...seen.keys()].at(-1)
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const named = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent?.slice(0, 30)}”`
  const passed = [...document.querySelectorAll<HTMLElement>(usable)].filter((one) => {
    const before = last && one.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING
    if (!before || seen.has(one) || one.tabIndex < 0 || one.matches(':disabled, [type=hidden]')) return false
    // Of a group of choices one is a stop.
    if (one.matches('[type=radio]')) return false
    return one.checkVisibility({ visibilityProperty: true })
  })
  const plain = [...seen].filter(([, ringed]) => !ringed).map(([one]) => one)
  return [
    ...passed.slice(0, 3).map((one) => `passed over: ${named(one)}`),
    ...plain.slice(0, 3).map((one) => `no focus to be seen: ${named(one)}`),
    ...(seen.size < 8 ? [`only ${seen.size} stops`] : []),
  ]
}

async function tabThrough(page: Page): Promise<string[]> {
  await page.evaluate(watchFocus)
  for (let i = 0; i < stops; i++) await page.keyboard.press('Tab')
  return page.evaluate(faults)
}

for (const forcedColors of ['none', 'active'] as const) {
  test(`everything is reached by Tab with a focus to be seen, forced colours: ${forcedColors}`, async ({
    readOnlySite,
    browser,
  }) => {
    test.slow()
    const context = await browser.newContext({ baseURL: readOnlySite.url, forcedColors })
    const page = await context.newPage()
    const wrong: string[] = []
    for (const path of pages) {
      await page.goto(path)
      wrong.push(...(await tabThrough(page)).map((fault) => `${path}: ${fault}`))
    }
    await context.close()
    expect(wrong).toEqual([])
  })
}

test('the first stop skips to the content', async ({ readOnlySite, browser }) => {
  const context = await browser.newContext({ baseURL: readOnlySite.url })
  const page = await context.newPage()
  await page.goto('/strategies/pause')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  await context.close()
})
