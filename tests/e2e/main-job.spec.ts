import type { Page } from '@playwright/test'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { openBallot, vote } from './pages/ballot.ts'
import { bar, editor, saved, write } from './pages/draft.ts'
import { contribute, resolve, writeHeader } from './pages/hearing.ts'

const title = 'Open source maximalism'
const path = '/strategies/open-source-maximalism'
const oldSignal = 'in a field where having the same model did not help'
const newSignal = 'The harm has to be traced by two inquiries that do not depend on each other.'
const lateWords = 'Written after the text was frozen.'
const objection = 'Two inquiries take longer than the harm that they look into.'
const note = 'I would drop the bet after one inquiry; waiting for a second protects the bet and not the people.'

test('the main job: find a strategy, write together, argue, vote, publish version 2', async ({ as, site, browser }) => {
  test.slow()
  const [edda, jonas] = await Promise.all([as('moderator'), as('contributor2')])
  const context = await browser.newContext({ baseURL: site.url })
  const noor = await context.newPage()
  failOnConsoleErrors(noor)

  await test.step('a newcomer finds a strategy and signs in on the way to a revision', async () => {
    await noor.goto('/')
    await noor.getByLabel('Find a strategy by title').fill('open source')
    await noor.getByRole('button', { name: 'Find' }).click()
    await noor.getByRole('link', { name: title, exact: true }).click()
    await expect(noor.locator('#falsification')).toContainText(oldSignal)
    await noor
      .getByRole('complementary', { name: 'About this entry' })
      .getByRole('link', { name: 'Propose a revision' })
      .click()
    // Who takes the link at the top instead of the buttons comes to the same form and back to the draft.
    await noor.getByRole('link', { name: 'Sign in' }).click()
    await noor.getByRole('button', { name: 'Continue as Noor Elbaz' }).click()
    await noor.getByRole('button', { name: 'Begin the draft' }).click()
    await expect(noor.getByRole('link', { name: 'Continue as somebody else' })).toBeVisible()
    await expect(bar(noor)).toContainText(saved)
  })

  await test.step('a second writer finds the draft from the strategy; both see each other and each other’s words', async () => {
    await find(jonas, title)
    await jonas.getByRole('link', { name: 'Draft revision' }).click()
    await expect(bar(jonas)).toContainText(saved)
    await expect(noor.getByRole('list', { name: 'People on this page' })).toContainText('Jonas Wikander')
    await write(noor, 'falsification', ` ${newSignal}`)
    await expect(editor(jonas, 'falsification')).toContainText(newSignal)
    await expect(jonas.locator('#section-falsification')).toContainText('Noor Elbaz is writing here')
    await write(jonas, 'threshold', ' Attackers then pay less than defenders.')
    await expect(editor(noor, 'threshold')).toContainText('Attackers then pay less than defenders.')
    await expect(noor.locator('#section-threshold')).toContainText('Jonas Wikander is writing here')
    for (const page of [noor, jonas]) await expect(bar(page)).toContainText(saved)
  })

  const draft = new URL(noor.url()).pathname
  await test.step('a hearing on the signal is opened from the draft, argued live and resolved', async () => {
    await noor.getByRole('link', { name: /^Open a hearing\s?: Falsification signal/ }).click()
    await noor.getByLabel('Title').fill('Whose finding would be enough?')
    await noor.getByRole('button', { name: 'Open hearing' }).click()
    await noor.waitForURL(/\/threads\/[a-z0-9]{20}/)
    await jonas.getByRole('link', { name: /^1 open thread/ }).click()
    await jonas.getByRole('link', { name: 'Whose finding would be enough?' }).click()
    await contribute(noor, 'Reason for', 'A second inquiry keeps a hasty first one from deciding.')
    await expect(jonas.getByText('A second inquiry keeps a hasty first one from deciding.')).toBeVisible()
    await contribute(jonas, 'Counter-example', 'After the reactor fire the second inquiry came nine years later.')
    await reveal(noor)
    await expect(noor.getByText('the second inquiry came nine years later')).toBeVisible()
    await writeHeader(noor, 'Observation', 'Two independent inquiries name the same downloadable model.')
    await expect(jonas.locator('.hearing')).toContainText('Two independent inquiries name the same')
    await resolve(noor, 'Signal adopted', 'Nobody named a judge that both sides would accept alone.')
    await expect(noor.getByText('Signal adopted').first()).toBeVisible()
    await expect(jonas.getByText('Nobody named a judge that both sides')).toBeVisible()
  })

  await test.step('a ballot opens on the frozen text, and later edits do not reach it', async () => {
    await noor.goto(draft)
    await openBallot(noor, 'Shall the signal ask for two inquiries?', ['Noor Elbaz', 'Jonas Wikander', 'Edda Branting'])
    await expect(noor.locator('.frozen-text')).toContainText(newSignal)
    await expect(noor.getByText('0 of 3', { exact: true })).toBeVisible()
    await jonas.goto(draft)
    await expect(bar(jonas)).toContainText(saved)
    await write(jonas, 'falsification', ` ${lateWords}`)
    await expect(bar(jonas)).toContainText(saved)
    await jonas.getByRole('link', { name: 'A ballot about this draft is open' }).click()
    await expect(jonas.locator('.frozen-text')).toContainText(newSignal)
    await expect(jonas.locator('.frozen-text')).not.toContainText(lateWords)
  })

  await test.step('three people vote; the count stays hidden from all of them', async () => {
    const receipt = await vote(noor, { choice: 'Agree' })
    expect(receipt).toMatch(/^\S+ \S+ \S+ \S+/)
    await expect(jonas.getByText('1 of 3', { exact: true })).toBeVisible()
    await vote(jonas, { choice: 'Object', reason: objection, settledBy: 'One inquiry with access to all logs.' })
    await edda.goto(new URL(noor.url()).pathname)
    await vote(edda, { choice: 'Agree with reservations', reason: 'The fine print should name the inquiries.' })
    for (const page of [noor, edda]) {
      await expect(page.getByText('3 of 3', { exact: true })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Result' })).toHaveCount(0)
      await expect(page.getByText(objection)).toHaveCount(0)
    }
  })

  await test.step('a moderator closes early; the result appears everywhere', async () => {
    await edda.getByText('Close early').click()
    await edda.getByLabel('Reason for closing early').fill('Everybody on the electorate has voted.')
    await edda.getByRole('button', { name: 'Close the ballot now' }).click()
    for (const page of [noor, jonas, edda]) {
      await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible()
      await expect(page.getByText('Everybody on the electorate has voted.')).toBeVisible()
    }
    await expect(noor.getByText(objection).first()).toBeVisible()
  })

  await test.step('publication waits for the objection, which becomes a minority note in its owner’s words', async () => {
    await edda.getByRole('link', { name: 'Moderation', exact: true }).click()
    await edda.locator('#ready').locator('..').getByRole('link', { name: title }).click()
    await expect(edda.getByRole('button', { name: 'Publish version 2' })).toBeDisabled()
    await edda.getByRole('link', { name: 'See the objections' }).click()
    await edda.getByText('Answer this objection').click()
    await edda.getByLabel('Carried as minority note').check()
    await edda.getByLabel('Reason', { exact: true }).fill('The majority wants the slower and surer finding.')
    await edda.getByRole('button', { name: 'Answer objection' }).click()
    await expect(edda.locator('.objection')).toContainText('Carried as minority note')
    await jonas.getByRole('link', { name: 'Answer them with the draft’s threads' }).click()
    await jonas.getByText('Word the minority note').click()
    await jonas.getByLabel('Minority note').fill(note)
    await jonas.getByRole('button', { name: 'Save note' }).click()
    await expect(jonas.locator('.objection dl')).toContainText(note)
  })

  await test.step('the moderator sees what will appear and publishes it', async () => {
    await edda.goto(draft)
    await edda.getByRole('link', { name: 'The last ballot about this draft' }).click()
    await edda.getByRole('link', { name: 'Go to its publication' }).click()
    const preview = edda.locator('.publish-preview')
    await expect(preview.locator('#falsification')).toContainText(newSignal)
    await expect(preview.locator('#people')).toContainText('36')
    await expect(preview.locator('#conflicts')).toContainText('Frame opposition')
    await expect(preview.locator('#minority-notes')).toContainText(note)
    await expect(preview.getByRole('link', { name: /Discuss|Propose a revision/ })).toHaveCount(0)
    await edda.getByLabel('Release note').fill('The signal asks for two independent inquiries.')
    await edda.getByRole('button', { name: 'Publish version 2' }).click()
    await edda.waitForURL((url) => url.pathname === path)
  })

  await test.step('everybody reads the new text with its decision; the old one stays', async () => {
    for (const page of [edda, noor, await (await browser.newContext({ baseURL: site.url })).newPage()]) {
      await page.goto(path)
      await expect(page.locator('#falsification')).toContainText(newSignal)
      await expect(page.locator('#falsification')).not.toContainText(lateWords)
      await expect(page.locator('.entry-head')).toContainText('1 agree, 1 with reservations, 0 abstain, 1 object')
      await expect(page.locator('#minority-notes')).toContainText(note)
    }
    await noor.getByRole('link', { name: 'history', exact: true }).click()
    await expect(noor.getByText('The signal asks for two independent inquiries.')).toBeVisible()
    await noor.getByRole('link', { name: 'Compare with version 1' }).click()
    await noor.waitForURL(`**${path}/compare/1...2`)
    await expect(noor.locator('ins').filter({ hasText: 'two inquiries that do not depend' })).toBeVisible()
    await noor.getByRole('link', { name: 'Version 1', exact: true }).click()
    await noor.waitForURL(`**${path}/v/1`)
    await expect(noor.locator('#falsification')).toContainText(oldSignal)
    await expect(noor.locator('#falsification')).not.toContainText(newSignal)
    await noor.getByRole('link', { name: 'Record' }).click()
    await expect(noor.getByRole('row').filter({ hasText: 'version.published' }).first()).toContainText(title)
  })
})

/** Goes to a strategy as a reader does, by searching from the overview. */
async function find(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Find a strategy by title').fill(name)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name, exact: true }).click()
}

/** Shows what others posted meanwhile, where the page holds it back. */
async function reveal(page: Page): Promise<void> {
  await page.getByRole('button', { name: /1 new contribution/ }).click()
}
