import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, signIn, test } from './fixtures.ts'
import { bar, beginDraft, editor, keptHere, leaveAnyway, saved, write } from './pages/draft.ts'
import { startSite } from './site.ts'

/** Begins a draft and waits until this device keeps its page and its files. */
async function beginKeptDraft(page: Page): Promise<string> {
  const path = await beginDraft(page, 'strategies/pause')
  await keptHere(page, path)
  return path
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(bar(page)).toContainText(saved)
}

const count = async (page: Page, section: string, words: string) =>
  (await editor(page, section).innerText()).split(words).length - 1

test('what is typed offline survives a reload, comes back once, and one is told what others changed', async ({
  as,
}) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  leaveAnyway(noor)
  const path = await beginKeptDraft(noor)
  await visit(jonas, path)

  await noor.context().setOffline(true)
  await write(noor, 'bet', ' Written on a train.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)
  await noor.reload()
  await expect(editor(noor, 'bet')).toContainText('Written on a train.')
  await expect(bar(noor)).toContainText(/Offline\. \d+ changes kept on this device/)
  await write(noor, 'bet', ' And after a reload.')
  await write(jonas, 'mechanism', ' Written at a desk.')

  await noor.context().setOffline(false)
  for (const page of [noor, jonas]) {
    await expect(editor(page, 'bet')).toContainText('Written on a train. And after a reload.', { timeout: 20_000 })
    await expect(editor(page, 'mechanism')).toContainText('Written at a desk.')
    await expect(bar(page)).toContainText(saved)
    expect(await count(page, 'bet', 'Written on a train.')).toBe(1)
  }
  const notice = noor.locator('.away-notice')
  await expect(notice).toContainText(/Back online\. \d+ changes sent\. While you were away:/)
  await expect(notice).toContainText('Jonas Wikander changed')
  await notice.getByRole('link', { name: 'Mechanism' }).click()
  expect(new URL(noor.url()).hash).toBe('#section-mechanism')
  await notice.getByRole('button', { name: 'Close' }).click()
  await expect(notice).toHaveCount(0)
})

test('two tabs offline see each other’s words, and a closed one’s are sent by the other', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  leaveAnyway(noor)
  const path = await beginKeptDraft(noor)
  const second = await noor.context().newPage()
  leaveAnyway(second)
  await visit(second, path)
  await expect(noor.getByRole('list', { name: 'People on this page' }).getByRole('listitem')).toHaveCount(1)
  await visit(jonas, path)

  await noor.context().setOffline(true)
  await expect(bar(second)).toContainText('Reconnecting', { timeout: 15_000 })
  await write(second, 'bet', ' From the second tab.')
  await expect(editor(noor, 'bet')).toContainText('From the second tab.')
  await second.close({ runBeforeUnload: false })
  await write(noor, 'bet', ' From the first tab.')
  await noor.context().setOffline(false)
  await expect(editor(jonas, 'bet')).toContainText('From the first tab.', { timeout: 20_000 })
  await expect(bar(noor)).toContainText(saved)
  expect(await count(jonas, 'bet', 'From the second tab.')).toBe(1)
  expect(await count(jonas, 'bet', 'From the first tab.')).toBe(1)
})

