import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { closeNow, openWith, vote, voteOnOptions } from './pages/ballot.ts'
import { bar } from './pages/draft.ts'

const people = ['Edda Branting', 'Noor Elbaz', 'Jonas Wikander']
const why = { reason: 'It names no limit.', settledBy: 'A number.' }

/** A new draft of a strategy, by whoever is on the page. */
async function beginDraft(page: Page, slug: string): Promise<string> {
  await page.goto(`/drafts/new?entry=strategies/${slug}`)
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(bar(page)).toBeVisible()
  return new URL(page.url()).pathname.slice('/drafts/'.length)
}

test('a group decides about texts with each rule', async ({ as }) => {
  test.slow()
  const [edda, noor, jonas] = await Promise.all([as('moderator'), as('contributor'), as('contributor2')])
  const draft = await beginDraft(edda, 'pause')

  await test.step('a sense check says where people lean, and the draft stays as it is', async () => {
    await openWith(edda, `draft=${draft}`, { rule: 'Sense check', people })
    await expect(edda.getByText('Hidden until it closes')).toBeVisible()
    await Promise.all([at(noor, edda), at(jonas, edda)])
    await vote(noor, { choice: 'I lean towards it' })
    // Leaning against asks for no reason, and makes no objection.
    await vote(jonas, { choice: 'I lean against it' })
    await closeNow(edda)
    await expect(edda.locator('.ballot-line').first()).toContainText('1 of 2 leans towards it')
    await expect(edda.getByRole('heading', { name: 'Objections' })).toHaveCount(0)
    await edda.goto(`/drafts/${draft}`)
    await expect(edda.getByRole('link', { name: 'Open a ballot' })).toBeVisible()
  })

  await test.step('consent: one objection blocks, however many agree', async () => {
    await openWith(edda, `draft=${draft}`, { rule: 'Consent', people })
    await Promise.all([at(noor, edda), at(jonas, edda)])
    await vote(edda, { choice: 'Agree' })
    await vote(noor, { choice: 'Agree' })
    await vote(jonas, { choice: 'Object', ...why })
    await closeNow(edda)
    await expect(edda.locator('.requirements')).toContainText('One objection is open and needs a disposition.')
    await expect(edda.locator('.ballot-line').first()).toContainText('Carried, and blocked by open objections')
  })

  const rules = [
    { slug: 'acceleration', rule: 'Unanimity', against: true, says: '1 paper objects; none may.' },
    { slug: 'gradualism', rule: 'Supermajority', against: false, says: 'two thirds needed.' },
    { slug: 'governance-first', rule: 'Consensus with objections', against: false, says: 'No objection is open.' },
  ] as const
  for (const { slug, rule, against, says } of rules) {
    await test.step(`${rule.toLowerCase()} decides`, async () => {
      await openWith(edda, `draft=${await beginDraft(edda, slug)}`, { rule, people })
      await Promise.all([at(noor, edda), at(jonas, edda)])
      await vote(noor, { choice: 'Agree' })
      await vote(jonas, against ? { choice: 'Object', ...why } : { choice: 'Agree with reservations' })
      await closeNow(edda)
      await expect(edda.locator('.requirements')).toContainText(says)
      const result = against ? 'Not adopted' : 'Adopted'
      await expect(edda.locator('.ballot-line').first()).toContainText(result)
    })
  }
})

