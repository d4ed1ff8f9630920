import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bar, beginDraft, editor, saved, write } from './pages/draft.ts'
import { startSite } from './site.ts'

async function join(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(bar(page)).toContainText(/all changes saved|Read-only/)
}

test('two people write one section, a third reads along, and each undoes only the own words', async ({ as }) => {
  const [noor, jonas, priya] = await Promise.all([as('contributor'), as('contributor2'), as('reviewer')])
  const path = await beginDraft(noor, 'strategies/pause')

  await noor.getByText('Invite somebody').click()
  await noor.getByLabel('Person', { exact: true }).selectOption({ label: 'Priya Ramaswamy' })
  await noor.getByLabel('May', { exact: true }).selectOption('reader')
  await noor.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(noor.locator('.draft-members')).toContainText('Priya Ramaswamy')
  await Promise.all([join(jonas, path), join(priya, path)])

  await write(noor, 'bet', ' Noor was here.')
  // At one and the same place, letters typed before the others' have arrived may stand between them.
  await expect(editor(jonas, 'bet')).toContainText('Noor was here.')
  await write(jonas, 'bet', ' So was Jonas.')
  for (const page of [noor, jonas]) {
    await expect(editor(page, 'bet')).toContainText('Noor was here.')
    await expect(editor(page, 'bet')).toContainText('So was Jonas.')
    await expect(bar(page)).toContainText(saved)
  }
  await expect(noor.locator('#section-bet')).toContainText('Jonas Wikander is writing here')

  await expect(bar(priya)).toContainText('Read-only. You may read this draft')
  await expect(priya.locator('#section-bet')).toContainText('So was Jonas.')
  await expect(priya.locator('#section-bet [contenteditable]')).toHaveCount(0)
  const people = priya.getByRole('list', { name: 'People on this page' }).getByRole('listitem')
  await expect(people).toHaveCount(3)
  await expect(people.first()).toContainText('Priya Ramaswamy (you)')

  await noor.locator('#section-bet').getByRole('button', { name: /^Undo/ }).click()
  await expect(editor(jonas, 'bet')).not.toContainText('Noor was here.')
  await expect(editor(jonas, 'bet')).toContainText('So was Jonas.')
})

test('fields are shared, say who changed them, and are not caught by a section’s undo', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  const path = await beginDraft(noor, 'strategies/pause')
  await join(jonas, path)

  await write(noor, 'mechanism', ' More.')
  await noor.getByLabel('Coercion').selectOption('treaty')
  await expect(jonas.getByLabel(/^Coercion/)).toHaveValue('treaty')
  await expect(jonas.locator('#field-coercion')).toContainText('changed by Noor Elbaz')
  await noor.locator('#section-mechanism').getByRole('button', { name: /^Undo/ }).click()
  await expect(editor(jonas, 'mechanism')).not.toContainText('More.')
  await expect(jonas.getByLabel(/^Coercion/)).toHaveValue('treaty')

  await jonas.getByLabel('Title', { exact: true }).fill('Pause, for now')
  await expect(noor.getByRole('heading', { level: 1 })).toHaveText('Pause, for now')

  const tags = jonas.locator('#field-tags')
  await tags.getByText(/^Choose from/).click()
  await tags.getByRole('searchbox').fill('Entirely new')
  await tags.getByRole('button', { name: 'Add “entirely-new” as a new tag' }).click()
  await expect(noor.locator('#field-tags')).toContainText('entirely-new')

  const vintages = noor.locator('#field-vintages')
  const rows = await vintages.locator('.draft-row').count()
  await vintages.getByRole('button', { name: 'Add a row' }).click()
  await vintages.getByLabel('Year').last().fill('1999')
  await vintages.getByRole('button', { name: `Move up row ${rows + 1}` }).click()
  await expect(
    jonas
      .locator('#field-vintages')
      .getByLabel('Year')
      .nth(rows - 1),
  ).toHaveValue('1999')

  await noor.getByLabel('Strategy', { exact: true }).selectOption({ label: 'Small model first' })
  await noor.getByRole('button', { name: 'Add this relation' }).click()
  await expect(jonas.locator('#field-declarations')).toContainText('Small model first')
  await expect(bar(noor)).toContainText(saved)
  await noor.reload()
  await expect(noor.getByLabel('Title', { exact: true })).toHaveValue('Pause, for now')
})

test('words typed without a network are kept, counted and sent later', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  const path = await beginDraft(noor, 'strategies/pause')
  await join(jonas, path)

  await noor.context().setOffline(true)
  await write(noor, 'bet', ' Written on a train.')
  await expect(bar(noor)).toContainText(/Offline\. \d+ changes kept on this device/)
  await write(jonas, 'bet', ' Written at a desk.')
  await expect(editor(noor, 'bet')).not.toContainText('desk')
  await noor.context().setOffline(false)
  for (const page of [noor, jonas]) {
    await expect(editor(page, 'bet')).toContainText('Written on a train.')
    await expect(editor(page, 'bet')).toContainText('Written at a desk.')
    await expect(bar(page)).toContainText(saved)
  }
})

