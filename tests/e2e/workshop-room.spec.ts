import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { vote } from './pages/ballot.ts'
import { beginDraft } from './pages/draft.ts'
import { joinRoom, nextPhase, planWorkshop } from './pages/workshop.ts'

const phoneSize = { width: 390, height: 844 }

/** A phone of somebody without an account. */
async function phoneOf(browser: Browser, url: string): Promise<{ phone: BrowserContext; page: Page }> {
  const phone = await browser.newContext({ baseURL: url, viewport: phoneSize })
  const page = await phone.newPage()
  failOnConsoleErrors(page)
  return { phone, page }
}

async function startRoom(lead: Page): Promise<{ path: string; code: string }> {
  const planned = await planWorkshop(lead, await beginDraft(lead, 'strategies/pause'))
  await lead.goto(`${planned.path}/console`)
  await lead.getByRole('button', { name: 'Start' }).click()
  return planned
}

async function fitsAPhone(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneSize.width)
}

async function enterVotes(desk: Page, source: string, agree: string): Promise<void> {
  await desk.getByLabel('How they were taken').selectOption(source)
  await desk.getByLabel('Agree', { exact: true }).fill(agree)
  await desk.getByRole('button', { name: 'Enter the count' }).click()
}

test('a room votes: papers of members, and beside them, not counted, what guests say and what was counted by hand', async ({
  as,
  browser,
  site,
}) => {
  test.slow()
  const [lead, member] = await Promise.all([as('moderator'), as('contributor2')])
  await member.setViewportSize(phoneSize)
  const { phone, page: guest } = await phoneOf(browser, site.url)
  const { path, code } = await startRoom(lead)
  await joinRoom(guest, code, 'Ada')
  await joinRoom(member, code)
  for (const title of ['Read', 'Silent wordings', 'Argue', 'Agree on a wording', 'Ballot']) await nextPhase(lead, title)
  for (const page of [guest, member]) await expect(page.getByText('The ballot opens in a moment.')).toBeVisible()
  const wall = await lead.context().newPage()
  failOnConsoleErrors(wall)
  await wall.goto(`${path}/projector`)
  await lead.getByLabel('Closes in minutes').fill('9')
  await lead.getByLabel('Quorum').fill('1')
  await lead.getByRole('button', { name: 'Open the ballot' }).click()

  // The phones turn by themselves: a paper for the member, an advisory answer for the guest.
  const receipt = await vote(member, { choice: 'Agree', reason: 'It says what would prove it wrong.' })
  await expect(guest.getByText('Guests do not vote')).toBeVisible()
  await guest.getByRole('button', { name: 'Disagree' }).click()
  await expect(guest.getByText('Sent: disagree.')).toBeVisible()
  for (const page of [guest, member]) await fitsAPhone(page)
  await expect(wall.getByRole('heading', { level: 1 })).toHaveText(/^1 of \d+ voted$/)

  await lead.getByText('Votes of the room by hand or on paper').click()
  await enterVotes(lead, 'hands', '12')
  await expect(lead.getByText('Raised hands: 12 agree · 0 unsure · 0 disagree')).toBeVisible()
  await enterVotes(lead, 'hands', '11')
  await expect(lead.getByText('Raised hands: 11 agree')).toBeVisible()
  await enterVotes(lead, 'paper', 'many')
  await expect(lead.getByText('Write how many, as a whole number up to 9999.')).toBeVisible()
  await expect(lead.getByLabel('Agree', { exact: true })).toHaveValue('many')
  await enterVotes(lead, 'paper', '4')
  await expect(lead.getByText('Paper slips: 4 agree')).toBeVisible()
  await expect(lead.getByText('Advisory answers from phones: 1.')).toBeVisible()

  const closes = member.locator('.room-vote time').first()
  const before = (await closes.getAttribute('datetime')) ?? ''
  await lead.getByRole('button', { name: '+3 min for the ballot' }).click()
  await expect(closes).not.toHaveAttribute('datetime', before)

  await lead.getByRole('button', { name: 'Close the ballot now' }).click()
  for (const page of [guest, member, wall]) {
    await expect(page.getByText(/The result is revealed in a moment/)).toBeVisible()
    await expect(page.locator('body')).not.toContainText('Adopted')
    await expect(page.locator('body')).not.toContainText('11 agree')
  }
  // The only copy of the receipt stays where it is.
  await expect(member.locator('.receipt-words')).toHaveText(receipt)

  await lead.getByRole('button', { name: 'Reveal it to the room' }).click()
  await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Adopted')
  for (const page of [guest, member, wall]) {
    await expect(page.getByText('1 agree, 0 with reservations, 0 abstain, 0 object').first()).toBeVisible()
    const beside = page.locator('.advisory, .wall-advisory')
    await expect(beside).toContainText('Not counted. Raised hands, as a facilitator counted them')
    for (const line of ['11 agree', '4 agree', '1 disagree']) await expect(beside).toContainText(line)
    await expect(page.locator('body')).not.toContainText('12 agree')
  }
  await expect(wall.locator('body')).not.toContainText('Ada')

  await member.getByRole('link', { name: 'All of the ballot' }).click()
  await expect(member.getByRole('region', { name: 'Beside the ballot, not counted' })).toContainText('11 agree')
  await expect(member.getByRole('region', { name: 'Result', exact: true })).toContainText(/1 of \d+ voted/)
  await expect(member.getByRole('region', { name: 'Result', exact: true })).not.toContainText('11 agree')
  await lead.goto(path)
  await expect(lead.getByRole('region', { name: 'Minutes' })).toContainText('Not counted. Paper slips')
  await phone.close()
})

