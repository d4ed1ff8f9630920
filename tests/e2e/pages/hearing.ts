import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** Posts one contribution to the thread that is on the page. */
export async function contribute(page: Page, type: string, text: string): Promise<void> {
  await page.getByRole('radio', { name: type, exact: true }).check()
  await page.getByLabel('Your contribution').fill(text)
  await page.getByRole('button', { name: 'Post contribution' }).click()
  await expect(page.getByText(text)).toBeVisible()
  await expect(page.getByLabel('Your contribution')).toHaveValue('')
}

/** Writes one field of the header of a hearing. */
export async function writeHeader(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('link', { name: `Write ${label}` }).click()
  await page.getByLabel(label).fill(text)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.locator('.hearing')).toContainText(text)
}

export async function resolve(page: Page, outcome: string, reason: string): Promise<void> {
  await page.getByText('Resolve this thread').click()
  await page.getByLabel(outcome).check()
  await page.getByLabel('Reason', { exact: true }).fill(reason)
  await page.getByRole('button', { name: 'Resolve thread' }).click()
}