test('a group chooses between options by approval, scores and ranks', async ({ as }) => {
  test.slow()
  const [edda, noor, jonas] = await Promise.all([as('moderator'), as('contributor'), as('contributor2')])
  const options = ['Ask one inquiry', 'Ask two inquiries', 'Ask a court']
  await edda.goto('/strategies/pause')
  await edda.getByRole('link', { name: 'Put a question to a ballot' }).click()
  await edda.getByLabel('Question').fill('Who says that the harm was traced?')
  await edda.getByRole('button', { name: 'Open the ballot' }).click()
  await expect(edda.getByText('Name two options at least', { exact: false }).first()).toBeVisible()
  await expect(edda.getByLabel('Question')).toHaveValue('Who says that the harm was traced?')

  const about = 'entry=strategies/pause'
  const question = 'Who says that the harm was traced?'
  await test.step('approval: everyone ticks what they could live with', async () => {
    await openWith(edda, about, { rule: 'Approval', people, options, question })
    await Promise.all([at(noor, edda), at(jonas, edda)])
    await noor.getByRole('button', { name: 'Review', exact: true }).click()
    await expect(noor.getByText('Approve of at least one option', { exact: false }).first()).toBeVisible()
    await voteOnOptions(noor, 'Approves of “Ask one inquiry” and “Ask two inquiries”', async () => {
      await noor.getByRole('checkbox', { name: 'Ask one inquiry' }).check()
      await noor.getByRole('checkbox', { name: 'Ask two inquiries' }).check()
    })
    await voteOnOptions(jonas, 'Approves of “Ask two inquiries”', () =>
      jonas.getByRole('checkbox', { name: 'Ask two inquiries' }).check(),
    )
    await voteOnOptions(edda, 'Abstain', () => edda.getByRole('checkbox', { name: /^Abstain/ }).check())
    await closeNow(edda)
    await expect(edda.locator('.ballot-line').first()).toContainText('Chosen: “Ask two inquiries”')
    await expect(edda.locator('.papers-table')).toContainText('Approves of “Ask two inquiries”')
  })

  await test.step('scores: a tie leaves everything as it is, and says so', async () => {
    await openWith(edda, about, { rule: 'Score', people, options, question })
    await Promise.all([at(noor, edda), at(jonas, edda)])
    const score = (page: Page, option: string, points: number) =>
      page
        .getByRole('group', { name: option })
        .getByRole('radio', { name: String(points) })
        .check()
    await voteOnOptions(noor, '“Ask one inquiry” 5, the others 0', () => score(noor, 'Ask one inquiry', 5))
    await voteOnOptions(jonas, '“Ask a court” 5, the others 0', () => score(jonas, 'Ask a court', 5))
    await closeNow(edda)
    await expect(edda.locator('.requirements')).toContainText(
      'A tie: “Ask one inquiry” and “Ask a court” have the most',
    )
    await expect(edda.locator('.ballot-line').first()).toContainText('everything stays as it is')
  })

  await test.step('ranks: by keyboard, equal ranks allowed, with every pair and the strongest paths', async () => {
    await openWith(edda, about, { rule: 'Ranked choice', people, options, question })
    await Promise.all([at(noor, edda), at(jonas, edda)])
    const rank = async (page: Page, ranks: Record<string, string>) => {
      for (const [option, place] of Object.entries(ranks)) {
        await page.getByRole('combobox', { name: option }).focus()
        await page.keyboard.type(place)
      }
    }
    await voteOnOptions(noor, '1. “Ask a court”, 2. “Ask one inquiry” and “Ask two inquiries”, the others last', () =>
      rank(noor, { 'Ask a court': '1', 'Ask one inquiry': '2', 'Ask two inquiries': '2' }),
    )
    await voteOnOptions(jonas, '1. “Ask a court”, the others last', () => rank(jonas, { 'Ask a court': '1' }))
    await closeNow(edda)
    await expect(edda.locator('.ballot-line').first()).toContainText('Chosen: “Ask a court”')
    await expect(edda.locator('.paths')).toContainText('“Ask a court” beats “Ask one inquiry”')
  })

  await test.step('what was chosen is on the list of ballots', async () => {
    await edda.goto('/ballots')
    await expect(edda.getByText('Chosen: “Ask a court”')).toBeVisible()
  })
})

/** Brings another person to the ballot that is on a page. */
async function at(page: Page, where: Page): Promise<void> {
  await page.goto(new URL(where.url()).pathname)
}