test('the server is killed while somebody types: the text is on disk, the rest is sent when it is back', async ({
  site,
  as,
}) => {
  const noor = await as('contributor')
  const path = await beginDraft(noor, 'strategies/pause')
  await write(noor, 'bet', ' Before the crash.')
  await expect(bar(noor)).toContainText(saved)

  site.process.kill('SIGKILL')
  await expect(bar(noor)).toContainText('Reconnecting')
  await noor.keyboard.type(' During the crash.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)
  const again = await startSite(site.dataDir, Number(new URL(site.url).port))
  await expect(bar(noor)).toContainText(saved, { timeout: 20_000 })
  await noor.goto(path)
  await expect(editor(noor, 'bet')).toContainText('Before the crash. During the crash.')
  await again.stop()
})

test('a right that is taken away, and a draft that is deleted, leave what was typed on the page', async ({ as }) => {
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  const path = await beginDraft(noor, 'strategies/pause')
  await join(jonas, path)

  await noor.getByRole('button', { name: 'Limit writing to those named' }).click()
  await expect(bar(jonas)).toContainText('Only people its owner invited may write')
  await expect(editor(jonas, 'bet')).toHaveCount(0)
  await noor.getByRole('button', { name: 'Let every member write' }).click()
  await expect(bar(jonas)).toContainText(saved)
  await write(jonas, 'bet', ' Still typing.')

  await noor.getByText('Delete this draft').click()
  await noor.getByLabel('Reason').fill('Begun by mistake')
  await noor.getByRole('button', { name: 'Delete the draft' }).click()
  await noor.waitForURL(/\/drafts$/)
  await expect(bar(jonas)).toContainText('This draft was removed')
  await expect(jonas.locator('#section-bet')).toContainText('Still typing.')
  const download = jonas.waitForEvent('download')
  await bar(jonas).getByRole('button', { name: 'Download a copy' }).click()
  expect((await download).suggestedFilename()).toBe('Pause.txt')
})

test('whatever is pasted becomes what an entry can hold', async ({ as }) => {
  const noor = await as('contributor')
  await beginDraft(noor, 'strategies/pause')
  await write(noor, 'mechanism', ' ')
  await noor.keyboard.press('Enter')
  await editor(noor, 'mechanism').evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      `<h1>Title</h1><p style="text-align:center"><u>under</u> <span style="font-weight:700">bold</span> <a href="javascript:alert(1)">bad</a>
       <a href="https://example.org/" target="_blank">good</a></p><table><tr><td>cell</td></tr></table>
       <blockquote><p>one</p><p>two</p></blockquote><ul><li><p>item</p></li></ul>`,
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(bar(noor)).toContainText(saved)
  await noor.reload()
  const text = editor(noor, 'mechanism')
  await expect(text).toContainText('under bold bad good')
  await expect(text.getByRole('link')).toHaveCount(1)
  await expect(text.getByRole('link')).toHaveAttribute('href', 'https://example.org/')
  await expect(text.locator('h1, h2, u, table')).toHaveCount(0)
  await expect(text.locator('blockquote')).toHaveText(/one\s*two/)
  await expect(text.locator('strong')).toHaveText('bold')
})

test('the editor works by keyboard alone and on a phone', async ({ as }) => {
  const noor = await as('contributor')
  await noor.setViewportSize({ width: 320, height: 640 })
  await beginDraft(noor, 'strategies/pause')
  expect(await noor.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expect(bar(noor)).toBeInViewport()

  await editor(noor, 'bet').focus()
  await noor.keyboard.press('Control+End')
  await noor.keyboard.type(' By keyboard.')
  await noor.keyboard.press('Shift+Tab')
  await noor.keyboard.press('Home')
  await expect(noor.getByRole('button', { name: 'Bold' }).first()).toBeFocused()
  await noor.keyboard.press('ArrowRight')
  await expect(noor.getByRole('button', { name: 'Italic' }).first()).toBeFocused()
  await noor.keyboard.press('Tab')
  await expect(editor(noor, 'bet')).toBeFocused()
  await noor.keyboard.press('Tab')
  await expect(editor(noor, 'bet')).not.toBeFocused()
  await expect(editor(noor, 'bet')).toContainText('By keyboard.')
  await expect(bar(noor)).toBeInViewport()
})

test('a new entry: the form keeps what was typed, the outline says what is missing', async ({ as }) => {
  const noor = await as('contributor')
  await noor.goto('/drafts/new')
  await noor.getByLabel('Kind of entry').selectOption('strategy')
  await noor.getByLabel('Title').fill('   ')
  await noor.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(noor.getByText('Write a title.')).toBeVisible()
  await noor.getByLabel('Title').fill('Patient capital')
  await noor.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(bar(noor)).toContainText(saved)
  const outline = noor.getByRole('navigation', { name: 'Outline and readiness' })
  await expect(outline).toContainText('1 of 12 required parts are there.')
  await write(noor, 'bet', 'Slow money buys time.')
  await expect(outline).toContainText('2 of 12 required parts are there.')
  await noor.getByLabel('Why there is no threshold').fill('Nobody has named one.')
  await expect(outline).toContainText('3 of 12 required parts are there.')
})
