import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { test as base, expect } from '@playwright/test'
import type { Site } from './site.ts'
import { startSite } from './site.ts'

export { expect }

export type DemoPerson = 'moderator' | 'facilitator' | 'reviewer' | 'contributor' | 'contributor2' | 'admin'

interface Fixtures {
  /** A server with its own copy of the demo, for a test that changes something. */
  site: Site
  /** Opens a new browser context signed in as one of the demo people, and a page in it. */
  as: (person: DemoPerson) => Promise<Page>
}

interface WorkerFixtures {
  /** A server shared by the tests of one worker; they only read. */
  readOnlySite: Site
}

async function siteFromTemplate(use: (site: Site) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-e2e-'))
  cpSync(process.env.FOLKMOOT_E2E_TEMPLATE ?? '', dataDir, { recursive: true })
  const site = await startSite(dataDir)
  await use(site)
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  site: async ({}, use) => siteFromTemplate(use),
  readOnlySite: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => siteFromTemplate(use),
    { scope: 'worker' },
  ],
  as: async ({ site, browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person) => {
      const context = await browser.newContext({ baseURL: site.url })
      contexts.push(context)
      await enter(context, site.url, person)
      const page = await context.newPage()
      failOnConsoleErrors(page)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

/** The demo people as they are shown (server/usecases/site/demo-accounts.ts). */
const demoNames: Record<DemoPerson, string> = {
  moderator: 'Edda Branting',
  facilitator: 'Tomás Arrieta',
  reviewer: 'Priya Ramaswamy',
  contributor: 'Noor Elbaz',
  contributor2: 'Jonas Wikander',
  admin: 'Marguerite Osei',
}

/** Signs in without looking at a page: the journeys of the main job and of the offline tests sign in as people do. */
async function enter(context: BrowserContext, origin: string, person: DemoPerson): Promise<void> {
  const form = { email: `${person}@demo.invalid`, password: 'folkmoot-demo' }
  const answer = await context.request.post('/sign-in', { form, headers: { origin }, maxRedirects: 0 })
  expect(answer.status(), `signing in as ${person}`).toBe(303)
}

/** Signs in with one click, as the demo offers it. */
export async function signIn(page: Page, person: DemoPerson): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue as ${demoNames[person]}` }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** An unexpected message on the console is a fault somebody would meet. */
export function failOnConsoleErrors(page: Page): void {
  page.on('pageerror', (error) => {
    throw error
  })
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    // The browser itself logs every answer above 399; those are asserted where they matter.
    if (/Failed to load resource|WebSocket connection to/.test(message.text())) return
    throw new Error(`console: ${message.text()}`)
  })
}
