import { expect, test } from './fixtures.ts'
import { closeNow, openWith } from './pages/ballot.ts'
import { beginDraft, idOf } from './pages/draft.ts'

const people = ['Edda Branting', 'Noor Elbaz', 'Jonas Wikander']

test('what is typed into one form of a ballot outlasts the others, and a refusal goes once it is mended', async ({
  as,
}) => {
  test.slow()
  const [edda, osei] = await Promise.all([as('moderator'), as('admin')])
  const draft = await beginDraft(edda, 'strategies/pause')
  await openWith(edda, `draft=${idOf(draft)}`, { rule: 'Sense check', people })
  const ballot = edda.url()

  await test.step('a vote half written', async () => {
    const reason = edda.getByLabel('Reason', { exact: true })
    await edda.getByText('I lean towards it', { exact: true }).click()
    await reason.fill('It names no limit')
    await edda.getByRole('button', { name: 'Review', exact: true }).click()
    await edda.getByRole('button', { name: 'Back', exact: true }).click()
    await reason.fill('It names no limit, and no date.')

    const extending = edda.locator('details', { hasText: 'Extend the ballot' })
    await extending.locator('summary').click()
    await extending.getByLabel('Why it stays open longer').fill('   ')
    await extending.getByRole('button', { name: 'Extend the ballot' }).click()
    await expect(extending.locator('.field-error')).toBeVisible()
    await expect(reason).toHaveValue('It names no limit, and no date.')
    await extending.getByLabel('Why it stays open longer').fill('Two of us were away.')
    await extending.getByRole('button', { name: 'Extend the ballot' }).click()
    await expect(edda.locator('.closing-moves')).toContainText('Two of us were away.')
    await expect(extending.locator('.field-error')).toHaveCount(0)
    await expect(reason).toHaveValue('It names no limit, and no date.')
  })

  await test.step('an outcome that somebody else words meanwhile', async () => {
    await closeNow(edda)
    const stated = edda.locator('#statement + .card')
    await edda.getByLabel('What was decided, and what was left open').fill('Mine.')
    await osei.goto(ballot)
    await osei.getByLabel('What was decided, and what was left open').fill('Theirs.')
    await osei.getByRole('button', { name: 'Write the statement' }).click()
    await expect(stated).toContainText('Theirs.')
    await expect(edda.getByLabel('What was decided, and what was left open')).toHaveValue('Mine.')
    await edda.getByRole('button', { name: 'Write the statement' }).click()
    await expect(edda.getByRole('alert')).toContainText('Somebody has worded the outcome since you began')
    await expect(stated).toContainText('Theirs.')
    await expect(edda.getByLabel('Word it anew')).toHaveValue('Mine.')
    await edda.getByRole('button', { name: 'Reword the statement' }).click()
    await expect(stated).toContainText('Mine.')
    await expect(edda.getByRole('alert')).toHaveCount(0)
  })
})

test('the times of a planned ballot are offered in the zone that is named, and stay where nothing is typed', async ({
  as,
  browser,
}) => {
  const edda = await as('moderator')
  const draft = await beginDraft(edda, 'strategies/pause')
  await edda.goto(`/ballots/new?draft=${idOf(draft)}`)
  await edda.getByLabel('It opens', { exact: true }).selectOption('1d')
  await edda.getByRole('button', { name: 'Open the ballot' }).last().click()
  await edda.waitForURL(/\/ballots\/[a-z2-7]{20}/)

  const context = await browser.newContext({
    baseURL: new URL(edda.url()).origin,
    storageState: await edda.context().storageState(),
    timezoneId: 'Asia/Tokyo',
  })
  const page = await context.newPage()
  await page.goto(edda.url())
  const opening = page.locator('.plan-steps time').first()
  const before = await opening.getAttribute('datetime')
  await page.getByText('Change its times', { exact: true }).first().click()
  const moment = page.getByLabel('Moment (Asia/Tokyo)').first()
  const ahead = 9 * 3_600_000
  await expect(moment).toHaveValue(new Date(Date.parse(before ?? '') + ahead).toISOString().slice(0, 16))
  await page.getByLabel('It opens', { exact: true }).selectOption('at')
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.getByRole('button', { name: 'Change its times' }).click(),
  ])
  await page.reload()
  expect((await opening.getAttribute('datetime'))?.slice(0, 16)).toBe(before?.slice(0, 16))
  await context.close()
})
