import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { adopt, moderatorPost } from './pages/adopt.ts'
import { bar, saved } from './pages/draft.ts'

const waits = 'Declared by Pause only, not confirmed by the writers of Mass literacy'

test('a conflict that one entry declares waits for those who write the other', async ({ as, site, browser }) => {
  test.slow()
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  await noor.goto('/drafts/new?entry=strategies/pause')
  await noor.getByRole('button', { name: /^Begin (the|another) draft$/ }).click()
  await expect(bar(noor)).toContainText(saved)
  const add = noor.getByRole('group', { name: 'Add a relation' })
  await add.getByLabel('Strategy').selectOption('mass-literacy')
  await add.getByRole('button', { name: 'Add this relation' }).click()
  await expect(noor.getByRole('group', { name: 'Mass literacy' })).toBeVisible()
  await expect(bar(noor)).toContainText(saved)
  await adopt(moderatorPost(site), new URL(noor.url()).pathname.split('/')[2])

  // A reader without scripts is told on either page.
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const reader = await context.newPage()
  failOnConsoleErrors(reader)
  for (const slug of ['pause', 'mass-literacy']) {
    await reader.goto(`/strategies/${slug}`)
    await expect(reader.locator('#conflicts .relation-open')).toContainText(waits)
  }
  await reader.goto('/strategies/mass-literacy/relations')
  await expect(reader.locator('#from-pause')).toContainText('Declared by one')
  await expect(reader.getByRole('button', { name: /^Confirm/ })).toHaveCount(0)

  // Noor declared it, so it is not for her to confirm.
  await noor.goto('/strategies/mass-literacy/relations')
  await expect(noor.getByRole('button', { name: /^Confirm/ })).toHaveCount(0)

  // Jonas writes the other one, finds it beside his draft and disputes it by keyboard.
  await jonas.goto('/drafts/new?entry=strategies/mass-literacy')
  await jonas.getByRole('button', { name: /^Begin (the|another) draft$/ }).click()
  await expect(jonas.getByText('Another entry declares a relation to this one.')).toBeVisible()
  await jonas.getByRole('link', { name: 'Relations and who confirmed them' }).click()
  await expect(jonas.getByText('1 waits')).toBeVisible()
  await jonas.getByText('Dispute the relation with Pause').focus()
  await jonas.keyboard.press('Enter')
  await jonas.keyboard.press('Tab')
  await jonas.keyboard.type('Literacy takes no side on speed.')
  await jonas.keyboard.press('Tab')
  await jonas.keyboard.press('Enter')
  await jonas.waitForURL(/\/threads\/[a-z2-7]{20}$/)
  await expect(jonas.locator('#dispute')).toContainText('Pause declares a conflict with Mass literacy')
  await expect(jonas.getByText('Literacy takes no side on speed.')).toBeVisible()
  await reader.goto('/strategies/pause')
  await expect(reader.locator('#conflicts .relation-open')).toContainText('disputed by the writers of Mass literacy')

  // He gives in, and then confirms it.
  await jonas.getByText('Resolve this thread').click()
  await expect(jonas.getByLabel('Upheld')).toHaveCount(0)
  await jonas.getByLabel('Set aside: the declaration stands as before').check()
  await jonas.getByLabel('Reason', { exact: true }).last().fill('Where schools wait for it, it does.')
  await jonas.getByRole('button', { name: 'Resolve thread' }).click()
  await expect(jonas.locator('#outcome')).toContainText('Set aside: the declaration stands as before')
  await jonas.goto('/strategies/mass-literacy/relations')
  await jonas.getByRole('button', { name: 'Confirm the relation with Pause' }).click()
  await expect(jonas.locator('#from-pause')).toContainText('Confirmed')
  for (const slug of ['pause', 'mass-literacy']) {
    await reader.goto(`/strategies/${slug}`)
    await expect(reader.locator('#conflicts .relation-open')).toHaveCount(0)
  }
  await reader.goto('/matrix?cell=pause~mass-literacy')
  await expect(reader.locator('#cell')).toContainText('Declared by Pause, confirmed by the writers of Mass literacy')
  await context.close()
})
