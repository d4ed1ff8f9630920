import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures.ts'
import { bar, beginDraft, editor, leaveAnyway, saved, write } from './pages/draft.ts'
import type { Site } from './site.ts'
import { startSite } from './site.ts'

const draftOf = (path: string) => path.split('/').at(-1) ?? ''

/** Breaks one row of a document's log, as a bad disk would. The server must not run. */
function damage({ dataDir }: Site, draftId: string, which: 'first' | 'last'): void {
  const db = new Database(join(dataDir, 'folkmoot.db'))
  const order = which === 'first' ? 'min' : 'max'
  db.prepare(
    `update doc_updates set hash = 'broken' where draft_id = @draftId
     and seq = (select ${order}(seq) from doc_updates where draft_id = @draftId)`,
  ).run({ draftId })
  db.close()
}

const again = ({ dataDir, url }: Site) => startSite(dataDir, Number(new URL(url).port))

async function takesAway(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await bar(page).getByRole('button', { name: 'Download a copy' }).click()
  const stream = await (await download).createReadStream()
  let text = ''
  for await (const chunk of stream) text += chunk
  return text
}

test('a restart, a damaged document and one of which nothing is left are each named, and the text stays', async ({
  site,
  as,
}) => {
  test.slow()
  const noor = await as('contributor')
  const path = await beginDraft(noor, 'strategies/pause')
  await write(noor, 'bet', ' The last words.')
  await expect(bar(noor)).toContainText(saved)

  const stopping = site.stop()
  await expect(bar(noor)).toContainText('The server is restarting. Reconnecting… You can keep writing')
  await noor.keyboard.type(' Typed meanwhile.')
  await expect(bar(noor)).toContainText(/Offline\. \d+ changes kept on this device/)
  await stopping
  damage(site, draftOf(path), 'last')
  const second = await again(site)
  await expect(bar(noor)).toContainText('The document is damaged; this is how it last was whole.', { timeout: 30_000 })
  await expect(bar(noor)).toContainText(/\d+ changes not sent; the text stays on this device/)
  await expect(editor(noor, 'bet')).toHaveCount(0)
  expect(await takesAway(noor)).toContain('The last words. Typed meanwhile.')
  await second.stop()
  damage(site, draftOf(path), 'first')
  const third = await again(site)
  await bar(noor).getByRole('button', { name: 'Retry now' }).click()
  await expect(bar(noor)).toContainText('The server cannot serve this draft at the moment. Reconnecting')
  expect(await takesAway(noor)).toContain('Typed meanwhile.')
  await third.stop()
})

test('too many windows are refused with a reason, and the page is back when they are closed', async ({ as }) => {
  const noor = await as('contributor')
  const path = await beginDraft(noor, 'strategies/pause')
  await write(noor, 'bet', ' Before.')
  await expect(bar(noor)).toContainText(saved)
  await noor.goto('/help')
  const crowd = await noor.context().newPage()
  await crowd.goto('/help')
  await crowd.evaluate(async (draftId) => {
    const sockets = Array.from(
      { length: 12 },
      () => new WebSocket(`${window.location.origin.replace('http', 'ws')}/collab/${draftId}?v=1`),
    )
    await Promise.all(
      sockets.map((socket) => new Promise((open) => socket.addEventListener('message', open, { once: true }))),
    )
  }, draftOf(path))
  await noor.goto(path)
  await expect(bar(noor)).toContainText('this draft is open in too many windows: close some. Reconnecting…')
  await expect(editor(noor, 'bet')).toContainText('Before.')
  await crowd.close()
  await bar(noor).getByRole('button', { name: 'Retry now' }).click()
  await expect(bar(noor)).toContainText(saved)
})

