import { expect, test } from './fixtures.ts'

const question = 'Who measures the balance, and who acts when it turns?'

test('an open question of a concept becomes a thread in one click, and the entry says that it is argued', async ({
  as,
}) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  for (const page of [noor, jonas]) await page.goto('/concepts/offence-defence-balance')
  const item = (page: typeof noor) => page.locator('#questions li', { hasText: question })
  await item(noor).getByRole('button', { name: 'Argue this' }).click()
  await noor.waitForURL(/\/threads\/[a-z2-7]{20}$/)
  await expect(noor.getByRole('heading', { level: 1, name: question })).toBeVisible()
  await expect(item(jonas).getByRole('link', { name: 'Being argued' })).toBeVisible()
  await item(jonas).getByRole('link', { name: 'Being argued' }).click()
  await jonas.waitForURL(noor.url())
})

test('who has to sign in first finds the question in the form', async ({ site, browser }) => {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/concepts/offence-defence-balance')
  await page.locator('#questions li', { hasText: question }).getByRole('button', { name: 'Argue this' }).click()
  await page.getByRole('button', { name: 'Continue as Noor Elbaz' }).click()
  await expect(page.getByLabel('Title')).toHaveValue(question)
  await context.close()
})
