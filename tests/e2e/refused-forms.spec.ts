import { expect, test } from './fixtures.ts'

test('an answer to a challenge outlasts that somebody else ends it, and a refused release note what others do', async ({
  as,
}) => {
  test.slow()
  const [edda, osei, noor] = await Promise.all([as('moderator'), as('admin'), as('contributor')])

  await test.step('a challenge is withdrawn while its answer is written', async () => {
    await noor.goto('/challenges/new?entry=strategies/pause')
    await noor.getByLabel('Why it should be argued again').fill('The harm was found since.')
    await noor.getByRole('button', { name: 'Challenge this version' }).click()
    await noor.waitForURL(/\/challenges\/[a-z2-7]{20}$/)
    await edda.goto(noor.url())
    await edda.getByLabel('Reason').fill('It holds: a reader found it.')
    await noor.getByRole('button', { name: 'Withdraw my challenge' }).click()
    await expect(edda.getByText('The challenge is withdrawn by now')).toBeVisible()
    await expect(edda.getByLabel('Reason')).toHaveValue('It holds: a reader found it.')
    await expect(edda.getByRole('button', { name: 'Answer the challenge' })).toHaveCount(0)
  })

  await test.step('an outcome statement typed while another one is worded stays beside it, and is never written over it', async () => {
    await edda.goto('/moderation')
    const path = await edda.locator('main a[href$="/publish"]').first().getAttribute('href')
    await osei.goto(path?.replace('/moderation/', '/drafts/').replace(/\/publish$/, '') ?? '')
    await osei.locator('main a[href^="/ballots/"]:not([href*="new"])').first().click()
    await edda.goto(path ?? '')
    await edda.getByLabel('Outcome statement (optional here)').fill('Mine.')
    await osei.getByLabel('What was decided, and what was left open').fill('Theirs.')
    await osei.getByRole('button', { name: 'Write the statement' }).click()
    await expect(edda.getByLabel('What you wrote as outcome statement')).toHaveValue('Mine.')
    await expect(edda.getByText('Theirs.')).toBeVisible()
    await edda.getByLabel('Release note').fill('A stricter signal.')
    await edda.getByRole('button', { name: /^Publish version/ }).click()
    await expect(edda.locator('.field-error')).toContainText('was worded since')
    await expect(edda.getByLabel('What you wrote as outcome statement')).toHaveValue('Mine.')
    await expect(edda).toHaveURL(/\/publish$/)
  })

  await test.step('why a release note was refused stays to be read while somebody else plans', async () => {
    await edda.goto('/moderation')
    const path = await edda.locator('main a[href$="/publish"]').first().getAttribute('href')
    for (const page of [edda, osei]) await page.goto(path ?? '')
    await edda.getByLabel('Release note').fill('   ')
    await edda.getByRole('button', { name: /^Publish version/ }).click()
    const refusal = edda.locator('.field-error')
    await expect(refusal).toBeVisible()
    await osei.getByLabel('Release note').fill('A stricter signal.')
    await osei.getByLabel('Publish', { exact: true }).selectOption({ label: 'In 1 day' })
    await osei.getByRole('button', { name: /^Publish version/ }).click()
    await expect(edda.getByText('planned it for')).toBeVisible()
    await expect(refusal).toBeVisible()
  })
})
