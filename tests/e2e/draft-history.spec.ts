import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const editor = (page: Page, section: string) => page.locator(`#section-${section} [contenteditable="true"]`)
const bar = (page: Page) => page.locator('.connection-bar')

async function write(page: Page, section: string, text: string): Promise<void> {
  const field = editor(page, section)
  await field.click()
  await field.press('Control+End')
  await page.keyboard.type(text)
  await expect(bar(page)).toContainText('all changes saved')
}

test('two people write; the history says who wrote what, compares, and restores into the open editor', async ({
  as,
}) => {
  test.slow()
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  await noor.goto('/drafts/new?entry=strategies/pause')
  await noor.getByRole('button', { name: /^Begin/ }).click()
  await noor.waitForURL(/\/drafts\/[a-z0-9]{20}$/)
  const path = new URL(noor.url()).pathname
  await jonas.goto(path)
  await expect(bar(jonas)).toContainText('all changes saved')

  await write(noor, 'bet', ' Noor wrote this sentence.')
  await write(jonas, 'bet', ' Jonas wrote another one.')

  const history = await noor.context().newPage()
  await history.goto(`${path}/authors`)
  const passage = (name: string) => history.locator(`.authored [data-by="${name}"]`)
  await expect(passage('Noor Elbaz')).toContainText('Noor wrote this sentence.')
  await expect(passage('Jonas Wikander')).toContainText('Jonas wrote another one.')
  await expect(passage('Noor Elbaz').locator('.by-initials')).toHaveText('NE')
  const shares = history.getByRole('table', { name: /characters in the text now/ })
  await expect(shares.getByRole('row', { name: /Noor Elbaz/ })).toContainText('%')
  await expect(shares.getByRole('row', { name: /Version 1/ })).toContainText('%')

  await history.getByRole('navigation', { name: 'This draft' }).getByRole('link', { name: 'History' }).click()
  const session = history.locator('.history-session').first()
  await expect(session).toContainText('Noor Elbaz')
  await expect(session).toContainText('Jonas Wikander')
  await expect(session).toContainText('+8 words')

  await history.getByRole('link', { name: 'Read or name the present moment' }).click()
  await history.getByLabel('Name of this moment').fill('Both sentences')
  await history.getByRole('button', { name: 'Name it' }).click()
  await expect(history.locator('.named-moments')).toContainText('Both sentences')

  await editor(noor, 'bet').click()
  await noor.keyboard.press('Control+a')
  await noor.keyboard.type('Emptied!')
  await expect(editor(jonas, 'bet')).toHaveText('Emptied!')
  await expect(bar(noor)).toContainText('all changes saved')

  await history.getByRole('link', { name: /What changed since/ }).click()
  await expect(history.locator('.comparison section del').first()).toContainText('Noor wrote this sentence.')
  await expect(history.locator('.comparison section ins').first()).toContainText('Emptied!')
  await history.getByRole('link', { name: 'Both sentences' }).click()

  await write(jonas, 'mechanism', ' One more.')
  await history.getByRole('button', { name: 'Restore this moment' }).click()
  await expect(history.getByRole('alert')).toContainText('Somebody changed the draft since you looked at it')
  await history.reload()
  await history.getByRole('button', { name: 'Restore this moment' }).click()
  await history.waitForURL(/\/history$/)
  await expect(history.locator('.history')).toContainText('restored an earlier moment')
  for (const page of [noor, jonas]) {
    await expect(editor(page, 'bet')).toContainText('Noor wrote this sentence. Jonas wrote another one.')
    await expect(editor(page, 'mechanism')).not.toContainText('One more.')
  }
  await history.goto(`${path}/authors`)
  await expect(passage('Jonas Wikander')).toContainText('Jonas wrote another one.')

  // Whoever only looks may read all of it without scripts, and change nothing.
  await history.setViewportSize({ width: 320, height: 640 })
  for (const place of ['/authors', '/history', '/history/1.1', '/compare/1.1...now']) {
    await history.goto(path + place)
    expect(await history.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }
})

test('the pages of a history can be read without scripts', async ({ as, browser }) => {
  const noor = await as('contributor')
  await noor.goto('/drafts')
  const draft = await noor.locator('main table a').first().getAttribute('href')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await noor.context().storageState(),
    baseURL: new URL(noor.url()).origin,
  })
  const page = await context.newPage()
  await page.goto(`${draft}/history`)
  await expect(page.locator('.history li').first()).toBeVisible()
  await page.goto(`${draft}/authors`)
  await expect(page.getByRole('table')).toContainText('%')
  await page.goto(`${draft}/compare/1.1...now`)
  await expect(page.getByRole('heading', { name: 'What changed between two moments' })).toBeVisible()
  await context.close()
})
