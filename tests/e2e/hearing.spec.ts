import { expect, test } from './fixtures.ts'
import { draftOf } from './pages/draft.ts'

test.beforeEach(() => test.slow())

test('two people react, see each other only then, and answer the checks of a signal', async ({ as }) => {
  const [owner, other] = await Promise.all([as('contributor'), as('contributor2')])
  const draft = await draftOf(owner, 'Distributed builders')
  await owner.goto(`${draft}/threads`)
  await owner
    .getByRole('link', { name: /What would show that many builders/ })
    .first()
    .click()
  await owner.waitForURL(/\/threads\//)
  await other.goto(new URL(owner.url()).pathname)

  const against = (page: typeof owner) =>
    page.locator('.contribution', { hasText: 'It can hardly be observed.' }).first()
  await against(other).getByRole('button', { name: 'Disagree' }).first().click()
  await expect(against(other).getByText('0 agree · 1 disagree · 0 unsure').first()).toBeVisible()
  await expect(against(owner).getByText(/· 1 disagree ·/)).toHaveCount(0)
  await against(owner).getByRole('button', { name: 'Agree', exact: true }).first().click()
  await expect(against(owner).getByText('1 agree · 1 disagree · 0 unsure').first()).toBeVisible()
  await expect(against(owner).getByRole('button', { name: 'Agree', exact: true }).first()).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  await owner.getByText('Is it a good signal?').click()
  const check = owner.locator('#check-observable')
  await check.getByLabel('No', { exact: true }).check()
  await check.getByRole('button', { name: 'Answer' }).click()
  await expect(check.getByText('Write why not.')).toBeVisible()
  await check.getByLabel(/^Why/).fill('Who lost would have to announce it.')
  await check.getByRole('button', { name: 'Answer' }).click()
  await expect(check.getByText('0 yes · 1 no · 0 unsure')).toBeVisible()
  await expect(check.getByRole('listitem')).toContainText('Who lost would have to announce it.')
})
