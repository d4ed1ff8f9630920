import type { Page } from '@playwright/test'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { beginDraft, editor } from './pages/draft.ts'
import { joinRoom, nextPhase, planWorkshop } from './pages/workshop.ts'

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'In this workshop' }).getByRole('link', { name, exact: true })

test('a participant follows, looks around without being taken away, and comes back to the room', async ({
  as,
  browser,
  site,
}) => {
  test.slow()
  const facilitator = await as('facilitator')
  const phone = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 } })
  const guest = await phone.newPage()
  failOnConsoleErrors(guest)
  const draft = await beginDraft(facilitator, 'strategies/liability-driven-safety')
  const { path, code } = await planWorkshop(facilitator, draft)
  const wall = await facilitator.context().newPage()
  await wall.goto(`${path}/projector`)
  await facilitator.goto(`${path}/console`)
  await facilitator.getByRole('button', { name: 'Start' }).click()
  await joinRoom(guest, code, 'Ada')

  // What is seen in the room stands small on the console, and what is sent to the projector comes there too.
  const seen = facilitator.locator('.seen-wall .wall')
  await expect(seen.locator('.wall-code')).toHaveText(code)
  await expect(facilitator.locator('.seen-phone h1')).toHaveText('Gather')

  await nextPhase(facilitator, 'Read')
  await nextPhase(facilitator, 'Silent wordings')
  const silent = 'Three insurers leave the market within one year.'
  await guest.getByLabel('Your wording').fill(silent)
  await guest.getByRole('button', { name: 'Send wording' }).click()
  await expect(guest.getByText(/^Sent\. You can edit it until .* UTC, when this phase is over\.$/)).toBeVisible()
  await expect(wall.getByText('1 of 1 sent')).toBeVisible()
  await expect(facilitator.locator('.seen-phone')).not.toContainText(silent)

  // Not sent: kept when the room goes on, and shown where no box takes it.
  const unsent = 'No insurer quotes a price for'
  await guest.getByLabel('Your wording').fill(unsent)
  await tab(guest, 'Text').click()
  await expect(guest.locator('.room-text')).toContainText('Lawsuits and premiums')
  await expect(guest.getByRole('link', { name: 'Back to the room' })).toHaveCount(0)
  await nextPhase(facilitator, 'Argue')
  await expect(guest.getByText('The room has gone on: Argue')).toBeVisible()
  await expect(guest.locator('.room-text')).toContainText('Lawsuits and premiums')

  // The text is what stands in the draft now.
  const member = await as('facilitator')
  await member.goto(draft)
  await editor(member, 'bet').click()
  await member.keyboard.press('Control+Home')
  await member.keyboard.type('As of today: ')
  await expect(guest.locator('.room-text')).toContainText('As of today: ')

  await tab(guest, 'Discuss').click()
  await expect(guest.getByText('The room has gone on: Argue')).toBeVisible()
  const wording = guest.locator('.room-wordings > li', { hasText: silent })
  await wording.getByText('Give a reason').click()
  await wording.getByLabel('The reason').fill('Insurers publish it.')
  await nextPhase(facilitator, 'Agree on a wording')
  await nextPhase(facilitator, 'Ballot')
  await expect(guest.getByText('The room has gone on: Ballot')).toBeVisible()
  await expect(wording.getByLabel('The reason')).toHaveValue('Insurers publish it.')
  await expect(wording.getByText('The room takes no reasons now.')).toBeVisible()

  await guest.getByRole('link', { name: 'Back to the room' }).click()
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Ballot')
  await expect(guest.getByText('Not sent yet.')).toBeVisible()
  await expect(guest.locator('.room-unsent')).toContainText(unsent)
  await tab(guest, 'Me').click()
  await expect(guest.getByRole('region', { name: 'What you said' })).toContainText(silent)

  await facilitator.getByRole('navigation', { name: 'Agenda' }).getByRole('button', { name: 'Go to Argue' }).click()
  await tab(guest, 'Discuss').click()
  await wording.getByRole('button', { name: 'For it' }).click()
  await expect(wording.locator('.room-reasons')).toContainText('Insurers publish it.')
  await expect(wall.getByText('+ 1 for')).toBeVisible()
  await expect(wall.locator('.wall-argument')).not.toContainText('Ada')

  // The wall shows the text as it changes.
  await facilitator.getByRole('button', { name: 'The text', exact: true }).click()
  await expect(wall.getByText('Nothing is written there yet')).toBeVisible()
  await editor(member, 'falsification').click()
  await member.keyboard.type('Premiums fall.')
  await expect(wall.locator('.wall-fresh')).toContainText('Premiums fall.')
  const width = await guest.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await phone.close()
})

