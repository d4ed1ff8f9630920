import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { moderatorPost } from './pages/adopt.ts'
import { openBallot, vote } from './pages/ballot.ts'
import { bar, beginDraft, editor, saved, write } from './pages/draft.ts'
import { resolve } from './pages/hearing.ts'

test.beforeEach(() => test.slow())

const card = (page: Page, n: number) => page.locator(`#candidate-${n}`)
const first = 'One developer decides alone, for twelve months, on who may release such models.'
const second = 'An authority finds one developer dominant while four others sell such models.'

async function propose(page: Page, text: string): Promise<void> {
  await expect(page.getByText('Propose a wording')).toBeVisible()
  const box = page.getByLabel('The wording you propose')
  if (!(await box.isVisible())) await page.getByText('Propose a wording').click()
  await box.fill(text)
  await page.getByRole('button', { name: 'Propose wording' }).click()
  await expect(page.locator('.candidate-words', { hasText: text })).toBeVisible()
}

async function openHearing(page: Page): Promise<string> {
  const draft = await beginDraft(page, 'strategies/liability-driven-safety')
  await page.getByRole('link', { name: /^Open a hearing\s?: Falsification signal/ }).click()
  await page.getByRole('button', { name: 'Open hearing' }).click()
  await page.waitForURL(/\/threads\/[a-z0-9]{20}/)
  return draft
}

test('three people go from an empty signal through candidates to the wording that is published', async ({
  as,
  site,
}) => {
  const [owner, other, third] = await Promise.all([as('contributor'), as('contributor2'), as('facilitator')])
  const draft = await openHearing(owner)
  const hearing = new URL(owner.url()).pathname
  await expect(card(owner, 0)).toContainText('No signal')
  await Promise.all([other, third].map((page) => page.goto(hearing)))

  // What was typed and not sent survives the page.
  await other.getByLabel('The wording you propose').fill(first)
  await other.reload()
  await expect(other.getByLabel('The wording you propose')).toHaveValue(first)
  await propose(other, first)
  await expect(card(other, 1)).toContainText('by Jonas Wikander')

  // The page of the others does not jump; they ask for what is new.
  await third.getByRole('button', { name: '1 new candidate, show' }).click()
  await expect(card(third, 1)).toContainText(first)
  await propose(third, second)
  await owner.getByRole('button', { name: '2 new candidates, show' }).click()

  // Nobody sees how others reacted before reacting.
  await card(owner, 1).getByRole('button', { name: 'Agree', exact: true }).click()
  await expect(card(owner, 1)).toContainText('1 agree · 0 disagree · 0 unsure')
  await expect(card(third, 1).getByText(/1 agree/)).toHaveCount(0)
  await card(third, 1).getByRole('button', { name: 'Disagree' }).click()
  await expect(card(third, 1)).toContainText('1 agree · 1 disagree · 0 unsure')
  await expect(card(other, 1)).toContainText('1 agree · 1 disagree · 0 unsure')
  await expect(card(other, 1).getByRole('link', { name: /^Edit/ })).toHaveCount(0)

  await card(owner, 2).getByRole('link', { name: 'Give a reason candidate 2' }).click()
  await card(owner, 2).getByRole('radio', { name: 'Reason for' }).check()
  await card(owner, 2).getByLabel('Your reason').fill('It can be looked up.')
  await card(owner, 2).getByRole('button', { name: 'Post reason' }).click()
  await expect(card(owner, 2).getByRole('list', { name: 'For candidate 2' })).toContainText('It can be looked up.')
  await expect(owner.locator('.contribution', { hasText: 'It can be looked up.' })).toContainText('on candidate 2')

  await owner.getByText('Resolve this thread').click()
  await owner.getByLabel('Which candidate is adopted').selectOption('2')
  await owner.getByText('Resolve this thread').click()
  await resolve(owner, 'Signal adopted', 'An authority publishes how it judges.')
  await expect(owner.getByText(/Signal adopted/).first()).toBeVisible()
  await expect(owner.locator('.notice-ok')).toContainText('Candidate 2 by Tomás Arrieta')
  await expect(card(owner, 2)).toContainText('✓ Adopted')

  await card(owner, 2).getByRole('button', { name: 'Carry into the draft candidate 2' }).click()
  await card(owner, 2).getByRole('link', { name: 'open', exact: true }).click()
  const suggestion = owner.locator('.suggestion')
  await expect(suggestion).toContainText('by Tomás Arrieta, taken up by Noor Elbaz')
  await expect(suggestion.getByRole('link', { name: 'the argument' })).toHaveAttribute('href', hearing)
  await suggestion.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(suggestion).toHaveCount(0)
  await owner.goto(draft)
  await expect(editor(owner, 'falsification')).toContainText(second)

  // A signal alone is no complete entry.
  await write(owner, 'threshold', 'A premium costs more than the harm it covers.')
  await expect(bar(owner)).toContainText(saved)
  await openBallot(owner, 'Shall this be its signal?', ['Noor Elbaz', 'Jonas Wikander', 'Tomás Arrieta'])
  const ballot = new URL(owner.url()).pathname
  for (const page of [owner, other, third]) {
    await page.goto(ballot)
    await vote(page, { choice: 'Agree' })
  }
  const post = moderatorPost(site)
  await post(`${ballot}/close`, { reason: 'All have voted.' })
  await post(`${draft}/publish`, { note: 'It has a signal.' })
  await other.goto('/strategies/liability-driven-safety')
  await expect(other.locator('#falsification')).toContainText(second)
  await other.goto('/strategies/liability-driven-safety/v/2')
  await expect(other.locator(`a[href^="${hearing}"]`).first()).toBeVisible()
})

test('candidates are proposed and judged by keyboard alone', async ({ as }) => {
  const owner = await as('contributor')
  await openHearing(owner)
  await owner.getByLabel('The wording you propose').focus()
  await owner.keyboard.type(first)
  await owner.keyboard.press('Tab')
  await owner.keyboard.press('Enter')
  await expect(card(owner, 1)).toBeFocused()
  await card(owner, 0).getByRole('button', { name: 'Disagree' }).focus()
  await owner.keyboard.press('Enter')
  await expect(card(owner, 0)).toContainText('0 agree · 1 disagree · 0 unsure')
  await card(owner, 1).getByRole('link', { name: /^Edit/ }).focus()
  await owner.keyboard.press('Enter')
  await card(owner, 1).getByLabel('Your words').focus()
  await owner.keyboard.press('Control+A')
  await owner.keyboard.type(second)
  await owner.keyboard.press('Tab')
  await owner.keyboard.press('Enter')
  await expect(card(owner, 1)).toContainText(second)
  await card(owner, 1)
    .getByRole('button', { name: /^Withdraw/ })
    .focus()
  await owner.keyboard.press('Enter')
  await expect(card(owner, 1)).toContainText('withdrawn')
})

test('on a phone the candidates fit, and without scripts they can be used', async ({ as, browser, site }) => {
  const owner = await as('contributor')
  await openHearing(owner)
  await propose(owner, first)
  const context = await browser.newContext({
    baseURL: site.url,
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    storageState: await owner.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(new URL(owner.url()).pathname)
  await page.getByText('Propose a wording').click()
  await page.getByLabel('The wording you propose').fill(second)
  await page.getByRole('button', { name: 'Propose wording' }).click()
  await expect(card(page, 2)).toContainText(second)
  await page.getByText('Propose a wording').click()
  await page.getByLabel('The wording you propose').fill(second)
  await page.getByRole('button', { name: 'Propose wording' }).click()
  await expect(page.getByText('Candidate 2 says so already.')).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(320)
  await context.close()
})