test('with the server gone the draft opens from this device, other pages say what to do', async ({ site, as }) => {
  const noor = await as('contributor')
  leaveAnyway(noor)
  const path = await beginKeptDraft(noor)
  site.process.kill('SIGKILL')
  await write(noor, 'bet', ' While nobody listened.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)

  await noor.goto('/strategies')
  await expect(noor.getByRole('heading', { name: 'Not connected' })).toBeVisible()
  await noor.getByRole('link', { name: 'Pause' }).click()
  await expect(editor(noor, 'bet')).toContainText('While nobody listened.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)

  const again = await startSite(site.dataDir, Number(new URL(site.url).port))
  await expect(bar(noor)).toContainText(saved, { timeout: 30_000 })
  await noor.goto(path)
  await expect(bar(noor)).toContainText(saved)
  expect(await count(noor, 'bet', 'While nobody listened.')).toBe(1)
  await again.stop()
})

test('two people on one laptop never see each other’s text', async ({ as }) => {
  const page = await as('contributor')
  leaveAnyway(page)
  const path = await beginKeptDraft(page)
  const context: BrowserContext = page.context()

  await context.setOffline(true)
  await write(page, 'bet', ' Only mine.')
  await expect(bar(page)).toContainText(/changes kept on this device/)
  await page.goto('/drafts')
  await context.setOffline(false)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  const kept = () =>
    page.evaluate(async () => (await (await caches.open('folkmoot-pages')).keys()).map(({ url }) => url))
  expect(await kept()).toEqual([])

  await signIn(page, 'contributor2')
  await page.goto(path)
  await expect(bar(page)).toContainText(saved)
  await expect(editor(page, 'bet')).not.toContainText('Only mine.')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')

  await signIn(page, 'contributor')
  await page.goto(path)
  await expect(editor(page, 'bet')).toContainText('Only mine.')
  await expect(bar(page)).toContainText(saved)
})

test('a page made for one person never sends as another who signed in meanwhile', async ({ site, as }) => {
  const noor = await as('contributor')
  leaveAnyway(noor)
  const elsewhere = await as('contributor2')
  const path = await beginKeptDraft(noor)
  site.process.kill('SIGKILL')
  await write(noor, 'bet', ' From Noor.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)
  // What signing in in another tab leaves behind: the same cookie, of somebody else.
  await noor.context().addCookies(await elsewhere.context().cookies())
  const again = await startSite(site.dataDir, Number(new URL(site.url).port))
  await expect(bar(noor)).toContainText('You are signed out, or somebody else signed in here.', { timeout: 30_000 })
  const other = await noor.context().newPage()
  await visit(other, path)
  await expect(editor(other, 'bet')).not.toContainText('From Noor.')
  await again.stop()
})

test('text of a document that was replaced is kept aside to read, never merged', async ({ site, as }) => {
  const noor = await as('contributor')
  leaveAnyway(noor)
  const path = await beginKeptDraft(noor)
  const draftId = path.split('/').at(-1) ?? ''
  await noor.context().setOffline(true)
  await write(noor, 'bet', ' Too late to send.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)

  await site.stop()
  const db = new Database(join(site.dataDir, 'folkmoot.db'))
  for (const table of ['doc_updates', 'doc_snapshots', 'doc_clients']) {
    db.prepare(`update ${table} set generation = 2 where draft_id = ?`).run(draftId)
  }
  db.prepare('update drafts set generation = 2 where id = ?').run(draftId)
  db.close()
  const again = await startSite(site.dataDir, Number(new URL(site.url).port))
  await noor.context().setOffline(false)

  await expect(bar(noor)).toContainText(saved, { timeout: 30_000 })
  await expect(editor(noor, 'bet')).not.toContainText('Too late to send.')
  const aside = noor.getByRole('region', { name: 'Text that was not sent' })
  await expect(aside).toContainText('The draft was replaced by another text')
  await aside.getByText('Bet', { exact: true }).click()
  await expect(aside).toContainText('Too late to send.')
  const download = noor.waitForEvent('download')
  await aside.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('Pause.txt')
  await noor.reload()
  await expect(aside).toBeVisible()
  await aside.getByRole('button', { name: 'Discard' }).click()
  await expect(aside).toHaveCount(0)
  await again.stop()
})

test('leaving with unsent words asks first', async ({ as }) => {
  const noor = await as('contributor')
  await beginKeptDraft(noor)
  await noor.context().setOffline(true)
  await write(noor, 'bet', ' Not sent.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)
  const draft = noor.url()
  const asked = noor.waitForEvent('dialog')
  await noor.evaluate(() => setTimeout(() => window.location.assign('/')))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  expect(noor.url()).toBe(draft)
  await expect(editor(noor, 'bet')).toContainText('Not sent.')
})

test('an editor that shows something else than the document is made anew and reported', async ({ site, as }) => {
  let told = ''
  site.process.stdout?.on('data', (chunk: Buffer) => {
    told += chunk
  })
  const noor = await as('contributor')
  await beginKeptDraft(noor)
  const before = await editor(noor, 'bet').innerText()
  await editor(noor, 'bet').evaluate((element) => {
    const { __lexicalEditor: lexical } = element as unknown as {
      __lexicalEditor: {
        getEditorState(): { toJSON(): object }
        parseEditorState(json: string): object
        setEditorState(state: object, options: object): void
      }
    }
    const json = JSON.stringify(lexical.getEditorState().toJSON()).replace(/"text":"/, '"text":"Planted. ')
    lexical.setEditorState(lexical.parseEditorState(json), { tag: 'skip-collab' })
  })
  await expect(editor(noor, 'bet')).toContainText('Planted.')
  await expect(noor.locator('#section-bet')).toContainText('This section was loaded again from the shared text.')
  expect(await editor(noor, 'bet').innerText()).toBe(before)
  const other = await as('contributor2')
  await visit(other, new URL(noor.url()).pathname)
  await expect(editor(other, 'bet')).not.toContainText('Planted.')
  expect(told).toMatch(/"section":"bet"[^\n]*an editor differed from its document/)
})
