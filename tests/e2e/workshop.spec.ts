import type { Page } from '@playwright/test'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { beginDraft, editor } from './pages/draft.ts'
import { joinRoom, nextPhase, planWorkshop } from './pages/workshop.ts'

const ofGuest = 'Three insurers leave the market within one year.'
const ofMember = 'A court awards damages that no developer can pay.'

const wording = (page: Page, text: string) => page.locator('.room-wordings > li', { hasText: text })

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your wording').fill(text)
  await page.getByRole('button', { name: 'Send wording' }).click()
  await expect(page.getByRole('region', { name: 'Sent by you' })).toContainText(text)
}

async function showsNoNames(wall: Page): Promise<void> {
  for (const name of ['Ada', 'Jonas', 'Tomás']) await expect(wall.locator('body')).not.toContainText(name)
}

test('a room goes from its code through silent wordings to one that stands in the draft', async ({
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

  const wall = await facilitator.context().newPage()
  failOnConsoleErrors(wall)
  await wall.goto(`${path}/projector`)
  await expect(wall.locator('.wall-code')).toHaveText(code)

  await facilitator.goto(`${path}/console`)
  await facilitator.getByRole('button', { name: 'Start' }).click()
  await expect(facilitator.getByRole('heading', { level: 2, name: 'Gather' })).toBeVisible()
  await joinRoom(guest, code, 'Ada')
  await joinRoom(member, code)
  for (const page of [guest, member])
    await expect(page.getByRole('heading', { level: 1, name: 'Gather' })).toBeVisible()
  await expect(wall.locator('.wall-count')).toHaveText('2 joined')

  // Too early, and taken back at once: it can be for ten seconds.
  await nextPhase(facilitator, 'Read')
  await facilitator.getByRole('button', { name: /^Undo/ }).click()
  await expect(facilitator.getByRole('heading', { level: 2, name: 'Gather' })).toBeVisible()
  await expect(guest.getByRole('heading', { level: 1, name: 'Gather' })).toBeVisible()
  await nextPhase(facilitator, 'Read')
  await expect(guest.getByRole('heading', { level: 1, name: 'Read' })).toBeVisible()

  await nextPhase(facilitator, 'Silent wordings')
  await expect(wall.getByRole('heading', { level: 1 })).toHaveText(/^In silence: write/)
  await showsNoNames(wall)
  await Promise.all([send(guest, ofGuest), send(member, ofMember)])
  await facilitator.reload()
  await wall.reload()
  for (const page of [facilitator, wall]) {
    await expect(page.locator('body')).not.toContainText(ofGuest)
    await expect(page.locator('body')).not.toContainText(ofMember)
  }
  for (const [page, others] of [
    [guest, ofMember],
    [member, ofGuest],
  ] as const) {
    for (const tab of ['', '?tab=discuss']) {
      await page.goto(`/w/${code}${tab}`)
      await expect(page.locator('body')).not.toContainText(others)
    }
    await page.goto(`/w/${code}`)
  }
  const width = await guest.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)

  await nextPhase(facilitator, 'Argue')
  for (const page of [guest, member]) {
    await expect(wording(page, ofGuest)).toBeVisible()
    await expect(wording(page, ofMember)).toBeVisible()
  }
  await wording(guest, ofMember).getByRole('button', { name: 'Agree', exact: true }).click()
  await expect(wording(guest, ofMember)).toContainText('1 agree')
  await wording(member, ofGuest).getByRole('button', { name: 'Unsure' }).click()
  await expect(wording(member, ofGuest)).toContainText('1 unsure')

  await nextPhase(facilitator, 'Agree on a wording')
  for (const text of [ofGuest, ofMember]) await expect(wall.locator('.wall-list')).toContainText(text)
  await showsNoNames(wall)
  const winner = facilitator.locator('.console-wordings li', { hasText: ofMember })
  await expect(winner).toContainText('by Jonas Wikander')
  await winner.getByRole('button', { name: 'Put into the draft' }).click()
  await expect(winner.locator('.state-ok')).toBeVisible()

  await facilitator.getByRole('button', { name: 'End the workshop' }).click()
  await expect(facilitator.getByText('This workshop has ended.').first()).toBeVisible()
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This workshop is over')
  await facilitator.goto(path)
  const minutes = facilitator.getByRole('region', { name: 'Minutes' })
  await expect(minutes.getByRole('rowheader')).toHaveText([
    'Gather',
    'Read',
    'Silent wordings',
    'Argue',
    'Agree on a wording',
  ])
  await expect(minutes.getByRole('listitem').filter({ hasText: ofMember })).toContainText('carried into the draft')
  await expect(minutes.getByRole('listitem').filter({ hasText: ofGuest })).toContainText('by Ada')
  await facilitator.goto(draft)
  await expect(editor(facilitator, 'falsification')).toContainText(ofMember)
  await phone.close()
})

