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
