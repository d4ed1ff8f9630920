import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { chromium } from 'playwright'
import { withFaces } from '../tests/e2e/pages/with-faces.ts'
import { startSite } from '../tests/e2e/site.ts'

// The pictures of the README, from a fresh demo on the built server (screenshots.mjs).

const folder = 'docs/images'
const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-screenshots-'))
mkdirSync(folder, { recursive: true })

const site = await startSite(dataDir)
const executablePath = process.env.CHROMIUM_PATH ?? chromium.executablePath()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

try {
  const newPage = async () => {
    const context = await browser.newContext({
      baseURL: site.url,
      viewport: { width: 1280, height: 860 },
      deviceScaleFactor: 1.5,
    })
    await withFaces(context)
    return context.newPage()
  }
  const reader = await newPage()
  await reader.goto('/')
  await picture(reader, 'overview')
  await reader.goto('/strategies/open-source-maximalism')
  await picture(reader, 'strategy')

  const [noor, jonas] = await Promise.all([newPage(), newPage()])
  await signIn(noor, 'Noor Elbaz')
  await signIn(jonas, 'Jonas Wikander')

  await noor.goto('/drafts')
  await noor.getByRole('link', { name: 'Distributed builders' }).first().click()
  await noor.waitForURL(/\/drafts\/[a-z0-9]{20}$/)
  const draft = new URL(noor.url()).pathname
  await jonas.goto(draft)
  const section = (page: Page) => page.locator('#section-falsification')
  await section(jonas).locator('[contenteditable="true"]').click()
  await jonas.keyboard.press('Control+End')
  await jonas.keyboard.type(' It must show in two independent counts.')
  await section(noor).getByText('Jonas Wikander is writing here').waitFor()
  await section(noor).scrollIntoViewIfNeeded()
  await noor.evaluate(() => document.querySelector('#section-falsification')?.scrollIntoView({ block: 'center' }))
  await picture(noor, 'draft')

  await noor.goto(`${draft}/threads`)
  await noor
    .getByRole('link', { name: /What would show that many builders/ })
    .first()
    .click()
  await noor.waitForURL(/\/threads\//)
  await picture(noor, 'hearing')

  await noor.goto('/ballots')
  await noor.locator('.ballot-list .card', { hasText: 'Rate limited AI' }).getByRole('link').click()
  await noor.waitForURL(/\/ballots\/[a-z0-9]{20}$/)
  await picture(noor, 'ballot')
} finally {
  await browser.close()
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  process.stdout.write(`${folder}/${name}.png\n`)
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue as ${name}` }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
