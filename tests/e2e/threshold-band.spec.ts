import { expect, test } from './fixtures.ts'

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