test('where guests are let in one by one they wait at the door, and go in by themselves', async ({
  as,
  browser,
  site,
}) => {
  test.slow()
  const lead = await as('facilitator')
  const [ada, ben] = await Promise.all([phoneOf(browser, site.url), phoneOf(browser, site.url)])
  const { path, code } = await startRoom(lead)
  await lead.goto(`${path}/edit`)
  await lead.getByLabel('Guests without an account').selectOption('approve')
  await lead.getByRole('button', { name: 'Save', exact: true }).first().click()
  await lead.goto(`${path}/console`)

  for (const [{ page }, name] of [
    [ada, 'Ada'],
    [ben, 'Ben'],
  ] as const) {
    await page.goto(`/w/${code}`)
    await page.getByLabel('Your name').fill(name)
    await page.getByRole('button', { name: 'Ask to come in' }).click()
    await expect(page.getByRole('heading', { name: 'A facilitator lets you in' })).toBeVisible()
    await expect(page.locator('main')).not.toContainText('One wording that most of us can live with.')
    await expect(page.locator('main')).not.toContainText('Gather')
  }
  const door = lead.getByRole('region', { name: 'At the door: 2' })
  await expect(door.getByRole('listitem')).toHaveCount(2)
  await lead.getByRole('button', { name: 'Let in Ada' }).click()
  await expect(ada.page.getByRole('heading', { level: 1, name: 'Gather' })).toBeVisible()
  await lead.getByRole('button', { name: 'Turn away Ben' }).click()
  await expect(ben.page.getByText('You were not let in.')).toBeVisible()
  await expect(lead.getByRole('heading', { name: /^At the door/ })).toHaveCount(0)
  await expect(lead.getByRole('listitem').filter({ hasText: 'Ada' })).toBeVisible()
  await Promise.all([ada.phone.close(), ben.phone.close()])
})

test('a guest hums, takes their words along to an account, and another is out of the room at once', async ({
  as,
  browser,
  site,
}) => {
  test.slow()
  const lead = await as('facilitator')
  const [ada, ben] = await Promise.all([phoneOf(browser, site.url), phoneOf(browser, site.url)])
  const { code } = await startRoom(lead)
  await joinRoom(ada.page, code, 'Ada')
  await joinRoom(ben.page, code, 'Ben')

  await lead.getByLabel('Ask the room').fill('Shall we begin?')
  await lead.getByRole('button', { name: 'Open the hum' }).click()
  await ada.page.getByRole('button', { name: 'Unsure' }).click()
  await ben.page.getByRole('button', { name: 'Agree', exact: true }).click()
  await expect(lead.getByText(/2 answered so far/)).toBeVisible()
  await lead.getByLabel('Hands: agree', { exact: true }).fill('7')
  const entered = lead.waitForResponse((answer) => answer.request().method() === 'POST')
  await lead.getByRole('button', { name: 'Enter raised hands' }).click()
  await entered
  for (const page of [ada.page, lead]) await expect(page.locator('body')).not.toContainText('The room, not counted')
  await lead.getByRole('button', { name: 'Close the hum' }).click()
  for (const page of [ada.page, ben.page]) {
    await expect(page.getByText(/The room, not counted: 1 agree · 0 disagree · 1 unsure/)).toBeVisible()
    await expect(page.getByText(/Raised hands, as the facilitator counted them: 7 agree/)).toBeVisible()
  }

  for (const title of ['Read', 'Silent wordings']) await nextPhase(lead, title)
  const words = 'Two laboratories go on in secret for a year.'
  await ada.page.getByLabel('Your wording').fill(words)
  await ada.page.getByRole('button', { name: 'Send wording' }).click()
  await expect(ada.page.getByRole('region', { name: 'Sent by you' })).toContainText(words)
  await nextPhase(lead, 'Argue')
  const wording = lead.locator('.console-wordings li', { hasText: words })
  await expect(wording).toContainText('by Ada')
  await ada.page.goto(`/sign-in?next=${encodeURIComponent(`/w/${code}`)}`)
  await ada.page.getByRole('textbox', { name: 'E-mail' }).fill('contributor@demo.invalid')
  await ada.page.getByLabel('Password', { exact: true }).fill('folkmoot-demo')
  await ada.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(ada.page.getByText('You join as')).toContainText('Noor Elbaz')
  await ada.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(ada.page.locator('.room-wordings')).toContainText(words)
  await lead.reload()
  await expect(wording).toContainText('by Noor Elbaz')

  await lead.getByText('Take out… Ben').click()
  await lead.getByRole('button', { name: 'Take Ben out' }).click()
  await expect(lead.getByRole('button', { name: 'Take Ben out' })).toHaveCount(0)
  await expect(ben.page.getByLabel('Your name')).toBeVisible({ timeout: 2_000 })
  await Promise.all([ada.phone.close(), ben.phone.close()])
})
