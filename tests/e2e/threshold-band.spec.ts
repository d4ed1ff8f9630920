import { expect, test } from './fixtures.ts'
import { beginDraft } from './pages/draft.ts'
import { resolve } from './pages/hearing.ts'

test.beforeEach(() => test.slow())

test('a marker is placed on a phone by keyboard, and shows the band only then', async ({ as }) => {
  const page = await as('admin')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/strategies/open-source-maximalism')
  await page
    .getByRole('link', { name: /At which point do attackers outrun/ })
    .first()
    .click()
  await page.waitForURL(/\/threads\//)
  const band = page.locator('#band')
  await expect(band).toContainText('From 0 to 60 days')
  await expect(band.getByRole('img')).toHaveCount(0)

  const value = band.getByLabel('Where does it turn, in days')
  await value.focus()
  await page.keyboard.type('sixty')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nobody waits longer.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(band.getByText('Write a number, such as 12 or 0.5.')).toBeVisible()
  await expect(band.getByLabel('Why there')).toHaveValue('Nobody waits longer.')
  await value.fill('60')
  await band.getByRole('button', { name: 'Place marker' }).click()

  await expect(band.getByRole('img', { name: /sees the threshold between 12.5 and 27.75 days/ })).toBeVisible()
  await expect(band.getByText('The reading nears the band.')).toBeVisible()
  await band.getByText('The same as a table, with reasons').click()
  await expect(band.getByRole('row')).toHaveCount(7)
  await expect(band.getByRole('row', { name: /60/ })).toContainText('Marguerite Osei (you)')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await band.getByText(/Your marker stands at 60 days/).click()
  await value.fill('58')
  await band.getByRole('button', { name: 'Move marker' }).click()
  await expect(band.getByText(/Your marker stands at 58 days/)).toBeVisible()
  await expect(band.getByText('Moved once')).toBeVisible()
})

test('what one types about a scale and a marker outlasts the end of the hearing', async ({ as }) => {
  const [owner, other] = await Promise.all([as('contributor'), as('contributor2')])
  const draft = (await beginDraft(owner, 'strategies/liability-driven-safety')).split('/').at(-1) ?? ''
  await owner.goto(`/threads/new?${new URLSearchParams({ draft, place: 'section/threshold', kind: 'threshold' })}`)
  await owner.getByRole('button', { name: 'Open hearing' }).click()
  await owner.waitForURL(/\/threads\/[a-z0-9]{20}/)
  const band = owner.locator('#band')
  await band.getByRole('link', { name: 'Name a scale' }).click()
  await band.getByLabel('Unit').fill('days')
  await band.getByLabel('Lower end').fill('0')
  await band.getByLabel('Upper end').fill('1,000')
  await band.getByRole('radio', { name: 'above the threshold' }).check()
  await band.getByRole('button', { name: 'Save scale' }).click()
  await expect(band.getByText('Write 1000, or 1.000 with a point.')).toBeVisible()
  await band.getByLabel('Upper end').fill('60')
  await band.getByRole('button', { name: 'Save scale' }).click()
  await expect(band).toContainText('From 0 to 60 days')

  await other.goto(new URL(owner.url()).pathname)
  const theirs = other.locator('#band')
  await theirs.getByRole('link', { name: 'Change the scale or the reading' }).click()
  await theirs.getByLabel('Where the reading comes from').fill('A survey of repairs')
  await theirs.getByLabel('Why there').fill('Most patches are out by then.')
  await theirs.getByLabel('Where does it turn, in days').fill('14')
  await resolve(owner, 'Set aside', 'Another time.')

  await expect(theirs.getByText('The hearing takes no changes any more.').first()).toBeVisible()
  await expect(theirs.getByLabel('Where the reading comes from')).toHaveValue('A survey of repairs')
  await expect(theirs.getByLabel('Why there')).toHaveValue('Most patches are out by then.')
  await expect(theirs.getByLabel('Where does it turn, in days')).toHaveValue('14')
  await expect(theirs.getByRole('button', { name: /^(Save|Place)/ })).toHaveCount(0)
  await other.reload()
  await expect(theirs.getByLabel('Why there')).toHaveCount(0)
})
