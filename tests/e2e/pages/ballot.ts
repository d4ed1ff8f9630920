import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

interface Vote {
  choice: string
  reason?: string
  settledBy?: string
}

/** Fills in a ballot, reviews it and casts it. Returns the receipt. */
export async function vote(page: Page, { choice, reason, settledBy }: Vote): Promise<string> {
  await page.locator('.vote-choices').getByText(choice, { exact: true }).click()
  if (reason) await page.getByLabel('Reason', { exact: true }).fill(reason)
  if (settledBy) await page.getByLabel('What would settle your objection').fill(settledBy)
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await page.getByRole('button', { name: 'Cast ballot' }).click()
  const receipt = page.locator('.receipt-words')
  await expect(receipt).toBeVisible()
  return receipt.innerText()
}

/** Opens a ballot of three named people on the draft that is on the page. */
export async function openBallot(page: Page, question: string, voters: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Open a ballot' }).click()
  await page.getByLabel('Question').fill(question)
  await page.getByRole('radio', { name: /^Simple majority/ }).check()
  await page.getByRole('radio', { name: /^Only those listed here/ }).check()
  await page.getByText('Choose accounts').click()
  for (const name of voters) await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  await page.getByRole('radio', { name: 'A number of papers' }).check()
  await page.getByRole('textbox', { name: 'Papers' }).fill(String(voters.length))
  await page.getByLabel('It closes by itself').selectOption({ label: 'In 1 day' })
  await page.getByRole('button', { name: 'Open the ballot' }).click()
  await page.waitForURL(/\/ballots\/[a-z0-9]{20}$/)
}
