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

/** Marks the options of a ballot, checks the words of the review, and casts it. */
export async function voteOnOptions(page: Page, review: string | RegExp, mark: () => Promise<void>): Promise<void> {
  await mark()
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.locator('.vote-review dd').first()).toHaveText(review)
  await page.getByRole('button', { name: 'Cast ballot' }).click()
  await expect(page.locator('.receipt-words')).toBeVisible()
}

/** Ends the ballot on the page before its time, as a moderator may. */
export async function closeNow(page: Page): Promise<void> {
  await page.getByText('Close early').click()
  await page.getByLabel('Reason for closing early').fill('Everybody has voted.')
  await page.getByRole('button', { name: 'Close the ballot now' }).click()
  await expect(page.getByRole('heading', { name: 'Result', exact: true })).toBeVisible()
}

interface Opened {
  /** How the name of the rule begins. */
  rule: string
  people: readonly string[]
  options?: readonly string[]
  question?: string
}

/** Opens a ballot through its form. @param about `draft=` or `entry=`, as in the address of the form. */
export async function openWith(page: Page, about: string, { rule, people, options, question }: Opened): Promise<void> {
  await page.goto(`/ballots/new?${about}`)
  if (question) await page.getByLabel('Question').fill(question)
  await page.getByRole('radio', { name: new RegExp(`^${rule}`) }).check()
  if (options) await page.getByLabel('Options, one a line').fill(options.join('\n'))
  await submitOpening(page, people, 1)
}

/** Puts the draft that is on the page and those that compete with it to one ballot, called as the form calls them. */
export async function openBetweenForks(page: Page, voters: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Put the competing drafts to one ballot' }).click()
  await expect(page.getByRole('heading', { name: 'Put competing drafts to one ballot' })).toBeVisible()
  await submitOpening(page, voters, voters.length)
}

/** Opens a ballot of three named people on the draft that is on the page. */
export async function openBallot(page: Page, question: string, voters: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Open a ballot' }).click()
  await page.getByLabel('Question').fill(question)
  await page.getByRole('radio', { name: /^Simple majority/ }).check()
  await submitOpening(page, voters, voters.length)
}

async function submitOpening(page: Page, voters: readonly string[], quorum: number): Promise<void> {
  await page.getByRole('radio', { name: /^Only those listed here/ }).check()
  await page.getByText('Choose accounts').click()
  for (const name of voters) await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  await page.getByRole('radio', { name: 'A number of papers' }).check()
  await page.getByRole('textbox', { name: 'Papers' }).fill(String(quorum))
  await page.getByLabel('It closes by itself').selectOption({ label: 'In 1 day' })
  await page.getByRole('button', { name: 'Open the ballot' }).click()
  await page.waitForURL(/\/ballots\/[a-z0-9]{20}$/)
}
