import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bar, beginDraft, editor, leaveAnyway, onDevice, saved, write } from './pages/draft.ts'

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  await expect(control).toBeFocused()
}

test('by keyboard alone: two sections, a field changed and taken back, the history, an earlier moment restored', async ({
  as,
}) => {
  test.slow()
  const noor = await as('contributor')
  const path = await beginDraft(noor, 'strategies/pause')
  const press = (key: string) => noor.keyboard.press(key)
  for (const name of ['Connection', 'Outline and readiness']) {
    await press('F6')
    await expect(noor.getByLabel(name, { exact: true })).toBeFocused()
  }
  await tabTo(
    noor,
    noor.getByRole('navigation', { name: 'Outline and readiness' }).getByRole('link', { name: /^.?\s?Bet/ }),
  )
  await press('Enter')
  await tabTo(noor, editor(noor, 'bet'))
  await press('Control+End')
  await noor.keyboard.type(' First.')
  await tabTo(noor, editor(noor, 'mechanism'))
  await press('Control+End')
  await noor.keyboard.type(' Second.')
  await press('F6')
  await expect(noor.getByLabel('About this draft')).toBeFocused()
  await press('Shift+F6')
  await expect(editor(noor, 'mechanism')).toBeFocused()

  const coercion = noor.getByLabel('Coercion', { exact: true })
  const was = await coercion.inputValue()
  await tabTo(noor, coercion)
  await press(was === '' ? 'ArrowDown' : 'ArrowUp')
  await expect(coercion).not.toHaveValue(was)
  const now = await coercion.inputValue()
  await expect(noor.locator('#field-coercion')).toContainText('changed by you')
  await press('Control+z')
  await expect(coercion).toHaveValue(was)
  await expect(noor.locator('#field-coercion')).toContainText('undone by you')
  await press('Control+y')
  await expect(coercion).toHaveValue(now)
  await expect(bar(noor)).toContainText(saved)

  await press('F6')
  await tabTo(noor, noor.getByRole('link', { name: 'History of this draft' }))
  await press('Enter')
  await tabTo(noor, noor.getByRole('link', { name: 'The text before' }))
  await press('Enter')
  await tabTo(noor, noor.getByRole('button', { name: 'Restore this moment' }))
  await press('Enter')
  await expect(noor.locator('.history')).toContainText('restored an earlier moment', { timeout: 40_000 })
  await tabTo(noor, noor.locator(`main a[href="${path}"]`).first())
  await press('Enter')
  await expect(bar(noor)).toContainText(saved)
  await expect(editor(noor, 'bet')).not.toContainText('First.')
  await expect(coercion).toHaveValue(was)
})

test('a caret’s name fades and covers no text; another’s field change can be undone; a bet has a length', async ({
  as,
}) => {
  test.slow()
  const [noor, jonas] = await Promise.all([as('contributor'), as('contributor2')])
  const path = await beginDraft(noor, 'strategies/pause')
  await jonas.goto(path)
  await expect(bar(jonas)).toContainText(saved)
  await write(jonas, 'bet', ' Jonas.')
  const label = noor.locator('#section-bet .caret-name')
  await expect(label).toHaveText('Jonas Wikander')
  const opacity = () => label.evaluate((element) => Number(getComputedStyle(element).opacity))
  await jonas.keyboard.type('!')
  await expect.poll(opacity).toBeGreaterThan(0.9)
  const [name, caret] = [await label.boundingBox(), await noor.locator('#section-bet .caret').boundingBox()]
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual((caret?.y ?? 0) + 1)
  await expect.poll(opacity).toBe(0)

  const coercion = noor.getByLabel('Coercion', { exact: true })
  const was = await coercion.inputValue()
  await jonas.getByLabel('Coercion', { exact: true }).selectOption('treaty')
  await expect(noor.locator('#field-coercion')).toContainText('changed by Jonas Wikander')
  await noor.getByRole('button', { name: /^Undo their change/ }).click()
  await expect(jonas.getByLabel('Coercion', { exact: true })).toHaveValue(was)
  await expect(jonas.locator('#field-coercion')).toContainText('changed by Noor Elbaz')

  await expect(noor.locator('#section-bet')).toContainText(/\d+ of 240 characters advised/)
  await noor.getByRole('link', { name: /^Who wrote it.*Bet$/ }).click()
  await expect(noor).toHaveURL(/\/authors#bet$/)
  await expect(noor.locator('#bet [data-by="Jonas Wikander"]')).toContainText('Jonas.')
})

test('a phone shows one part at a time, and a link opens the part it leads to', async ({ as }) => {
  test.slow()
  const noor = await as('contributor')
  await noor.setViewportSize({ width: 390, height: 844 })
  await beginDraft(noor, 'strategies/pause')
  const tab = (name: string) =>
    noor.getByRole('navigation', { name: 'Parts of this page' }).getByRole('button', { name })
  const shown = {
    Text: editor(noor, 'bet'),
    Fields: noor.getByLabel('Coercion', { exact: true }),
    Argue: noor.getByRole('heading', { name: 'Decision' }),
    People: noor.getByRole('heading', { name: 'Who takes part' }),
  }
  for (const name of Object.keys(shown)) {
    await tab(name).click()
    for (const [other, part] of Object.entries(shown)) await expect(part).toBeVisible({ visible: other === name })
    expect(await noor.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }
  await tab('Text').click()
  await noor
    .getByRole('navigation', { name: 'Outline and readiness' })
    .getByRole('link', { name: /Coercion/ })
    .click()
  await expect(shown.Fields).toBeInViewport()
  await expect(tab('Fields')).toHaveAttribute('aria-pressed', 'true')
})

test('the list of drafts says what this device keeps, to take away or to forget', async ({ as }) => {
  test.slow()
  const noor = await as('contributor')
  leaveAnyway(noor)
  await beginDraft(noor, 'strategies/pause')
  await noor.context().setOffline(true)
  await write(noor, 'bet', ' Kept words.')
  await expect(bar(noor)).toContainText(/changes kept on this device/)
  await noor.goto('about:blank')
  await noor.context().setOffline(false)
  await noor.goto('/drafts')
  const kept = noor.getByRole('region', { name: /^Kept on this device/ })
  await expect(kept).toContainText(/\d+ changes not sent/)
  const download = noor.waitForEvent('download')
  await kept.getByRole('button', { name: /^Download/ }).click()
  let text = ''
  for await (const chunk of await (await download).createReadStream()) text += chunk
  expect(text).toContain('Kept words.')
  await kept.getByRole('button', { name: /^Forget/ }).click()
  await kept.getByRole('button', { name: /^Forget it with what was not sent/ }).click()
  await expect(kept).toHaveCount(0)
  expect((await onDevice(noor)).databases).toEqual([])
})
