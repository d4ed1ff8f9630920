import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, failOnConsoleErrors, signIn, test } from './fixtures.ts'

const open = [
  '/',
  '/strategies',
  '/strategies?q=nothing-is-called-this',
  '/strategies/open-source-maximalism',
  '/strategies/default-drift',
  '/strategies/open-source-maximalism/history',
  '/strategies/open-source-maximalism/v/1',
  '/people',
  '/people/emad-mostaque',
  '/concepts',
  '/concepts/open-source-agi',
  '/scenarios',
  '/scenarios/eval-abandonment',
  '/sources',
  '/sources/open-source-ai-must-win-news',
  '/levers',
  '/levers/speed',
  '/tags/open-weights',
  '/matrix',
  '/axes',
  '/map',
  '/map?s=open-source-maximalism',
  '/compare',
  '/compare?s=pause,race-to-aligned-superintelligence,alignment-first',
  '/portfolio',
  '/portfolio?s=pause,acceleration,compute-governance,alignment-first',
  '/matrix?cell=pause~race-to-aligned-superintelligence',
  '/matrix?view=list&kind=conflict',
  '/search',
  '/search?q=compute',
  '/search?q=falsificaton+qqqqqqqq',
  '/record',
  '/sign-in',
  '/sign-up',
  '/no-such-page',
]
const signedIn = ['/account', '/drafts', '/drafts/new', '/ballots', '/moderation']
/** Pages whose address is known only from a list: the list, and how its links begin. */
const found: readonly (readonly [string, RegExp])[] = [
  ['/drafts', /^\/drafts\/[a-z2-7]{20}$/],
  ['/ballots', /^\/ballots\/[a-z2-7]{20}$/],
  ['/moderation', /^\/moderation\/[a-z2-7]{20}\/publish$/],
  ['/strategies/open-source-maximalism', /^\/threads\/[a-z2-7]{20}$/],
]

async function faults(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${address}: ${id} at ${nodes[0]?.target.join(' ')}`)
}

async function linkOn(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list)
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const link = links.find((href) => pattern.test(href))
  if (!link) throw new Error(`${list} links to nothing like ${pattern}`)
  return link
}

// Many pages in one test: three times the usual patience.
test.beforeEach(() => test.slow())

for (const colorScheme of ['light', 'dark'] as const) {
  test(`signed-out pages are free of axe violations in the ${colorScheme} theme`, async ({ readOnlySite, browser }) => {
    const context = await browser.newContext({ baseURL: readOnlySite.url, colorScheme })
    const page = await context.newPage()
    const all: string[] = []
    for (const address of open) all.push(...(await faults(page, address)))
    expect(all).toEqual([])
    await context.close()
  })

  test(`a moderator's pages are free of axe violations in the ${colorScheme} theme`, async ({
    readOnlySite,
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: readOnlySite.url, colorScheme })
    const page = await context.newPage()
    failOnConsoleErrors(page)
    await signIn(page, 'moderator')
    const more: string[] = []
    for (const [list, pattern] of found) more.push(await linkOn(page, list, pattern))
    const draft = more[0] ?? ''
    more.push(...['history', 'history/1.1', 'compare/1.1...now', 'authors'].map((place) => `${draft}/${place}`))
    const all: string[] = []
    for (const address of [...signedIn, ...more]) all.push(...(await faults(page, address)))
    expect(all).toEqual([])
    await context.close()
  })
}
