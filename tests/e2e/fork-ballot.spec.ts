import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { closeNow, openBetweenForks, voteOnOptions } from './pages/ballot.ts'
import { bar, beginDraft, forkOf, saved, write } from './pages/draft.ts'

test('two forks stand in one ranked ballot, and the text that is not taken is kept as a minority variant', async ({
  as,
}) => {
  test.slow()
  const [noor, edda] = await Promise.all([as('contributor'), as('moderator')])
  const draft = await beginDraft(noor, 'strategies/pause')
  await write(noor, 'bet', ' Until ten inquiries agree.')
  await expect(bar(noor)).toContainText(saved)
  const fork = await forkOf(noor, draft, 'Two inquiries are enough.')
  await write(noor, 'bet', ' Two of them are enough.')
  await write(noor, 'mechanism', ' They answer for it.')
  await expect(bar(noor)).toContainText(saved)

  const forked = /by Noor Elbaz, the draft that was forked$/
  const shorter = /by Noor Elbaz: Two inquiries are enough\.$/
  await test.step('both drafts of one owner go to a ballot as the form calls them', async () => {
    await edda.goto(draft)
    await openBetweenForks(edda, ['Noor Elbaz', 'Edda Branting'])
    await expect(edda.getByRole('combobox', { name: forked })).toBeVisible()
    await expect(edda.getByRole('combobox', { name: 'Leave everything as it is' })).toBeVisible()
    await edda.locator('.fork-text').filter({ hasText: 'Two inquiries' }).locator('summary').first().click()
    await expect(edda.locator('.fork-text ins').filter({ hasText: 'They answer for it.' })).toBeVisible()
  })

  await test.step('the page of the entry says which parts each would change', async () => {
    await noor.goto('/strategies/pause')
    const pending = noor.locator('.pending-changes')
    await expect(pending.filter({ hasText: 'Would change: Bet.' })).toHaveCount(1)
    await expect(pending.filter({ hasText: 'Would change: Bet, Mechanism.' })).toHaveCount(1)
    await pending.getByRole('link', { name: 'Compare' }).first().click()
    await expect(noor.getByRole('heading', { name: 'The texts, as they were frozen' })).toBeVisible()
  })

  await test.step('two people put them in an order, and the result is read', async () => {
    const rank = (page: Page, option: RegExp | string, place: string) =>
      page.getByRole('combobox', { name: option }).selectOption(place)
    await voteOnOptions(noor, /^1\. “.*are enough\.”, the others last$/, async () => {
      await rank(noor, shorter, '1')
    })
    await voteOnOptions(edda, /^1\. “.*are enough\.”, 2\. “Leave everything as it is”, the others last$/, async () => {
      await rank(edda, shorter, '1')
      await rank(edda, 'Leave everything as it is', '2')
    })
    await closeNow(edda)
    await expect(edda.locator('.ballot-line').first()).toContainText('Two inquiries are enough.')
    await expect(edda.locator('.options-result tbody tr').filter({ hasText: 'Chosen' })).toContainText(
      'Two inquiries are enough.',
    )
    await expect(edda.getByRole('link', { name: 'Go to its publication' })).toBeVisible()
    await edda.goto(fork)
    await expect(edda.getByText('Promoted').first()).toBeVisible()
  })

  await test.step('the other text is kept as a variant and read on its page', async () => {
    await edda.goto(draft)
    await edda.getByRole('link', { name: 'Keep the text that was not adopted as a minority variant' }).click()
    await edda.getByLabel('Name of the variant').fill('With ten inquiries')
    await edda.getByLabel('Why it is kept').fill('Some hold that two are too few.')
    await edda.getByRole('button', { name: 'Keep the variant' }).click()
    await edda.waitForURL('**/strategies/pause/v/2')
    await noor.goto('/strategies/pause')
    await noor
      .locator('#minority-variants')
      .getByRole('link', { name: /With ten inquiries/ })
      .click()
    await expect(noor.getByText('Minority variant, not the current text').first()).toBeVisible()
    await expect(noor.locator('main')).toContainText('Until ten inquiries agree.')
    await expect(noor.locator('main')).toContainText('Some hold that two are too few.')
    await noor.goto('/strategies/pause')
    await expect(noor.locator('main')).not.toContainText('Until ten inquiries agree.')
  })
})

test('a ballot between drafts and a question about an entry are planned, and their pages say what will happen', async ({
  as,
}) => {
  test.slow()
  const [noor, edda] = await Promise.all([as('contributor'), as('moderator')])
  const draft = await beginDraft(noor, 'strategies/pause')
  await forkOf(noor, draft, 'Two inquiries are enough.')
  const plan = async () => {
    await edda.getByLabel('It opens', { exact: true }).selectOption('1d')
    await edda.getByRole('button', { name: 'Open the ballot' }).last().click()
    await edda.waitForURL(/\/ballots\/[a-z2-7]{20}$/)
    await expect(edda.getByRole('heading', { name: 'What will happen, and when' })).toBeVisible()
  }
  await edda.goto(draft)
  await edda.getByRole('link', { name: 'Put the competing drafts to one ballot' }).click()
  await plan()
  await expect(edda.getByRole('main').getByRole('link', { name: /by Noor Elbaz: Two inquiries/ })).toBeVisible()
  await expect(edda.getByRole('heading', { name: 'The texts, as they were frozen' })).toHaveCount(0)
  await noor.goto(draft)
  await write(noor, 'bet', ' Until ten inquiries agree.')
  await expect(bar(noor)).toContainText(saved)

  await edda.goto('/ballots/new?entry=strategies/pause')
  await edda.getByLabel('Question').fill('Who says that the harm was traced?')
  await edda.getByRole('radio', { name: /^Approval/ }).check()
  await edda.getByLabel('Options, one a line').fill('Ask one inquiry\nAsk a court')
  await plan()
  await expect(edda.getByRole('main')).toContainText('it is fixed who may vote')
})
