import type { BrowserContext, Page } from '@playwright/test'
import { expect, failOnConsoleErrors, test } from './fixtures.ts'
import { vote } from './pages/ballot.ts'
import { bar, beginDraft, editor, saved, write } from './pages/draft.ts'
import { resolve } from './pages/hearing.ts'
import { joinRoom, nextPhase, planWorkshop } from './pages/workshop.ts'

const entry = 'strategies/liability-driven-safety'
const winner = 'Three insurers leave the market for frontier models within one year.'
const ofPhone = 'A court awards damages that no developer can pay, and nothing changes.'
const ofOffline = 'Developers move to where nobody can sue them.'
const doubled = 'Three insurers leave the market within a year.'
const written = 'Counted by the supervisor of the market.'

test('an hour in a few minutes: eight people, a wall and a facilitator go from an empty signal to a published version', async ({
  as,
  browser,
  site,
}) => {
  test.slow()
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const contexts: BrowserContext[] = []
  const visitor = async (options = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: site.url, ...options })
    contexts.push(context)
    const page = await context.newPage()
    failOnConsoleErrors(page)
    return page
  }
  const [tomas, noor, jonas, priya, edda, late] = await Promise.all(
    (['facilitator', 'contributor', 'contributor2', 'reviewer', 'moderator', 'admin'] as const).map(as),
  )
  if (!tomas || !noor || !jonas || !priya || !edda || !late) throw new Error('somebody is missing')
  await jonas.setViewportSize(phone.viewport)
  const [ada, ben, cleo] = [await visitor(phone), await visitor(phone), await visitor()]
  const everybody = { noor, jonas, priya, edda, ada, ben, cleo }
  const all = (pages: Page[], act: (page: Page) => Promise<unknown>) => Promise.all(pages.map(act))
  const inPhase = (title: string, pages: Page[] = Object.values(everybody)) =>
    all(pages, (page) => expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible())

  const draft = await beginDraft(tomas, entry)
  const { path, code } = await planWorkshop(tomas, draft, '60')
  const wall = await tomas.context().newPage()
  failOnConsoleErrors(wall)
  await wall.goto(`${path}/projector`)
  await tomas.goto(`${path}/console`)

  await test.step('seven join by the code; a moderator among them counts as who leads', async () => {
    await tomas.getByRole('button', { name: 'Start' }).click()
    await all([noor, jonas, priya, edda], (page) => joinRoom(page, code))
    for (const [name, page] of Object.entries({ Ada: ada, Ben: ben, Cleo: cleo })) await joinRoom(page, code, name)
    await inPhase('Gather')
    await expect(wall.locator('.wall-count')).toHaveText('6 joined')
    await nextPhase(tomas, 'Read')
    await inPhase('Read')
    await nextPhase(tomas, 'Silent wordings')
    await inPhase('Silent wordings')
  })

  await test.step('all write in silence; one loses the network and nothing else', async () => {
    await ben.context().setOffline(true)
    await propose(noor, winner)
    await propose(jonas, ofPhone)
    await propose(cleo, doubled)
    await ben.getByLabel('Your wording').fill(ofOffline)
    await ben.getByRole('button', { name: 'Send wording' }).click()
    await expect(ben.getByText(/No network/)).toBeVisible()
    await expect(ben.getByLabel('Your wording')).toHaveValue(ofOffline)
    await ben.context().setOffline(false)
    await ben.getByRole('button', { name: 'Send wording' }).click()
    await expect(ben.getByRole('region', { name: 'Sent by you' })).toContainText(ofOffline)
    await expect(wall.locator('body')).not.toContainText(winner)
  })

  await test.step('who comes late is told what was before', async () => {
    await joinRoom(late, code)
    await expect(late.getByText('What was before')).toBeVisible()
    await expect(late.locator('.room-before li')).toHaveCount(3)
  })
  const withLate = [...Object.values(everybody), late]

  await test.step('they argue: everybody sees every wording, reacts, and gives reasons', async () => {
    await nextPhase(tomas, 'Argue')
    await inPhase('Argue', withLate)
    await all(withLate, async (page) => {
      for (const text of [winner, ofPhone, ofOffline, doubled]) await expect(wording(page, text)).toBeVisible()
    })
    for (const page of [ada, priya, edda, late]) {
      await wording(page, winner).getByRole('button', { name: 'Agree', exact: true }).click()
      await expect(wording(page, winner).getByRole('button', { name: 'Agree', exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      )
    }
    await wording(ada, doubled).getByRole('button', { name: 'Agree', exact: true }).click()
    await wording(jonas, winner).getByRole('button', { name: 'Disagree' }).click()
    await expect(tomas.locator('.console-wordings li', { hasText: winner })).toContainText('4 agree')
  })

  await test.step('the facilitator merges what says the same, and puts what most can live with into the draft', async () => {
    await nextPhase(tomas, 'Agree on a wording')
    await inPhase('Agree on a wording', withLate)
    const row = tomas.locator('.console-wordings li', { hasText: doubled })
    const target = await tomas.locator('.console-wordings li', { hasText: winner }).locator('strong').innerText()
    await row.getByRole('combobox').selectOption({ label: target })
    await row.getByRole('button', { name: 'Merge into it' }).click()
    await expect(tomas.locator('.console-wordings li', { hasText: doubled })).toHaveCount(0)
    const chosen = tomas.locator('.console-wordings li', { hasText: winner })
    await expect(chosen).toContainText('4 agree')
    await chosen.getByRole('button', { name: 'Put into the draft' }).click()
    await expect(chosen.locator('.state-ok')).toBeVisible()
  })

  await test.step('laptops write the text together, phones see it change', async () => {
    await nextPhase(tomas, 'Co-write')
    await inPhase('Co-write', withLate)
    await priya.goto(draft)
    await expect(bar(priya)).toContainText(saved)
    await expect(editor(priya, 'falsification')).toContainText(winner)
    await write(priya, 'falsification', ` ${written}`)
    await write(priya, 'threshold', 'Past the point at which damages end every lab in reach of the courts.')
    await expect(bar(priya)).toContainText(saved)
    await expect(ada.locator('.room-words').first()).toContainText(written, { timeout: 30_000 })
    await priya.goto(`/w/${code}`)
    await nextPhase(tomas, 'Last call')
    await inPhase('Last call', withLate)
  })

  await test.step('members vote on the text; the result is hidden until it closes, then on the wall', async () => {
    await nextPhase(tomas, 'Ballot')
    await inPhase('Ballot', withLate)
    await tomas.getByLabel('Closes in minutes').fill('5')
    await tomas.getByRole('button', { name: 'Open the ballot' }).click()
    await expect(ada.getByText(/not counted/).first()).toBeVisible()
    for (const page of [noor, jonas, priya, edda, late]) {
      await vote(page, { choice: 'Agree' })
    }
    await expect(wall.getByText(/5 of \d+/)).toBeVisible()
    await expect(wall.locator('body')).not.toContainText('adopted')
    await edda.goto(`${path}/console`)
    await edda.getByRole('button', { name: 'Close the ballot now' }).click()
    await nextPhase(tomas, 'Reveal')
    await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Adopted')
    await nextPhase(tomas, 'Wrap up')
    await expect(tomas.getByText(/It is still open: say there what came of it/)).toBeVisible()
    await tomas.getByRole('link', { name: 'The hearing', exact: true }).click()
    await resolve(tomas, 'Signal adopted', 'Most can live with it; who disagreed named no other signal.')
    await tomas.goto(`${path}/console`)
    await tomas.getByRole('button', { name: 'End the workshop' }).click()
    await inPhase('This workshop is over', [noor, jonas, priya, ada, ben, cleo, late])
  })

  await test.step('the moderator publishes what was agreed', async () => {
    await edda.goto(`/moderation/${draft.slice('/drafts/'.length)}/publish`)
    await expect(edda.locator('.publish-preview #falsification')).toContainText(winner)
    await edda.getByLabel('Release note').fill('A signal that the room agreed on.')
    await edda.getByRole('button', { name: 'Publish version 2' }).click()
    await edda.waitForURL((url) => url.pathname === `/${entry}`)
    await ada.goto(`/${entry}`)
    await expect(ada.locator('#falsification')).toContainText(winner)
    await expect(ada.locator('#falsification')).toContainText(written)
  })

  await test.step('the minutes say what happened', async () => {
    await tomas.goto(path)
    const minutes = tomas.getByRole('region', { name: 'Minutes' })
    await expect(minutes.getByRole('rowheader')).toHaveCount(10)
    await expect(minutes).toContainText('8')
    await expect(minutes.getByRole('listitem').filter({ hasText: winner })).toContainText('carried into the draft')
    await expect(minutes.getByRole('listitem').filter({ hasText: ofOffline })).toContainText('by Ben')
    await expect(minutes.getByRole('listitem').filter({ hasText: doubled })).toContainText('merged')
    await expect(minutes).toContainText(/Adopted/i)
    const answer = await tomas.request.get(`${path}/minutes.md`)
    expect(await answer.text()).toContain(winner)
  })
  for (const context of contexts) await context.close()
})

const wording = (page: Page, text: string) => page.locator('.room-wordings > li', { hasText: text })

async function propose(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your wording').fill(text)
  await page.getByRole('button', { name: 'Send wording' }).click()
  await expect(page.getByRole('region', { name: 'Sent by you' })).toContainText(text)
}
