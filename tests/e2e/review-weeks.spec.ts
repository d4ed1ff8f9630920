import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { DemoPerson } from './fixtures.ts'
import { test as base, expect, failOnConsoleErrors, signIn } from './fixtures.ts'
import { beginDraft } from './pages/draft.ts'
import type { Site } from './site.ts'
import { startSite } from './site.ts'

// Three weeks of a review: three people write, review and answer; one contribution is reported and hidden, its author
// appeals, another moderator undoes it; one account is deleted. The clock of the server is moved, a week at a time.

const week = 7 * 24 * 3_600_000

interface Weeks {
  site: Site
  /** Moves the clock of the server. */
  pass(ms: number): void
  as(person: DemoPerson): Promise<Page>
}

async function begin(browser: Browser): Promise<Weeks & { end(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-e2e-'))
  cpSync(process.env.FOLKMOOT_E2E_TEMPLATE ?? '', dataDir, { recursive: true })
  const clock = pathToFileURL(resolve('tests/e2e/moved-clock.mjs')).href
  const site = await startSite(dataDir, 0, 'build', ['--import', clock])
  const contexts: BrowserContext[] = []
  let passed = 0
  return {
    site,
    pass(ms) {
      passed += ms
      writeFileSync(join(dataDir, 'clock-offset'), String(passed))
    },
    /** Everybody signs in anew: sessions of moderators do not live for a week. */
    async as(person) {
      const context = await browser.newContext({ baseURL: site.url })
      contexts.push(context)
      const page = await context.newPage()
      failOnConsoleErrors(page)
      await signIn(page, person)
      return page
    },
    async end() {
      for (const context of contexts) await context.close()
      await site.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** All mails written so far, with their soft line ends undone. */
function mails(site: Site): string {
  const outbox = join(site.dataDir, 'outbox')
  const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'))
  return files.map((name) => readFileSync(join(outbox, name), 'utf8').replace(/=\r?\n/g, '')).join('\n')
}

const test = base.extend<{ weeks: Weeks }>({
  weeks: async ({ browser }, use) => {
    const weeks = await begin(browser)
    await use(weeks)
    await weeks.end()
  },
})

test('three weeks of review: asked, answered, reported, appealed, deleted', async ({ weeks, browser }) => {
  test.setTimeout(240_000)
  const { site, pass, as } = weeks

  // First week: Noor asks for a review; Priya keeps a remark and sends it with a verdict.
  const noor = await as('contributor')
  const draft = await beginDraft(noor, 'strategies/pause')
  await noor.goto(`${draft}/review`)
  await noor.getByText('Ask for a review').first().click()
  await noor.getByRole('checkbox', { name: 'Priya Ramaswamy' }).check()
  await noor.getByLabel('What to look at').fill('Whether anybody could observe the signal.')
  await noor.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(noor.getByRole('region', { name: /^Asked/ })).toContainText('Priya Ramaswamy')

  const priya = await as('reviewer')
  await priya.goto('/inbox')
  const asked = priya.getByRole('main').locator('[data-inbox-row]', { hasText: 'asks you for a review' })
  await expect(asked).toHaveCount(1)
  await priya.goto(`${draft}/review`)
  await priya.getByRole('textbox', { name: 'Remark' }).fill('Who would see it, and until when?')
  await priya.getByRole('button', { name: 'Keep it for my review' }).click()
  await priya.getByLabel('Verdict').selectOption('needs-work')
  await priya.getByRole('button', { name: 'Submit your review with 1 remark' }).click()
  await expect(priya.getByRole('region', { name: /^Reviews/ })).toContainText('With 1 contribution.')
  await priya.goto('/inbox')
  await expect(asked).toHaveCount(0)

  // Jonas answers in the thread that the review began.
  const jonas = await as('contributor2')
  await jonas.goto(`${draft}/threads`)
  await jonas.getByRole('main').locator('a[href^="/threads/"]', { hasText: 'Review' }).first().click()
  const said = 'Whoever asks this has not read the entry.'
  const form = jonas.locator('.composer form').first()
  await form.locator('input[name="type"][value="note"]').check({ force: true })
  await form.getByLabel('Your contribution').fill(said)
  await form.getByRole('button', { name: /^Post/ }).click()
  await expect(jonas.getByText(said)).toBeVisible()
  const address = new URL(jonas.url()).pathname

  // Second week: the digest has come; Priya reports it, Edda hides it.
  pass(week)
  await expect.poll(() => mails(site), { timeout: 20_000 }).toContain('List-Unsubscribe')
  await priya.goto(address)
  await expect(priya.getByText(said)).toBeVisible()
  await priya.locator('.contribution', { hasText: said }).getByRole('link', { name: /^Flag/ }).click()
  await priya.getByLabel('Attacks a person instead of an argument').check()
  await priya.getByRole('button', { name: 'Flag it' }).click()
  await expect(priya.getByText('You flagged this, and the moderators see it.')).toBeVisible()

  const edda = await as('moderator')
  await edda.goto('/moderation')
  await edda.locator('main a[href^="/moderation/cases/"]').first().click()
  await expect(edda.getByText(said)).toBeVisible()
  await edda.getByRole('button', { name: 'Claim' }).click()
  await expect(edda.getByText('You have claimed this case.')).toBeVisible()
  await edda.getByLabel(/^Hide it/).check()
  await edda.getByLabel('Reason').selectOption({ index: 2 })
  await edda.getByLabel('What its author reads').fill('It is about who asks, not about what is asked.')
  await edda.getByRole('button', { name: 'Decide' }).click()
  await expect(edda.getByRole('heading', { name: 'The decision' })).toBeVisible()

  await priya.goto(address)
  await expect(priya.getByText(/Hidden by a moderator/)).toBeVisible()
  await expect(priya.getByText(said)).toHaveCount(0)

  // Jonas is told, and appeals.
  await jonas.goto('/cases')
  await jonas.locator('main a[href^="/cases/"]').first().click()
  await jonas.getByLabel('Why the decision is wrong').fill('It answers the remark: the entry does name an observer.')
  await jonas.getByRole('button', { name: 'Appeal' }).click()
  await expect(jonas.getByRole('heading', { name: 'The appeal' })).toBeVisible()

  // Third week: whoever decided may not decide the appeal; another moderator undoes the decision.
  pass(week)
  const eddaAgain = await as('moderator')
  await eddaAgain.goto(new URL(edda.url()).pathname)
  await expect(eddaAgain.getByRole('button', { name: 'Decide the appeal' })).toHaveCount(0)
  const osei = await as('admin')
  await osei.goto(new URL(edda.url()).pathname)
  await osei.getByLabel(/^is undone/).check()
  await osei.getByLabel('What its author reads').fill('It does answer. Please say it of the entry.')
  await osei.getByRole('button', { name: 'Decide the appeal' }).click()
  await priya.goto(address)
  await expect(priya.getByText(said)).toBeVisible()

  // Jonas leaves. What he said stays, without his name.
  const leaving = await as('contributor2')
  await leaving.goto('/account/confirm?next=/account/data')
  await leaving.getByLabel('Password').fill('folkmoot-demo')
  await leaving
    .getByRole('button', { name: /^Confirm/ })
    .first()
    .click()
  await leaving.waitForURL(/\/account\/data/)
  await leaving.getByLabel(/e-mail/i).fill('contributor2@demo.invalid')
  await leaving.getByRole('button', { name: /^Delete/ }).click()
  await leaving.waitForURL((url) => url.pathname === '/')
  await priya.goto(address)
  await expect(priya.getByText(said)).toBeVisible()
  await expect(priya.getByText('Jonas Wikander')).toHaveCount(0)
  await expect(priya.getByText(/former contributor/i).first()).toBeVisible()

  // Everybody reads what was decided, and nobody's name.
  const reader = await browser.newPage({ baseURL: site.url })
  await reader.goto('/moderation/log')
  await expect(reader.getByRole('main')).toContainText('Hidden')
  await expect(reader.getByRole('main')).not.toContainText('Jonas')
  await reader.close()
})