test('a facilitator rehearses with simulated guests, and replays against the text what a phase changed', async ({
  as,
}) => {
  test.slow()
  const facilitator = await as('facilitator')
  const draft = await beginDraft(facilitator, 'strategies/pause')
  const { path } = await planWorkshop(facilitator, draft)
  await facilitator.getByRole('button', { name: 'Rehearse' }).click()
  await facilitator.waitForURL(/\/console$/)
  const rehearsal = new URL(facilitator.url()).pathname.replace('/console', '')
  expect(rehearsal).not.toBe(path)
  await expect(facilitator.locator('.rehearsal-note').first()).toContainText('The guests are simulated')
  await facilitator.getByRole('button', { name: 'Start' }).click()
  await expect(facilitator.getByRole('heading', { name: 'In the room: 11' })).toBeVisible({ timeout: 30_000 })
  await nextPhase(facilitator, 'Read')
  await nextPhase(facilitator, 'Silent wordings')
  const wall = await facilitator.context().newPage()
  await wall.goto(`${rehearsal}/projector`)
  await expect(wall.getByText('Rehearsal: simulated guests')).toBeVisible()
  await expect(wall.getByText('8 of 10 sent')).toBeVisible({ timeout: 30_000 })
  await nextPhase(facilitator, 'Argue')
  const first = facilitator.locator('.console-wordings li').first()
  await expect(first).toContainText(/^Candidate 1 by Simulated guest/)
  await nextPhase(facilitator, 'Agree on a wording')
  await first.getByRole('button', { name: 'Put into the draft' }).click()
  await expect(first.locator('.state-ok')).toBeVisible()
  await facilitator.getByRole('button', { name: 'End the workshop' }).click()
  await expect(facilitator.getByText('This workshop has ended.').first()).toBeVisible()

  await facilitator.goto(rehearsal)
  await facilitator.getByRole('link', { name: 'Replay against the text' }).click()
  const phases = facilitator.getByRole('navigation', { name: 'Phases' })
  await expect(phases.getByRole('listitem').filter({ hasText: 'Argue' })).toContainText('the text stayed as it was')
  await expect(facilitator.getByRole('heading', { name: 'Agree on a wording: as it ended' })).toBeVisible()
  await expect(facilitator.locator('.comparison ins').nth(1)).toContainText('Simulated')
  await facilitator.getByRole('link', { name: 'Earlier' }).click()
  await expect(facilitator.getByRole('heading', { name: 'Agree on a wording: as it began' })).toBeVisible()
  await expect(facilitator.locator('.prose')).not.toContainText('Simulated')
  await facilitator.getByRole('link', { name: 'Earlier' }).click()
  await expect(facilitator.getByRole('heading', { name: 'Argue: the text stayed as it was' })).toBeVisible()

  // Of the rehearsal nothing stays in the draft that was rehearsed.
  await facilitator.goto(draft)
  await expect(editor(facilitator, 'falsification')).not.toContainText('Simulated')
  await facilitator.goto('/drafts')
  await expect(facilitator.locator('main')).not.toContainText('Rehearsal:')
})
