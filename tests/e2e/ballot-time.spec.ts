import { expect, test } from './fixtures.ts'
import { closeNow } from './pages/ballot.ts'
import { beginDraft, idOf } from './pages/draft.ts'

test.beforeEach(() => test.slow())

test('a ballot begins with a named way of deciding, is planned, opened, extended and its outcome said', async ({
  as,
}) => {
  const moderator = await as('moderator')
  await moderator.goto('/concepts/open-source-agi')
  await moderator.getByRole('link', { name: 'Supermajority of a board' }).click()
  await expect(moderator).toHaveURL(/\/ballots\/presets#board-supermajority$/)
  await expect(moderator.locator('#board-supermajority')).toContainText('A second moderator agrees')

  // A draft of one's own, to open a ballot about.
  const draft = idOf(await beginDraft(moderator, 'strategies/voluntary-restraint'))

  // What was typed stays when a way of deciding is filled in.
  await moderator.goto(`/ballots/new?draft=${draft}`)
  await moderator.getByLabel('Question').fill('Shall this stand?')
  await moderator.getByLabel('Begin with').selectOption('consensus-last-call')
  await moderator.getByRole('button', { name: 'Fill it in' }).click()
  await expect(moderator.getByRole('radio', { name: /^Consensus with objections/ })).toBeChecked()
  await expect(moderator.getByLabel('Question')).toHaveValue('Shall this stand?')
  await expect(moderator.getByLabel('Announced before closing')).toHaveValue('3d')
  await moderator.getByLabel('It opens', { exact: true }).selectOption('1d')
  await moderator.getByRole('button', { name: 'Open the ballot' }).last().click()
  await moderator.waitForURL(/\/ballots\/[a-z2-7]{20}/)
  await expect(moderator.getByRole('heading', { name: 'What will happen, and when' })).toBeVisible()
  await expect(moderator.locator('.ballot-facts')).toContainText('Consensus with a final comment period.')

  // A plan is cancelled with a reason, and another ballot opened at once.
  await moderator.getByText('Cancel it', { exact: true }).click()
  await moderator.getByLabel('Reason').fill('The hearing goes on.')
  await moderator.getByRole('button', { name: 'Cancel this ballot' }).click()
  await expect(moderator.locator('.ballot-line')).toContainText('Void')
  await expect(moderator.getByText('The hearing goes on.')).toBeVisible()
  await moderator.goto(`/ballots/new?draft=${draft}&preset=members-majority`)
  await moderator.getByRole('button', { name: 'Open the ballot' }).last().click()
  await moderator.waitForURL(/\/ballots\/[a-z2-7]{20}/)
  await expect(moderator.locator('.ballot-facts')).toContainText('Simple majority of members.')

  const extending = moderator.locator('details', { hasText: 'Extend the ballot' })
  await extending.locator('summary').click()
  await extending.getByLabel('Why it stays open longer').fill('Two of us were away.')
  await extending.getByRole('button', { name: 'Extend the ballot' }).click()
  await expect(moderator.locator('.closing-moves')).toContainText('Two of us were away.')
  await moderator.getByRole('button', { name: 'Remind them' }).click()
  await expect(moderator.getByText('Once a day is enough')).toBeVisible()

  await closeNow(moderator)
  await moderator.getByLabel('What was decided, and what was left open').fill('Nothing was decided: nobody voted.')
  await moderator.getByRole('button', { name: 'Write the statement' }).click()
  await expect(moderator.locator('#statement + .card')).toContainText('Nothing was decided: nobody voted.')
})
