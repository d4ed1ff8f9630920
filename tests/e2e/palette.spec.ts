import { expect, test } from './fixtures.ts'

test('the palette finds a panel from any page by keyboard alone, signed out', async ({ readOnlySite, browser }) => {
  const context = await browser.newContext({ baseURL: readOnlySite.url })
  const page = await context.newPage()
  await page.goto('/people')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Search the atlas and its threads' })
  await expect(box).toBeFocused()
  await page.keyboard.type('compute governance')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Compute governance')
  await page.keyboard.press('ArrowDown')
  // An answer that comes after the choice keeps it.
  const late = page.waitForResponse('**/search.json?q=compute%20governance')
  await box.fill('compute governance')
  await late
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', 'palette-option-1')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/strategies/compute-governance')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compute governance')

  await page.keyboard.press('/')
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await page.getByRole('link', { name: /^Search/ }).click()
  await page.keyboard.type('zebra crossing of nothing')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=zebra*')
  await context.close()
})

const addresses = ['/', '/strategies', '/strategies/pause', '/people', '/concepts', '/scenarios', '/sources', '/levers']

test('every page reads without JavaScript, and search is a link', async ({ readOnlySite, browser }) => {
  const context = await browser.newContext({ baseURL: readOnlySite.url, javaScriptEnabled: false })
  const page = await context.newPage()
  for (const address of [...addresses, '/search?q=compute', '/record', '/tags/open-weights']) {
    await page.goto(address)
    await expect(page.locator('main h1')).toHaveCount(1)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(120)
  }
  await page.getByRole('link', { name: /^Search/ }).click()
  await page.getByRole('searchbox').fill('pause')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Pause', exact: true })).toBeVisible()
  await context.close()
})
