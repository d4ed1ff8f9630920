import { expect, test } from './fixtures.ts'
import { draftOf } from './pages/draft.ts'

test.beforeEach(() => test.slow())

test('a reviewer suggests a wording from a thread and the draft’s owner accepts it with an edit', async ({ as }) => {
  const [reviewer, owner] = await Promise.all([as('reviewer'), as('contributor')])
  const draft = await draftOf(owner, 'Distributed builders')

  await reviewer.goto(`${draft}/threads`)
  await reviewer
    .getByRole('link', { name: /What would show that many builders/ })
    .first()
    .click()
  await reviewer
    .getByRole('link', { name: /Suggest these words/ })
    .first()
    .click()
  await expect(reviewer.getByRole('heading', { name: 'Suggest a wording: Falsification signal' })).toBeVisible()
  await expect(reviewer.getByText(/These are the words of/)).toBeVisible()
  const words = reviewer.getByLabel('What should stand there')
  await words.fill('Five organisations hold such models, and one of them decides alone for twelve months.')

  // Nothing that was typed is lost with the page.
  await reviewer.reload()
  await expect(words).toHaveValue(/decides alone for twelve months/)
  await reviewer.getByLabel('Why').fill('It names the time.')
  await reviewer.getByRole('button', { name: 'Suggest wording' }).click()
  await expect(reviewer).toHaveURL(/\/suggestions\?sent=/)

  await owner.goto(draft)
  await owner.getByRole('link', { name: /2 suggestions\s*: Falsification signal/ }).click()
  const card = owner.locator('.suggestion', { hasText: 'It names the time.' })
  await expect(card.locator('ins').first()).toBeVisible()
  await card.getByText('Edit and accept').click()
  await card.getByLabel('Words that go into the draft').fill('Five hold such models, and one decides alone for a year.')
  await card.getByRole('button', { name: 'Accept with edits' }).click()
  await expect(card).toHaveCount(0)

  // The other suggestion was made on the words that stood there before.
  const other = owner.locator('.suggestion')
  await expect(other.getByText('The text has changed since this was suggested.')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0)

  // Who suggested it sees at once what became of it.
  await reviewer.goto(`${draft}/suggestions?which=ended`)
  await expect(reviewer.locator('.suggestion')).toContainText('Accepted with edits')
  await owner.goto(draft)
  await expect(owner.locator('#section-falsification')).toContainText('one decides alone for a year')
})

test('suggestions are decided by keyboard alone', async ({ as }) => {
  const owner = await as('contributor')
  const draft = await draftOf(owner, 'Distributed builders')
  for (const [place, text] of [
    ['section/bet', 'Many hands make it safe.'],
    ['section/mechanism', 'They train and publish.'],
  ]) {
    await owner.goto(`${draft}/suggestions/new?place=${place}`)
    await owner.getByLabel('What should stand there').fill(text ?? '')
    await owner.getByLabel('Why').fill('Shorter.')
    await owner.getByRole('button', { name: 'Suggest wording' }).click()
    await expect(owner).toHaveURL(/sent=/)
  }
  const cards = owner.locator('.suggestion')
  await expect(cards).toHaveCount(3)
  await cards.first().focus()
  await owner.keyboard.press('n')
  await expect(cards.nth(1)).toBeFocused()
  await owner.keyboard.press('a')
  await owner.keyboard.press('Enter')
  await expect(cards).toHaveCount(2)
  await cards.nth(1).focus()
  await owner.keyboard.press('d')
  await owner.keyboard.type('Not shorter enough.')
  await owner.keyboard.press('Tab')
  await owner.keyboard.press('Enter')
  await expect(cards).toHaveCount(1)
})
