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

test('a source stands under what it was posted with, a bad one loses nothing, and it is removed', async ({
  as,
  browser,
}) => {
  const noor = await as('contributor')
  await noor.goto('/strategies/open-source-maximalism')
  await noor.locator('main a[href^="/threads/"]:not([href*="/new"])').first().click()
  await noor.waitForURL(/\/threads\//)
  const path = new URL(noor.url()).pathname
  const saying = (words: string) =>
    noor.locator('.contribution', { has: noor.locator('.contribution-text', { hasText: words }) })
  const named = saying('Software is also the field')
  const link = (await named.locator('.contribution-head a').last().getAttribute('href')) ?? ''

  const fill = async (page: typeof noor, url: string) => {
    const form = page.locator('.composer form').first()
    await form.locator('input[name="type"][value="evidence"]').check({ force: true })
    await form.getByLabel('Your contribution').fill('It was counted.')
    await form.getByText('Add a source or a link').click()
    await form.getByLabel('Address of the page').fill(url)
    await form.getByLabel('Its title').fill('A count of repairs')
    await form.getByLabel('Who published it').fill('An institute')
    await form.getByLabel('On which day').fill('2025-05-02')
    await form.getByLabel('What it is for your claim').selectOption('reported')
    await form.getByLabel(/^SHA-256/).fill('0f'.repeat(32))
    await form.getByLabel('See also').fill(`http://localhost${link}`)
    return form
  }
  const form = await fill(noor, 'javascript:alert(1)')
  await form.getByRole('button', { name: 'Post contribution' }).click()
  await expect(form.getByText('Give the address of a page').last()).toBeVisible()
  await noor.reload()
  await expect(form.getByLabel('Its title')).toHaveValue('A count of repairs')
  await form.locator('input[name="type"][value="evidence"]').check({ force: true })
  await form.getByLabel('Address of the page').fill('https://example.org/count')
  await form.getByRole('button', { name: 'Post contribution' }).click()
  const posted = saying('It was counted.')
  await expect(posted.getByRole('link', { name: 'A count of repairs' })).toHaveAttribute('rel', /nofollow/)
  await expect(posted).toContainText('An institute, 2 May 2025. Reported: Stated as fact by the document.')
  await expect(posted.getByRole('link', { name: /Software is also the field/ })).toBeVisible()
  await expect(named.getByRole('link', { name: /It was counted/ })).toBeVisible()
  await expect(noor.getByLabel('Its title')).toHaveValue('')

  await posted.getByRole('link', { name: /^Sources and links/ }).click()
  await posted.getByRole('button', { name: 'Remove A count of repairs' }).click()
  await expect(posted.getByRole('link', { name: 'A count of repairs' })).toHaveCount(0)

  const context = await browser.newContext({ baseURL: new URL(noor.url()).origin, javaScriptEnabled: false })
  await context.addCookies(await noor.context().cookies())
  const plain = await context.newPage()
  await plain.goto(path)
  const without = await fill(plain, 'ftp://example.org')
  await without.getByRole('button', { name: 'Post contribution' }).click()
  await expect(plain.getByLabel('Its title')).toHaveValue('A count of repairs')
  await plain.getByLabel('Address of the page').fill('https://example.org/plain')
  await plain.getByRole('button', { name: 'Post contribution' }).click()
  await expect(plain.locator('.contribution a[href="https://example.org/plain"]')).toBeVisible()
  await context.close()
})
