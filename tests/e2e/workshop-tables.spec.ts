import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { beginDraft } from './pages/draft.ts'
import { joinRoom, nextPhase, planWorkshop } from './pages/workshop.ts'

const ofGuest = 'Three insurers leave the market within one year.'
const ofMember = 'A court awards damages that no developer can pay.'

async function freeOfViolations(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
}

/** Which table a phone says that it is at. */
async function tableOf(phone: Page): Promise<string> {
  const words = phone.getByText(/^You are at table \d$/)
  await expect(words).toBeVisible()
  return /\d/.exec((await words.textContent()) ?? '')?.[0] ?? ''
}

test('a room splits into two tables, each with a text of its own, and takes one of them back in plenum', async ({
  as,
  browser,
  site,
}) => {
  test.slow()
  const [facilitator, member] = await Promise.all([as('facilitator'), as('contributor2')])
  const phone = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 } })
  const guest = await phone.newPage()
  failOnConsoleErrors(guest)
  const draft = await beginDraft(facilitator, 'strategies/liability-driven-safety')
  const { path, code } = await planWorkshop(facilitator, draft)
  await facilitator.goto(`${path}/edit`)
  await expect(facilitator.getByLabel('Tables')).toHaveValue('by-size')
  await facilitator.getByLabel('Tables').selectOption('2')
  await facilitator.getByRole('button', { name: 'Save', exact: true }).click()
  await facilitator.waitForURL(path)

  const wall = await facilitator.context().newPage()
  failOnConsoleErrors(wall)
  await facilitator.goto(`${path}/console`)
  await facilitator.getByRole('button', { name: 'Start' }).click()
  await joinRoom(guest, code, 'Ada')
  await joinRoom(member, code)
  await nextPhase(facilitator, 'Read')
  await nextPhase(facilitator, 'Silent wordings')
  await nextPhase(facilitator, 'Argue')
  await nextPhase(facilitator, 'Agree on a wording')

  await facilitator.getByRole('button', { name: 'Go to tables' }).click()
  await expect(facilitator.getByRole('button', { name: 'Back to plenum' })).toBeVisible()
  const [guestTable, memberTable] = [await tableOf(guest), await tableOf(member)]
  expect([guestTable, memberTable].sort()).toEqual(['1', '2'])
  await wall.goto(`${path}/projector`)
  await expect(wall.locator('.wall-seats li')).toHaveText([/^Table 1\s*1 person$/, /^Table 2\s*1 person$/])
  await expect(wall.locator('body')).not.toContainText('Ada')

  // Each table proposes a wording of its own; the other does not see it.
  for (const [page, text] of [
    [guest, ofGuest],
    [member, ofMember],
  ] as const) {
    await page.getByText('Propose another wording').click()
    await page.getByLabel('Your wording').fill(text)
    await page.getByRole('button', { name: 'Send wording' }).click()
    await expect(page.locator('.room-wordings')).toContainText(text)
  }
  await guest.reload()
  await expect(guest.locator('.room-wordings')).toContainText(ofGuest)
  await expect(guest.locator('body')).not.toContainText(ofMember)
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  for (const [n, text] of [
    [guestTable, ofGuest],
    [memberTable, ofMember],
  ] as const) {
    await expect(facilitator.locator('.console-table-list > li', { hasText: text })).toContainText(`Table ${n}`)
    await facilitator.getByRole('button', { name: `Put into table ${n}’s version` }).click()
    await expect(facilitator.locator('.console-table-list > li', { hasText: text })).toContainText('✓')
  }
  await freeOfViolations(facilitator, guest, wall)
  // A laptop reads the version of another table and does not write in it.
  const versions = facilitator.getByRole('link', { name: /its version of table/ })
  const otherVersion = await versions.nth(Number(guestTable) - 1).getAttribute('href')
  await member.goto(otherVersion ?? '')
  await expect(member.getByText('This is the version of another table.')).toBeVisible()
  await expect(member.locator('#section-falsification')).toContainText(ofGuest)

  await facilitator.getByRole('button', { name: 'Back to plenum' }).click()
  const part = facilitator.getByRole('region', { name: /falsif/i })
  await expect(part.locator('.table-versions > *')).toHaveCount(2)
  for (const text of [ofGuest, ofMember]) {
    await expect(part).toContainText(text)
    await expect(wall.locator('.wall-tables')).toContainText(text)
  }
  await freeOfViolations(facilitator, wall)
  await facilitator.getByRole('button', { name: `Take table ${guestTable}’s wording` }).click()
  await expect(part.getByText('This stands in the common text.')).toBeVisible()
  await member.goto(draft)
  await expect(member.locator('#section-falsification')).toContainText(ofGuest)

  await facilitator.getByRole('button', { name: 'Put the tables’ versions away' }).click()
  await expect(facilitator.getByRole('heading', { name: 'What the tables wrote' })).toHaveCount(0)
  await facilitator.getByRole('button', { name: 'End the workshop' }).click()
  await facilitator.goto(path)
  const minutes = facilitator.getByRole('region', { name: 'Minutes' })
  const taken = minutes.getByRole('listitem').filter({ hasText: 'was taken from its version' })
  await expect(taken).toHaveCount(1)
  await expect(taken).toContainText(`Table ${guestTable}`)
  await facilitator.goto(otherVersion ?? '')
  await expect(facilitator.locator('.notice', { hasText: 'Merged into' })).toBeVisible()
  await phone.close()
})
