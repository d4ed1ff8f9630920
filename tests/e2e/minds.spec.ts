import { expect, test } from './fixtures.ts'
import { draftOf } from './pages/draft.ts'

test.beforeEach(() => test.slow())

test('a mind is changed, a side restated until its people call it fair, and all of it read at a glance', async ({
  as,
}) => {
  const [noor, priya] = await Promise.all([as('contributor'), as('reviewer')])
  const draft = await draftOf(noor, 'Distributed builders')
  await noor.goto(`${draft}/threads`)
  await noor
    .getByRole('link', { name: /What would show that many builders/ })
    .first()
    .click()
  await noor.waitForURL(/\/threads\//)
  const thread = new URL(noor.url()).pathname

  await priya.goto(thread)
  const reason = priya.locator('#group-for ~ ol > li').first()
  await reason.getByRole('link', { name: /^This changed my mind/ }).click()
  await expect(reason.getByRole('radio', { name: 'I agreed' })).toBeFocused()
  await reason.getByRole('radio', { name: 'I disagreed' }).check()
  await reason.getByRole('radio', { name: 'I disagree', exact: true }).check()
  await reason.getByRole('button', { name: 'Say that it changed my mind' }).click()
  await expect(reason.getByText('Before and now are the same; choose two that differ.')).toBeVisible()
  await reason.getByRole('radio', { name: 'I am unsure' }).check()
  await reason.getByLabel(/^What did it/).fill('The bet itself rules it out.')
  await reason.getByRole('button', { name: 'Say that it changed my mind' }).click()
  await expect(reason.getByText('Changed 1 mind')).toBeVisible()
  await expect(reason.getByText(/Priya Ramaswamy from disagree to unsure: The bet itself/)).toBeVisible()
  await expect(noor.getByText('3 minds changed here')).toBeVisible()

  await priya.getByText('Restate the other side').click()
  await priya.getByLabel('What the other side argues').fill('Five can build it, and one still rules.')
  await priya.getByRole('button', { name: 'Post restatement' }).click()
  const restated = (page: typeof noor) => page.locator('.contribution', { hasText: 'one still rules' }).last()
  await expect(restated(priya)).toContainText('of the side for')
  await expect(restated(priya)).toContainText('Nobody of those who argued it has said yet whether it is fair.')

  await noor.goto(thread)
  await restated(noor).getByText('Is this what you argue?').click()
  await restated(noor).getByRole('radio', { name: 'Not quite' }).check()
  await restated(noor).getByRole('button', { name: 'Say so' }).click()
  await expect(restated(noor).getByText('Write what is missing.', { exact: true })).toBeVisible()
  await restated(noor)
    .getByLabel(/^What is missing/)
    .fill('That spreading was meant to prevent it.')
  await restated(noor).getByRole('button', { name: 'Say so' }).click()
  await expect(restated(priya)).toContainText('That spreading was meant to prevent it.')

  await restated(priya).getByRole('link', { name: /^Edit/ }).click()
  await priya.getByLabel('Your words').fill('Five can build it, spread to prevent this, and one still rules.')
  await priya.getByRole('button', { name: 'Save wording' }).click()
  await expect(restated(noor)).toContainText('Earlier wordings were marked once; they count no more.')
  await restated(noor).getByText('Is this what you argue?').click()
  await restated(noor).getByRole('radio', { name: 'Fair', exact: true }).check()
  await restated(noor).getByRole('button', { name: 'Say so' }).click()
  await expect(restated(noor)).toContainText('Marked fair by 1 of those who argued it.')

  await noor.getByRole('link', { name: 'Overview' }).click()
  await expect(noor.getByRole('heading', { name: /^Candidate 1/ })).toBeVisible()
  await expect(noor.locator('.outline').getByText('changed 1 mind').first()).toBeVisible()
  await noor.getByRole('link', { name: 'Map' }).press('Enter')
  const box = noor.getByRole('link', { name: /^Reason for by Noor Elbaz\./ }).first()
  await box.focus()
  await box.press('Enter')
  await expect(noor).toHaveURL(/\/threads\/[a-z2-7]{20}\?at=/)
  await expect(noor.locator('.contribution:target')).toContainText('This is the observation')
  await noor.goto(`${thread}/overview?view=table&sort=minds`)
  await expect(noor.getByRole('row').nth(1)).toContainText('Minds changed: 1')
})
