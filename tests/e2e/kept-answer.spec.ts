import { expect, test } from './fixtures.ts'

test('why a post was refused stays readable while somebody else posts', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  await noor.goto('/strategies/open-source-maximalism')
  const address = await noor.locator('main a[href^="/threads/"]:not([href*="/new"])').first().getAttribute('href')
  for (const page of [noor, jonas]) await page.goto(address ?? '')

  const composer = (page: typeof noor) =>
    page
      .locator('form')
      .filter({ has: page.locator('input[name="type"]') })
      .last()
  await composer(noor).locator('input[name="type"][value="note"]').check({ force: true })
  await composer(noor).locator('textarea[name="text"]').fill('   ')
  await composer(noor).locator('button[type="submit"]').click()
  const refusal = noor.getByRole('alert')
  await expect(refusal).toBeVisible()

  await composer(jonas).locator('input[name="type"][value="for"]').check({ force: true })
  await composer(jonas).locator('textarea[name="text"]').fill('A reason that arrives in between.')
  await composer(jonas).locator('button[type="submit"]').click()
  await expect(jonas.getByText('A reason that arrives in between.')).toBeVisible()
  await expect(noor.getByText(/1 new contribution/)).toBeVisible()
  await expect(refusal).toBeVisible()
})
