import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { vote } from './pages/ballot.ts'

// Ten minutes of a reviewer: from the inbox to what waits, answer it, gone. Then what one does in the inbox itself.

const rows = (page: Page) => page.locator('[data-inbox-row]')
const focusedRow = (page: Page) => page.locator('[data-inbox-row]:focus')

// Many steps in one test: three times the usual patience.
test.beforeEach(() => test.slow())

/** Goes on by Tab until something that reads like this has the focus. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (words.test(text)) return
  }
  throw new Error(`nothing like ${words} is reached by Tab`)
}

/** The keys come with the scripts, a moment after the page. */
async function toFirstRow(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(focusedRow(page)).toBeVisible({ timeout: 500 })
  }).toPass()
}

test('a reviewer goes from the inbox to the answer that waits, replies, and it is gone: keyboard only', async ({
  as,
}) => {
  const page = await as('reviewer')
  await page.goto('/')
  await expect(page.getByRole('link', { name: /^Inbox 2 things need you$/ })).toBeVisible()
  await page.goto('/inbox')
  await expect(rows(page)).toHaveCount(2)
  await toFirstRow(page)
  await expect(focusedRow(page)).toContainText('answered what you wrote')
  const title = await focusedRow(page).getByRole('heading').innerText()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/threads\/\w+\?at=(\w+)#c-\1$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await tabTo(page, /^Reply to /)
  await page.keyboard.press('Enter')
  await page.waitForURL(/reply=/)
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await page.keyboard.type('Of the market first: there an authority can be asked.')
  await tabTo(page, /^Post answer$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/sent=/)
  await expect(page.locator('.contribution-text', { hasText: 'Of the market first' })).toBeVisible()
  await page.goto('/inbox')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).not.toContainText(title)
  await expect(page.getByRole('link', { name: /^Inbox 1 thing needs you$/ })).toBeVisible()
})

test('putting away, undoing, snoozing and choosing by keyboard; the focus stays in the list', async ({ as }) => {
  const page = await as('reviewer')
  await page.goto('/inbox')
  await toFirstRow(page)
  await page.keyboard.press('j')
  const second = await focusedRow(page).getByRole('heading').innerText()
  await page.keyboard.press('k')
  const first = await focusedRow(page).getByRole('heading').innerText()
  expect(first).not.toBe(second)
  await page.keyboard.press('e')
  await expect(page.getByRole('status').filter({ hasText: 'One thing put away.' })).toBeVisible()
  await expect(focusedRow(page)).toContainText(second)
  await expect(page.locator('.site-inbox')).toContainText('1')
  await page.locator('h1').focus()
  await page.keyboard.press('u')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('j')
  await expect(focusedRow(page)).toBeVisible()
  await page.keyboard.press('x')
  await focusedRow(page).press('s')
  await expect(page.getByRole('status').filter({ hasText: 'One thing snoozed until tomorrow.' })).toBeVisible()
  await page.getByText('Snoozed: 1').click()
  await page.getByRole('button', { name: /^Wake/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'One thing put back.' })).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
})

test('without scripts and on a phone everything is there, and an empty inbox says what to do', async ({
  as,
  site,
  browser,
}) => {
  const signedIn = await as('reviewer')
  await signedIn.setViewportSize({ width: 390, height: 844 })
  await signedIn.goto('/inbox')
  expect(await signedIn.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const storageState = await signedIn.context().storageState()
  const context = await browser.newContext({
    baseURL: site.url,
    storageState,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/inbox')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('group', { name: 'With those you choose' }).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('2 things put away.')).toBeVisible()
  await expect(page.getByText('Nothing needs you.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(2)
  await page
    .getByRole('navigation', { name: 'Parts of the inbox' })
    .getByRole('link', { name: /^Watching/ })
    .click()
  await expect(rows(page).first()).toContainText('2026')
  await context.close()
})

test('what waits for a moderator leads to where it is done', async ({ as }) => {
  const page = await as('moderator')
  await page.goto('/inbox')
  const ready = rows(page).filter({ hasText: 'A draft is ready to publish' })
  await expect(ready.getByRole('heading').getByRole('link')).toHaveAttribute('href', /^\/moderation\/\w+\/publish$/)
  const ballots = rows(page).filter({ hasText: 'A ballot is open in which you may vote' })
  const ballot = ballots.filter({ hasText: 'Sunset clause' })
  await ballot.getByRole('heading').getByRole('link').click()
  await vote(page, { choice: 'Abstain' })
  await page.goto('/inbox')
  await expect(ballot).toHaveCount(0)
})