test('from the console a facilitator calls who speaks, asks the room, closes the door and takes somebody out', async ({
  as,
  browser,
  site,
}) => {
  const facilitator = await as('facilitator')
  const phone = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 } })
  const guest = await phone.newPage()
  failOnConsoleErrors(guest)
  const { path, code } = await planWorkshop(facilitator, await beginDraft(facilitator, 'strategies/pause'))
  await facilitator.goto(`${path}/console`)
  await facilitator.getByRole('button', { name: 'Start' }).click()
  await joinRoom(guest, code, 'Ada')
  await nextPhase(facilitator, 'Read')
  await nextPhase(facilitator, 'Silent wordings')
  await nextPhase(facilitator, 'Argue')
  await guest.goto(`/w/${code}?tab=discuss`)
  await guest.getByRole('button', { name: 'Ask to speak' }).click()
  await facilitator.getByRole('button', { name: 'Call Ada' }).click()
  await expect(facilitator.getByText('Ada speaks.')).toBeVisible()
  await expect(guest.getByText('Ada speaks.')).toBeVisible()

  await facilitator.getByLabel('Ask the room').fill('Ready to go on?')
  await facilitator.getByRole('button', { name: 'Open the hum' }).click()
  await guest.getByRole('button', { name: 'Agree', exact: true }).click()
  await facilitator.getByRole('button', { name: 'Close the hum' }).click()
  const talk = facilitator.getByRole('region', { name: 'Speaking and hums' })
  await expect(talk.getByText(/The room, not counted: 1 agree/)).toBeVisible()

  await facilitator.getByRole('button', { name: 'Revoke the code' }).click()
  await expect(facilitator.getByText('The code was revoked')).toBeVisible()
  for (const width of [390, 1280]) {
    await facilitator.setViewportSize({ width, height: 900 })
    const wide = await facilitator.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
  }
  await facilitator.getByText('Take out… Ada').click()
  await facilitator.getByRole('button', { name: 'Take Ada out' }).click()
  await expect(facilitator.getByRole('button', { name: 'Take Ada out' })).toHaveCount(0)
  await phone.close()
})

test('a facilitator starts a workshop and goes on by keyboard alone', async ({ as }) => {
  const facilitator = await as('facilitator')
  const { path } = await planWorkshop(facilitator, await beginDraft(facilitator, 'strategies/pause'))
  await facilitator.goto(`${path}/console`)
  await tabTo(facilitator, /Start/)
  await facilitator.keyboard.press('Enter')
  await expect(facilitator.getByRole('heading', { level: 2, name: 'Gather' })).toBeVisible()
  await tabTo(facilitator, /^Next: Read/)
  await facilitator.keyboard.press('Enter')
  await expect(facilitator.getByRole('heading', { level: 2, name: 'Read' })).toBeVisible()
  await tabTo(facilitator, /^Next: Silent wordings/)
})

/** Presses Tab until a button with these words has the focus. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  for (let i = 0; i < 80; i++) {
    if (words.test(await focused()) && (await page.locator('button:focus').count()) === 1) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${words}`)
}
