import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { vote } from './pages/ballot.ts'

test.beforeEach(() => test.slow())

const entry = '/strategies/pause'

/** Says where one stands, with the signal as what would move one. */
async function takePosition(page: Page, position: string, reason: string): Promise<void> {
  await page.goto(`${entry}#positions`)
  await page.getByText('Say where you stand', { exact: true }).click()
  await page.getByRole('radio', { name: new RegExp(`^${position}`) }).check()
  await page.getByLabel('Reason', { exact: true }).first().fill(reason)
  await page.getByRole('checkbox', { name: /falsification signal of version 1 landed/ }).check()
  await page.getByRole('button', { name: 'Take this position' }).click()
  await expect(page.locator('.member-position', { hasText: reason })).toBeVisible()
}

test('a landed signal walks from report to hearing, ballot and re-affirmation', async ({ as }) => {
  const [noor, jonas, moderator] = await Promise.all([as('contributor'), as('contributor2'), as('moderator')])
  await takePosition(noor, 'Endorses', 'It buys the time that everything else needs.')
  await takePosition(jonas, 'Conditional', 'As long as it can be checked from outside.')
  await expect(jonas.locator('.movers')).toContainText('2 of 2 would drop their position')

  // A report without a source is not taken; what was typed stays.
  await jonas.goto('/signals/pause')
  const form = jonas.locator('#report')
  await form.getByLabel('Address of the source').fill('javascript:alert(1)')
  await form.getByLabel('Its title').fill('Nobody stopped')
  await form.getByLabel('Who published it').fill('An invented paper')
  await form.getByLabel('On which day').fill('2026-01-20')
  await form.getByLabel('What it shows').fill('Two runs went on in the open, and nobody could check a third.')
  await form.getByRole('button', { name: 'Report it' }).click()
  await expect(form.locator('.field-error')).toContainText('beginning with https')
  await expect(form.getByLabel('Its title')).toHaveValue('Nobody stopped')
  await form.getByLabel('Address of the source').fill('https://example.org/nobody-stopped')
  await form.getByRole('button', { name: 'Report it' }).click()
  await jonas.waitForURL(/\/threads\/[a-z2-7]{20}/)
  const hearing = new URL(jonas.url()).pathname
  await expect(jonas.locator('.hearing-reports')).toContainText('Nobody stopped')

  // The other side disputes it in the hearing, by keyboard, while somebody else is writing a dispute too.
  await jonas.getByText('Dispute that it landed').click()
  await jonas.getByLabel('Why it has not landed').fill('Half a dispute.')
  await noor.goto(hearing)
  const dispute = noor.getByText('Dispute that it landed')
  await dispute.focus()
  await noor.keyboard.press('Enter')
  await noor.keyboard.press('Tab')
  await noor.keyboard.type('Neither run was of importance.')
  await noor.keyboard.press('Tab')
  await noor.keyboard.press('Enter')
  await expect(noor.locator('.report .state').first()).toContainText('Contested')
  await expect(noor.locator('.contribution', { hasText: 'Neither run was of importance.' })).toBeVisible()

  // What was being typed stays, and after the refusal too.
  await expect(jonas.locator('.report .state').first()).toContainText('Contested')
  await expect(jonas.getByLabel('Why it has not landed')).toHaveValue('Half a dispute.')
  await jonas.getByRole('button', { name: 'Dispute it' }).click()
  await expect(jonas.locator('.hearing-reports .field-error')).toContainText('disputed already')
  await expect(jonas.getByLabel('Why it has not landed')).toHaveValue('Half a dispute.')

  // A moderator finds it in the queue and opens the ballot.
  await moderator.goto('/moderation')
  await moderator.getByRole('link', { name: 'Pause', exact: true }).click()
  await moderator.getByText('Open the ballot about this report').click()
  await moderator.getByLabel('Quorum, in % of the members').fill('25')
  await moderator.getByRole('button', { name: 'Open the ballot' }).click()
  await moderator.waitForURL(/\/ballots\/[a-z2-7]{20}$/)
  const ballot = new URL(moderator.url()).pathname
  await expect(moderator.locator('.question-report')).toContainText('An invented paper')
  await vote(moderator, { choice: 'It landed' })
  await jonas.goto(ballot)
  await vote(jonas, { choice: 'It landed, with reservations', reason: 'One run is enough.' })
  // It is open for a day, or until everybody has voted.
  await noor.goto(ballot)
  await vote(noor, { choice: 'It has not landed', reason: 'Neither run was of importance.' })
  for (const person of ['facilitator', 'reviewer', 'admin'] as const) {
    const page = await as(person)
    await page.goto(ballot)
    await vote(page, { choice: 'It landed' })
  }
  await moderator.goto(ballot)
  await moderator.getByText('Close early', { exact: true }).click()
  await moderator.getByLabel('Reason for closing early').fill('Everybody who meant to vote has voted.')
  await moderator.getByRole('button', { name: 'Close the ballot now' }).click()
  await expect(moderator.getByText('The signal landed. Everybody who held the strategy')).toBeVisible()

  // Those who hold the strategy are asked, wherever they come in, and answer on the strategy’s page.
  await noor.goto('/')
  await noor.locator('.notice', { hasText: 'A signal landed' }).getByRole('link', { name: 'Pause' }).click()
  await expect(noor.locator('#falsification')).toContainText('Held after the signal landed: 0 of 2.')
  await noor.getByLabel('Reason', { exact: true }).first().fill('A pause that leaks is still slower than none.')
  await noor.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(noor.locator('#falsification')).toContainText('Held after the signal landed: 1 of 2.')
  await expect(noor.locator('#falsification')).toContainText('Not answered yet: Jonas Wikander.')

  await jonas.setViewportSize({ width: 390, height: 800 })
  await jonas.goto(`${entry}#positions`)
  await jonas.getByText('Withdraw my position').click()
  await jonas.getByLabel('Reason', { exact: true }).last().fill('It landed, as I had said.')
  await jonas.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(jonas.locator('#falsification')).toContainText('Everybody who was asked has answered.')
  const wider = await jonas.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)

  // A reader without an account, and without a script, sees all of it.
  await jonas.goto('/signals?state=landed')
  await expect(jonas.locator('.signal-line')).toContainText('Held after the signal landed: 1 of 2.')
})
