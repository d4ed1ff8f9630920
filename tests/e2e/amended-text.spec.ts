import { expect, test } from './fixtures.ts'
import { closeNow, openBallot, vote } from './pages/ballot.ts'
import { bar, beginDraft, saved, write } from './pages/draft.ts'

const added = 'At most ten steps a day.'

test('a text changes under vote: its voters see exactly what changed, and the count says who answered', async ({
  as,
}) => {
  test.slow()
  const [noor, jonas, edda] = await Promise.all([as('contributor'), as('contributor2'), as('moderator')])
  let [draft, ballot] = ['', '']

  await test.step('three people vote on a text', async () => {
    draft = await beginDraft(noor, 'strategies/open-source-maximalism')
    await write(noor, 'falsification', ' Two inquiries trace the harm.')
    await expect(bar(noor)).toContainText(saved)
    await openBallot(noor, 'Shall two inquiries trace the harm?', ['Noor Elbaz', 'Jonas Wikander', 'Edda Branting'])
    ballot = new URL(noor.url()).pathname
    for (const page of [noor, jonas, edda]) {
      await page.goto(ballot)
      await vote(page, { choice: 'Agree' })
    }
  })

  await test.step('its owner writes on, sees what differs, and puts it under vote', async () => {
    await noor.goto(ballot)
    await noor.locator('header').getByRole('link', { name: 'Draft', exact: true }).click()
    await write(noor, 'falsification', ` ${added}`)
    await expect(bar(noor)).toContainText(saved)
    await noor.reload()
    await expect(noor.getByText('The draft differs from what is being voted on in 1 part')).toBeVisible()
    await noor.getByRole('link', { name: 'Put the change under vote' }).click()
    await noor.getByText('The draft differs from what is being voted on in 1 part').click()
    await noor.getByLabel('What was changed, and why').fill('It names a number, as the thread asked.')
    await noor.getByRole('radio', { name: /^A typo/ }).check()
    await noor.getByRole('button', { name: 'Put the changed text under vote' }).click()
    await expect(noor.getByText('more changed than a typo')).toBeVisible()
    await expect(noor.getByLabel('What was changed, and why')).toHaveValue('It names a number, as the thread asked.')
    await noor.getByRole('radio', { name: /^A change of meaning/ }).check()

    // Somebody writes on, and a vote has the page load itself again: what stands here stays what is put under vote.
    await edda.goto(draft)
    await write(edda, 'falsification', ' Only once.')
    await expect(bar(edda)).toContainText(saved)
    await edda.goto(ballot)
    await vote(edda, { choice: 'Agree' })
    await expect(noor.getByText('Somebody wrote on in the draft.')).toBeVisible()
    await expect(noor.locator('#amend ~ details ins').last()).not.toContainText('Only once.')
    await noor.getByRole('button', { name: 'Put the changed text under vote' }).click()
    await expect(noor.getByText('Written since you began to look: Falsification signal.')).toBeVisible()
    await expect(noor.getByLabel('What was changed, and why')).toHaveValue('It names a number, as the thread asked.')
    await expect(noor.locator('#amend ~ details ins').last()).toContainText('Only once.')
    await noor.getByRole('button', { name: 'Put the changed text under vote' }).click()
    await expect(noor.getByRole('heading', { name: /^Changes under vote/ })).toBeVisible()
    await expect(noor.getByText('3 votes do not count now')).toBeVisible()
    await expect(noor.getByText('more changed than a typo')).toHaveCount(0)
  })

  await test.step('on a phone one voter sees exactly the change and keeps the vote', async () => {
    await jonas.setViewportSize({ width: 390, height: 844 })
    await jonas.goto('/inbox')
    await jonas
      .getByRole('link', { name: /The text of a ballot in which you may vote was changed|Open source/ })
      .first()
      .click()
    const panel = jonas.locator('.changed-text')
    await expect(panel.locator('section ins')).toContainText([added])
    await expect(panel.locator('section del')).toHaveCount(0)
    expect(await jonas.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await panel.getByRole('button', { name: 'My vote still holds' }).click()
    await expect(jonas.locator('.receipt-words')).toBeVisible()
    await expect(panel).toHaveCount(0)
  })

  await test.step('another votes anew; the result tells all three apart', async () => {
    await edda.goto(ballot)
    await edda.getByRole('link', { name: 'Vote again' }).click()
    await vote(edda, { choice: 'Abstain' })
    await edda.goto(ballot)
    await closeNow(edda)
    await expect(edda.getByText('1 is fresh, 1 was re-affirmed, and 1 is stale')).toBeVisible()
    await expect(edda.getByText('Stale: the text was changed after it was cast; not counted')).toBeVisible()
  })
})
