import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** What the connection bar says when everything typed is on the server's disk. */
export const saved = 'Synced · all changes saved'

export const bar = (page: Page): Locator => page.locator('.connection-bar')
export const editor = (page: Page, section: string): Locator =>
  page.locator(`#section-${section} [contenteditable="true"]`)

export async function beginDraft(page: Page, entry: string): Promise<string> {
  await page.goto(`/drafts/new?entry=${entry}`)
  await page.getByRole('button', { name: /^Begin/ }).click()
  await page.waitForURL(/\/drafts\/[a-z0-9]{20}$/)
  await expect(bar(page)).toContainText(saved)
  return new URL(page.url()).pathname
}

/** The id in a draft's path. */
export const idOf = (path: string): string => path.slice('/drafts/'.length)

/** Puts the caret at the end of a section and types. */
export async function write(page: Page, section: string, text: string): Promise<void> {
  const field = editor(page, section)
  await field.click()
  await field.press('Control+End')
  await page.keyboard.type(text)
}

/** Opens the draft of this title from the list. @returns its path. */
export async function draftOf(page: Page, title: string): Promise<string> {
  await page.goto('/drafts')
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForURL(/\/drafts\/[a-z0-9]{20}$/)
  return new URL(page.url()).pathname
}

/** Forks a draft from its page. @returns the path of the fork. */
export async function forkOf(page: Page, draft: string, reason: string): Promise<string> {
  await page.goto(draft)
  await page.getByText('Fork this draft').click()
  await page.getByLabel('Why another draft').fill(reason)
  await page.getByRole('button', { name: 'Fork the draft' }).click()
  await page.waitForURL((url) => url.pathname !== draft && /^\/drafts\/[a-z0-9]{20}$/.test(url.pathname))
  await expect(bar(page)).toContainText(saved)
  return new URL(page.url()).pathname
}

/** Leaves as somebody who says yes to the browser's question. */
export function leaveAnyway(page: Page): void {
  page.on('dialog', (dialog) => void dialog.accept())
}

/** Waits until this device keeps a draft's page and the files it needs. */
export async function keptHere(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (at) => Boolean(await (await caches.open('folkmoot-pages')).match(at)), path))
    .toBe(true)
  await page.waitForTimeout(2_500)
}

/** Everything this device keeps of drafts: names of its databases, and all words in its lists and kept pages. */
export function onDevice(page: Page): Promise<{ databases: string[]; words: string }> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => /\/\d+$/.test(name))
    const cache = await caches.open('folkmoot-pages')
    const pages = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.text() ?? ''))
    return { databases, words: [JSON.stringify({ ...localStorage }), ...pages].join('\n') }
  })
}
