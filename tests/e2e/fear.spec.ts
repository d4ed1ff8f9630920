import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import type { Site } from './site.ts'

/** Puts a person on the record for a strategy, as an import of the vault does. */
function holdBy({ dataDir }: Site): void {
  const vault = mkdtempSync(join(tmpdir(), 'folkmoot-fear-'))
  cpSync('db/seed/vault', vault, { recursive: true })
  const file = join(vault, 'people/emad-mostaque.md')
  const before = readFileSync(file, 'utf8')
  const moved = before
    .replace('strategy: pause', 'strategy: antitrust-primacy')
    .replace('- pause:', '- antitrust-primacy:')
  writeFileSync(file, moved)
  const env = { ...process.env, DATA_DIR: dataDir }
  execFileSync('node_modules/.bin/tsx', ['server/cli/index.ts', 'import', vault], { env })
  rmSync(vault, { recursive: true, force: true })
}

test('a stranger who fears one failure finds in two clicks which bets answer it, and in a third what is argued', async ({
  as,
  site,
  browser,
}) => {
  test.slow()
  holdBy(site)
  const member = await as('contributor')
  await member.goto('/strategies/antitrust-primacy')
  await member.getByRole('link', { name: /^Discuss\s?: Falsification signal/ }).click()
  await member.getByLabel('Title').fill('How long is a year or two?')
  await member.getByRole('button', { name: 'Open hearing' }).click()
  await member.waitForURL(/\/threads\/[a-z2-7]{20}/)

  // A stranger reads without scripts and without an account; from the first page on only clicks.
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const stranger = await context.newPage()
  failOnConsoleErrors(stranger)
  await stranger.goto('/')
  await stranger.getByRole('link', { name: 'Start from the failure you fear' }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Start from the failure you fear')
  await stranger.getByRole('link', { name: 'Single actor decisive advantage' }).first().click()

  const bets = stranger.locator('#strategies .bet')
  await expect(bets).toHaveCount(6)
  const bet = bets.filter({ has: stranger.getByRole('link', { name: 'Antitrust primacy', exact: true }) })
  const answer = (ask: string) => bet.locator('.bet-answers > div', { has: stranger.getByText(ask, { exact: true }) })
  await expect(answer('Proved wrong if')).toContainText('A firm is split, and after a year or two')
  await expect(answer('Held by').getByRole('link', { name: 'Emad Mostaque' })).toBeVisible()
  await answer('Argued now')
    .getByRole('link', { name: /How long is a year or two/ })
    .click()
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('How long is a year or two?')

  // Where nobody has said what would end the bet, the page says how to begin.
  await stranger.goBack()
  const unsigned = bets.filter({ has: stranger.getByRole('link', { name: 'Distributed builders', exact: true }) })
  await expect(unsigned).toContainText('Nobody has said yet.')
  await expect(unsigned).toContainText('Draft revision: writing')
  await unsigned.getByRole('link', { name: 'Open a hearing' }).click()
  await expect(stranger).toHaveURL(/\/sign-in\?.*threads/)
  await context.close()
})

test('every scenario is reached from the first page by keyboard alone', async ({ readOnlySite, browser }) => {
  const context = await browser.newContext({ baseURL: readOnlySite.url })
  const page = await context.newPage()
  failOnConsoleErrors(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Scenarios', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Structural', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#structural$/)
  // From where the jump ended, the next stop of the Tab key is the first scenario of that class.
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Accumulative erosion')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accumulative erosion')
  await context.close()
})