test('a page of an older release keeps its text, and sends it after a reload', async ({ as }) => {
  const noor = await as('contributor')
  leaveAnyway(noor)
  // Says another version of the protocol while the mark is set, as a page that was open across a release does.
  await noor.addInitScript(() => {
    const mark = window as unknown as { outdated?: boolean }
    const Socket = window.WebSocket
    window.WebSocket = class extends Socket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(mark.outdated ? String(url).replace('v=1', 'v=0') : url, protocols)
      }
    }
  })
  await beginDraft(noor, 'strategies/pause')
  await noor.evaluate(() => Object.assign(window, { outdated: true }))
  await noor.context().setOffline(true)
  await write(noor, 'bet', ' Across a release.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)
  await noor.context().setOffline(false)
  await expect(bar(noor)).toContainText('This page is out of date. Reload to continue.', { timeout: 20_000 })
  await expect(bar(noor)).toContainText(/\d+ changes not sent; the text stays on this device/)
  expect(await takesAway(noor)).toContain('Across a release.')
  await bar(noor).getByRole('button', { name: 'Reload' }).click()
  await expect(bar(noor)).toContainText(saved, { timeout: 20_000 })
  await expect(editor(noor, 'bet')).toContainText('Across a release.')
})

test('whoever may not write any more keeps what was typed, on the page and after a reload', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  leaveAnyway(jonas)
  const path = await beginDraft(noor, 'strategies/pause')
  await jonas.goto(path)
  await expect(bar(jonas)).toContainText(saved)
  await jonas.context().setOffline(true)
  await write(jonas, 'bet', ' Typed too late.')
  await expect(bar(jonas)).toContainText(/changes kept on this device/)
  await noor.getByRole('button', { name: 'Limit writing to those named' }).click()
  await expect(noor.getByText('Only those named here may write.')).toBeVisible()
  await jonas.context().setOffline(false)
  await expect(bar(jonas)).toContainText('You may no longer write in this draft.', { timeout: 20_000 })
  await expect(bar(jonas)).toContainText(/\d+ changes not sent/)
  await expect(jonas.locator('#section-bet')).toContainText('Typed too late.')
  await expect(editor(jonas, 'bet')).toHaveCount(0)
  expect(await takesAway(jonas)).toContain('Typed too late.')

  await bar(jonas).getByRole('button', { name: 'Reload' }).click()
  await expect(bar(jonas)).toContainText('Read-only. Only people its owner invited may write')
  const aside = jonas.getByRole('region', { name: 'Text that was not sent' })
  await expect(aside).toContainText('You may no longer write in this draft, so this was not sent.')
  await aside.getByText('Bet', { exact: true }).click()
  await expect(aside).toContainText('Typed too late.')
  await expect(jonas.locator('#section-bet')).not.toContainText('Typed too late.')
})

test('a large removal waits until its writer says what is meant', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  const path = await beginDraft(noor, 'strategies/pause')
  await editor(noor, 'mechanism').click()
  await noor.keyboard.press('Control+End')
  await noor.keyboard.insertText(' Long passage.'.repeat(600))
  await expect(bar(noor)).toContainText(saved)
  await jonas.goto(path)
  await expect(bar(jonas)).toContainText(saved)

  const removeAll = async () => {
    await editor(jonas, 'mechanism').click()
    await jonas.keyboard.press('Control+a')
    await jonas.keyboard.press('Delete')
    await expect(bar(jonas)).toContainText(/would remove about [\d,]+ characters of the draft, so it waits/)
  }
  await removeAll()
  await expect(editor(noor, 'mechanism')).toContainText('Long passage.')
  await bar(jonas).getByRole('button', { name: 'No, show the draft as it was' }).click()
  await expect(bar(jonas)).toContainText(saved)
  await expect(editor(jonas, 'mechanism')).toContainText('Long passage.')
  await expect(jonas.getByRole('region', { name: 'Text that was not sent' })).toHaveCount(0)

  await removeAll()
  await bar(jonas).getByRole('button', { name: 'Yes, remove it' }).click()
  await expect(bar(jonas)).toContainText(saved)
  await expect(editor(noor, 'mechanism')).not.toContainText('Long passage.')
})
