import { expect, test } from './fixtures.ts'
import { adopt, moderatorPost } from './pages/adopt.ts'

test.beforeEach(() => test.slow())

const entry = '/strategies/pause'

test('an edition is made and cited, a version is challenged, answered and rolled back', async ({ as, site }) => {
  const [member, moderator] = await Promise.all([as('contributor'), as('moderator')])

  // A name that is no name is said at its field, and what was typed stays.
  await moderator.goto('/editions')
  const form = moderator.locator('#new')
  await form.getByLabel('Name').fill('winter')
  await form.getByLabel('What this edition is').fill('Before the second version of Pause.')
  await form.getByRole('button', { name: 'Freeze this edition' }).click()
  await expect(form.locator('.field-error')).toContainText('as in 2026.4')
  await expect(form.getByLabel('What this edition is')).toHaveValue('Before the second version of Pause.')
  await form.getByLabel('Name').fill('2031.1')
  await form.getByRole('button', { name: 'Freeze this edition' }).click()
  await moderator.waitForURL('**/editions/2031.1')
  await expect(moderator.locator('h1')).toContainText('In force')
  const bibtex = await moderator.request.get('/editions/2031.1.bib')
  expect(await bibtex.text()).toContain('@book{edition-2031.1')
  await moderator.goto('/')
  await expect(moderator.getByRole('link', { name: 'edition 2031.1' })).toBeVisible()

  // The atlas goes on; the edition stays.
  const post = moderatorPost(site)
  const draft = await post('/drafts', { kind: 'strategy', entry: 'pause' })
  await post(`/drafts/${draft.id}/sections/mechanism`, { markdown: 'Stop only where a treaty says so.' })
  await adopt(post, draft.id)

  // A member challenges the new version, by keyboard where the form begins.
  await member.goto(entry)
  await member.getByRole('link', { name: 'Challenge this version' }).click()
  await member.getByLabel('What of it').selectOption({ label: 'Mechanism' })
  await member.getByLabel('Why it should be argued again').focus()
  await member.keyboard.type('No treaty is in sight, so this stops nothing.')
  await member.keyboard.press('Tab')
  await member.keyboard.press('Enter')
  await member.waitForURL(/\/challenges\/[a-z2-7]{20}$/)
  const challenge = new URL(member.url()).pathname
  await expect(member.locator('h1')).toContainText('Open')
  await member.goto(entry)
  await expect(member.locator('.entry-head .notice')).toContainText('Version 2 is challenged, mechanism')

  // A moderator finds it in the inbox and upholds it.
  await moderator.goto('/inbox')
  await expect(moderator.getByText('A published version is challenged').first()).toBeVisible()
  await moderator.goto(challenge)
  await moderator.getByRole('radio', { name: /^Upheld/ }).check()
  await moderator.getByLabel('Reason', { exact: true }).fill('It says less than the version before.')
  await moderator.getByRole('button', { name: 'Answer the challenge' }).click()
  await expect(moderator.locator('h1')).toContainText('Upheld')
  await member.goto(entry)
  await expect(member.locator('.entry-head .notice')).toContainText('a revision is due')

  // Until there is one, the version before is current again, as a new one.
  await moderator.goto(`${entry}/history`)
  await moderator.getByRole('link', { name: 'Make this version current again' }).click()
  await expect(moderator.locator('.comparison')).toContainText('Mechanism')
  await moderator
    .getByLabel('Reason', { exact: true })
    .fill('A challenge was upheld; version 1 stands until it is met.')
  await moderator.getByRole('button', { name: 'Make version 1 current again' }).click()
  await moderator.waitForURL(`**${entry}/history`)
  await expect(moderator.locator('.version-item').first()).toContainText('Rolled back to version 1 by a moderator.')
  await expect(moderator.locator('.version-item').last()).toContainText('Edition 2031.1')

  // The next edition says what changed.
  await moderator.goto('/editions')
  await form.getByLabel('Name').fill('2031.2')
  await form.getByLabel('What this edition is').fill('After the challenge.')
  await form.getByRole('button', { name: 'Freeze this edition' }).click()
  await moderator.waitForURL('**/editions/2031.2')
  await expect(moderator.getByText('strategy, version 1 → 3')).toBeVisible()
  await moderator.setViewportSize({ width: 320, height: 700 })
  for (const path of ['/editions/2031.2', '/editions', challenge, `${entry}/history`]) {
    await moderator.goto(path)
    const wider = await moderator.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, path).toBeLessThanOrEqual(0)
  }
})
