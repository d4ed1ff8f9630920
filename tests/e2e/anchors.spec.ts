import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bar, beginDraft, editor, saved } from './pages/draft.ts'

test.beforeEach(() => test.slow())

/** Selects words of a section, as somebody does who drags over them. */
async function select(page: Page, section: string, words: string): Promise<void> {
  const selectNow = () =>
    page.evaluate(
      ([section, words]) => {
        const root = document.querySelector(`[data-words="${section}"]`)
        const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(words as string)
          if (at < 0) continue
          ;(node.parentElement as Element).scrollIntoView({ block: 'center' })
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + (words as string).length)
          document.getSelection()?.removeAllRanges()
          document.getSelection()?.addRange(range)
          return true
        }
        return false
      },
      [section, words],
    )
  // The text as saved gives way to the document when it arrives, and an editor takes a moment to see the selection.
  await expect(async () => {
    expect(await selectNow()).toBe(true)
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => String(document.getSelection()))).toBe(words)
  }).toPass()
}

/** The words that are marked on the page, without any of them being touched. */
async function expectMarked(page: Page, words: string[]): Promise<void> {
  // A page that is just being left has nothing to say.
  const marked = () =>
    page
      .evaluate(() => [...(CSS.highlights.get('argued') ?? [])].map((range) => (range as Range).toString()))
      .catch(() => null)
  await expect.poll(marked).toEqual(words)
}

async function typeBefore(page: Page, section: string, text: string): Promise<void> {
  await editor(page, section).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(text)
  await expect(bar(page)).toContainText(saved)
}

test('a member without edit right begins a thread on words of a draft, which follows them until they are gone', async ({
  as,
}) => {
  const [owner, reviewer] = await Promise.all([as('contributor'), as('reviewer')])
  const draft = await beginDraft(owner, 'strategies/pause')
  await editor(owner, 'bet').click()
  await owner.keyboard.press('Control+a')
  await owner.keyboard.type('Stop everything until a treaty binds everybody. Then go on slowly.')
  await expect(bar(owner)).toContainText(saved)
  await owner.getByRole('button', { name: 'Limit writing to those named' }).click()
  await expect(owner.getByText('Only those named here may write.')).toBeVisible()

  await reviewer.goto(draft)
  await expect(reviewer.locator('[contenteditable="true"]')).toHaveCount(0)
  await reviewer.locator('[data-words="bet"]').getByText('a treaty binds everybody').waitFor()
  await select(reviewer, 'bet', 'a treaty binds everybody')
  await reviewer.getByRole('link', { name: /Discuss these words/ }).click()
  await expect(reviewer.locator('.anchor blockquote')).toHaveText('a treaty binds everybody')
  await reviewer.getByLabel('Title').fill('Everybody, or nearly everybody?')
  await reviewer.getByRole('button', { name: 'Open thread' }).click()
  await expect(reviewer.getByRole('heading', { name: 'Everybody, or nearly everybody?' })).toBeVisible()
  await expect(reviewer.locator('.anchor blockquote')).toHaveText('a treaty binds everybody')

  // The mark is on the author's page without a reload, and follows the words.
  await expect(owner.locator('.passage')).toContainText('Everybody, or nearly everybody?')
  await expectMarked(owner, ['a treaty binds everybody'])
  await typeBefore(owner, 'bet', 'Before anything else: ')
  await expectMarked(owner, ['a treaty binds everybody'])
  await reviewer.getByRole('link', { name: 'Show these words in the draft' }).click()
  await expect(reviewer.locator('[data-words="bet"]')).toContainText('Before anything else: Stop everything')
  await expectMarked(reviewer, ['a treaty binds everybody'])

  // The words go; the thread says so, and with the words it comes back.
  const thread = await reviewer.locator('.passage a').first().getAttribute('href')
  await reviewer.goto(thread ?? '')
  await select(owner, 'bet', 'a treaty binds everybody')
  await owner.keyboard.press('Delete')
  await expect(reviewer.getByText('These words are not in the text any more')).toBeVisible()
  await expect(reviewer.locator('.anchor blockquote')).toHaveText('a treaty binds everybody')
  await expectMarked(owner, [])
  await expect(owner.locator('.passage-gone')).toBeVisible()
  await owner.keyboard.press('Control+z')
  await expect(reviewer.getByRole('link', { name: 'Show these words in the draft' })).toBeVisible()
  await expectMarked(owner, ['a treaty binds everybody'])
})

