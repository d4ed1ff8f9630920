import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { draftOf } from './pages/draft.ts'

test.beforeEach(() => test.slow())

async function isFreeOfFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()}: ${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([])
}

test('an attack is flagged, hidden with a reason, appealed against, and shown again by another', async ({ as }) => {
  const [noor, jonas, edda, marguerite] = await Promise.all([
    as('contributor'),
    as('contributor2'),
    as('moderator'),
    as('admin'),
  ])
  const draft = await draftOf(noor, 'Distributed builders')
  await noor.goto(`${draft}/threads`)
  const threads = noor.getByRole('link', { name: /What would show that many builders/ })
  await threads.first().click()
  await noor.waitForURL(/\/threads\//)
  const thread = new URL(noor.url()).pathname

  await jonas.goto(thread)
  const composer = jonas.locator('.composer')
  await composer.locator('input[name="type"][value="evidence"]').check({ force: true })
  await composer.getByLabel('Your contribution').fill('Whoever says so is a fool.')
  await composer.getByRole('button', { name: 'Post contribution' }).click()
  await jonas.waitForURL(/sent=/)
  const said = `#c-${new URL(jonas.url()).searchParams.get('sent')}`

  await noor.goto(thread)
  await noor.locator(said).getByRole('link', { name: 'Flag evidence by Jonas Wikander' }).click()
  await expect(noor.getByText('Whoever says so is a fool.')).toBeVisible()
  await isFreeOfFaults(noor)
  await noor.getByLabel('Attacks a person instead of an argument').check()
  await noor.getByRole('button', { name: 'Flag it' }).click()
  await expect(noor.getByText('You flagged this, and the moderators see it.')).toBeVisible()

  await edda.goto('/moderation')
  // The keys come with the scripts, a moment after the page.
  await expect(async () => {
    await edda.keyboard.press('j')
    await expect(edda.locator('[data-case-row]:focus')).toBeVisible({ timeout: 500 })
  }).toPass()
  await edda.keyboard.press('Enter')
  await edda.waitForURL(/\/moderation\/cases\//)
  await isFreeOfFaults(edda)
  await edda.getByRole('button', { name: 'Claim' }).click()
  await expect(edda.getByText('You have claimed this case.')).toBeVisible()
  await edda.getByLabel('Hide it').check()
  await edda.getByLabel('Reason').selectOption('It is in order')
  await edda.getByLabel('What its author reads').fill('Argue with the claim.')
  await edda.getByRole('button', { name: 'Decide' }).click()
  await expect(edda.getByText('“Hide it” needs a reason that says what is wrong.')).toBeVisible()
  await expect(edda.getByLabel('What its author reads')).toHaveValue('Argue with the claim.')
  await edda.getByLabel('Reason').selectOption('Attacks a person instead of an argument')
  await edda.getByRole('button', { name: 'Decide' }).click()
  await expect(edda.getByRole('heading', { name: 'The decision' })).toBeVisible()

  await noor.goto(thread)
  await expect(noor.locator(said)).toContainText('Hidden by a moderator: attacks a person instead of an argument.')
  await expect(noor.locator(said)).not.toContainText('fool')

  await jonas.goto('/cases')
  await jonas.getByRole('link', { name: 'Contribution: hidden' }).click()
  await jonas.getByLabel('Why the decision is wrong').fill('It was a quotation of the source.')
  await isFreeOfFaults(jonas)
  await jonas.getByRole('button', { name: 'Appeal' }).click()
  await expect(jonas.getByText('Appealed, not decided yet')).toBeVisible()

  await edda.reload()
  await expect(edda.getByText('You made this decision. Somebody else looks at the appeal.')).toBeVisible()
  await marguerite.goto(new URL(edda.url()).pathname)
  await marguerite.getByLabel('is undone').check()
  await marguerite.getByLabel('What its author reads').fill('You are right.')
  await marguerite.getByRole('button', { name: 'Decide the appeal' }).click()
  await expect(marguerite.getByText('Appealed: the decision was reversed')).toBeVisible()
  await noor.goto(thread)
  await expect(noor.locator(said)).toContainText('Whoever says so is a fool.')
  await noor.goto('/moderation/log')
  await expect(noor.getByRole('row', { name: /Hidden Contribution Attacks a person .* reversed/ })).toBeVisible()
})

test('a link gives a role in a draft once, and only while it is good', async ({ as }) => {
  const [noor, priya] = await Promise.all([as('contributor'), as('reviewer')])
  const draft = await draftOf(noor, 'Distributed builders')
  await noor.goto(`${draft}/people`)
  await noor.getByLabel('Gives the role').selectOption('Comments')
  await noor.getByRole('button', { name: 'Make the link' }).click()
  const link = await noor.locator('code.token').textContent()
  await isFreeOfFaults(noor)
  await priya.goto(new URL(link ?? '').pathname)
  await isFreeOfFaults(priya)
  await priya.getByRole('button', { name: 'Accept' }).click()
  await priya.waitForURL(new RegExp(`${draft}$`))
  await noor.goto(`${draft}/people`)
  await expect(noor.getByLabel('What Priya Ramaswamy may do')).toHaveValue('commenter')
  await expect(noor.getByText('1 of 1 used')).toBeVisible()
  const again = await priya.goto(new URL(link ?? '').pathname)
  expect(again?.status()).toBe(404)
})
