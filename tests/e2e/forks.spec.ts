import { expect, test } from './fixtures.ts'
import { bar, draftOf, editor, forkOf, saved, write } from './pages/draft.ts'

test.beforeEach(() => test.slow())

test('a draft is forked, compared part by part, taken over, merged and closed', async ({ as }) => {
  const [owner, other] = await Promise.all([as('contributor'), as('contributor2')])
  const draft = await draftOf(owner, 'Distributed builders')
  const id = draft.slice('/drafts/'.length)

  // A fork without a reason is refused where it is typed; with one it begins with what the other says.
  await other.goto(draft)
  await other.getByText('Fork this draft').click()
  await other.getByLabel('Why another draft').fill('   ')
  await other.getByRole('button', { name: 'Fork the draft' }).click()
  await expect(other.locator('.field-error, [role="alert"]').first()).toContainText('why another draft')
  expect(new URL(other.url()).pathname).toBe(draft)
  const fork = await forkOf(other, draft, 'One organisation is enough to fail.')
  await expect(other.getByText(/A fork of/)).toContainText('because: One organisation is enough to fail.')
  await write(other, 'bet', ' And one is enough to fail.')
  await write(other, 'mechanism', ' They answer for it.')
  await expect(bar(other)).toContainText(saved)

  // Its owner is told, and finds the two side by side.
  await owner.goto('/inbox?tab=watching')
  await owner
    .getByRole('link', { name: /Distributed builders/ })
    .first()
    .click()
  await expect(owner).toHaveURL(new RegExp(`${fork}#forks$`))
  await owner.goto(draft)
  await write(owner, 'bet', ' Many must fail first.')
  await expect(bar(owner)).toContainText(saved)
  await owner.getByRole('link', { name: /Compare part by part/ }).click()
  const bet = owner.getByRole('region', { name: 'Bet' })
  const mechanism = owner.getByRole('region', { name: 'Mechanism' })
  await expect(bet).toContainText('both changed it')
  await expect(mechanism).toContainText('only they changed it')
  await expect(mechanism.locator('ins')).toContainText('They answer for it.')

  // What changed since is not taken over unseen.
  await write(other, 'bet', ' Always.')
  await expect(bar(other)).toContainText(saved)
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await owner.route('**/against/**', async (route) => {
    if (route.request().method() === 'GET') await released
    await route.continue()
  })
  await bet.getByRole('button', { name: /Take this part over/ }).click()
  await expect(owner.getByRole('alert')).toContainText('Somebody changed this part of the other draft')
  // Nothing can be pressed before the changed text has come.
  const loading = bet.getByRole('button', { name: /Loading both texts/ })
  await expect(loading).toBeDisabled()
  release()
  await expect(loading).toHaveCount(0)
  await expect(bet).toContainText('Always')
  await bet.getByRole('button', { name: /Take this part over/ }).click()
  await expect(owner.getByRole('status')).toContainText('Taken over.')
  await expect(bet).toHaveCount(0)

  await owner.getByRole('button', { name: /Take over everything only they changed/ }).click()
  await expect(owner.getByText('The two drafts say the same.')).toBeVisible()
  await owner.goto(draft)
  await expect(editor(owner, 'bet')).toContainText('one is enough to fail. Always.')
  await expect(editor(owner, 'mechanism')).toContainText('They answer for it.')

  await other.goto(`${draft}/against/${fork.slice('/drafts/'.length)}`)
  await other.getByRole('button', { name: /Close the other draft as merged/ }).click()
  await expect(other.getByText(/Merged into/)).toBeVisible()
  await expect(other.locator('main')).toContainText('one is enough to fail.')
  await other.goto(`${fork}/against/${id}`)
  await expect(other.getByRole('button', { name: /Take/ })).toHaveCount(0)
})

test('on a phone without scripts', async ({ as, browser, site }) => {
  const owner = await as('contributor')
  const draft = await draftOf(owner, 'Distributed builders')
  const state = await owner.context().storageState()
  const context = await browser.newContext({
    baseURL: site.url,
    storageState: state,
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  const phone = await context.newPage()
  await phone.goto(draft)
  await phone.getByText('Fork this draft').click()
  await phone.getByLabel('Why another draft').fill('Another title.')
  await phone.getByRole('button', { name: 'Fork the draft' }).click()
  await phone.waitForURL((url) => url.pathname !== draft)
  const fork = new URL(phone.url()).pathname

  await owner.goto(draft)
  await write(owner, 'bet', ' Many must fail first.')
  await expect(bar(owner)).toContainText(saved)
  await phone.goto(`${fork}/against/${draft.slice('/drafts/'.length)}`)
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await phone.getByRole('button', { name: /Take this part over/ }).click()
  await expect(phone.getByText('The two drafts say the same.')).toBeVisible()
  await context.close()
})