test('words of a published page are discussed, marked and found again, with and without scripts', async ({
  as,
  site,
  browser,
}) => {
  const reviewer = await as('reviewer')
  await reviewer.goto('/strategies/pause')
  const words = await reviewer
    .locator('[data-words="mechanism"] p')
    .first()
    .evaluate((p) => (p.textContent ?? '').split(' ').slice(2, 7).join(' '))
  await select(reviewer, 'mechanism', words)
  await reviewer.getByRole('link', { name: /Discuss these words/ }).click()
  await reviewer.getByLabel('Title').fill('What does this mean?')
  await reviewer.getByRole('button', { name: 'Open thread' }).click()
  await reviewer.getByRole('link', { name: 'Show these words in the current version' }).click()
  await expectMarked(reviewer, [words])
  // Pressing marked words opens their thread.
  const place = await reviewer.evaluate(() => {
    const range = [...(CSS.highlights.get('argued') ?? [])][0] as Range
    const { left, top, height } = range.getClientRects()[0] as DOMRect
    return { x: left + 12, y: top + height / 2 }
  })
  await reviewer.mouse.click(place.x, place.y)
  await expect(reviewer.getByRole('heading', { name: 'What does this mean?' })).toBeVisible()
  const thread = new URL(reviewer.url()).pathname

  const signedOut = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const reader = await signedOut.newPage()
  await reader.goto(thread)
  await reader.getByRole('link', { name: 'Show these words in the current version' }).click()
  await expect(reader).toHaveURL(/#words-/)
  await expect(reader.locator('.passage:target')).toContainText(words)
  await reader.getByRole('link', { name: 'What does this mean?' }).first().click()
  await expect(reader.locator('.anchor blockquote')).toHaveText(words)
  await signedOut.close()
})

test('words are chosen and threads reached by keyboard alone', async ({ as }) => {
  const owner = await as('contributor')
  await beginDraft(owner, 'strategies/pause')
  await editor(owner, 'bet').click()
  await owner.keyboard.press('Control+a')
  await owner.keyboard.type('Stop until somebody knows how to go on.')
  await expect(bar(owner)).toContainText(saved)
  for (let i = 0; i < 'how to go on.'.length; i += 1) await owner.keyboard.press('Shift+ArrowLeft')
  // At once: before the bar has followed the last of them.
  await owner.keyboard.press('Control+Alt+m')
  await expect(owner.locator('.anchor blockquote')).toHaveText('how to go on.')
  await owner.getByRole('button', { name: 'Open thread' }).focus()
  await owner.keyboard.press('Enter')
  await expect(owner).toHaveURL(/\/threads\/[a-z0-9]{20}/)
  await owner.getByRole('link', { name: 'Show these words in the draft' }).focus()
  await owner.keyboard.press('Enter')
  await expectMarked(owner, ['how to go on.'])
  await owner.locator('.passage a').focus()
  await owner.keyboard.press('Enter')
  await expect(owner.locator('.anchor blockquote')).toHaveText('how to go on.')

  // Words typed by hand are looked for, and refused where they are not.
  await owner.goto('/threads/new?entry=strategies/pause&place=section/mechanism&kind=wording')
  await owner.getByLabel(/Words in question/).fill('words that nobody wrote there')
  await owner.getByRole('button', { name: 'Open thread' }).press('Enter')
  await expect(owner.locator('.field-error')).toContainText('These words do not stand in the section')
})

test('on a phone the way to a thread lies at the bottom, and nothing is wide or hard to read', async ({ as }) => {
  const reviewer = await as('reviewer')
  await reviewer.setViewportSize({ width: 390, height: 800 })
  // A colour on its way from one theme to the other would be measured.
  await reviewer.emulateMedia({ reducedMotion: 'reduce' })
  await reviewer.goto('/strategies/pause')
  const words = await reviewer
    .locator('[data-words="bet"] p')
    .first()
    .evaluate((p) => (p.textContent ?? '').split(' ').slice(1, 5).join(' '))
  await select(reviewer, 'bet', words)
  const offer = reviewer.getByRole('link', { name: /Discuss these words/ })
  const box = await offer.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(740)
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(40)
  for (const scheme of ['light', 'dark'] as const) {
    await reviewer.emulateMedia({ colorScheme: scheme })
    expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([])
  }
  await offer.click()
  await reviewer.getByRole('button', { name: 'Open thread' }).click()
  for (const path of [reviewer.url(), '/strategies/pause', '/strategies/pause/v/1']) {
    await reviewer.goto(path)
    await expect(reviewer.getByText(words).first()).toBeVisible()
    const wide = await reviewer.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([path, wide]).toEqual([path, 0])
    for (const scheme of ['light', 'dark'] as const) {
      await reviewer.emulateMedia({ colorScheme: scheme })
      expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([])
    }
  }
})
