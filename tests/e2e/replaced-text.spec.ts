import { expect, test } from './fixtures.ts'
import { bar, beginDraft, editor, keptHere, leaveAnyway, onDevice, saved, write } from './pages/draft.ts'
import { nextRelease } from './pages/next-release.ts'
import { startSite } from './site.ts'

test('words removed for good leave every device: the one that looks on, and the one that was away with unsent text', async ({
  as,
}) => {
  test.slow()
  const [near, far, edda] = await Promise.all([as('contributor'), as('contributor'), as('moderator')])
  for (const page of [near, far]) leaveAnyway(page)
  const path = await beginDraft(near, 'strategies/pause')
  const draftId = path.split('/').at(-1) ?? ''
  await write(near, 'bet', ' Quintonym lives in the third house.')
  await expect(bar(near)).toContainText(saved)
  await far.goto(path)
  await expect(bar(far)).toContainText(saved)
  for (const page of [near, far]) await keptHere(page, path)
  await far.context().setOffline(true)
  await write(far, 'bet', ' My own unsent thought.')
  await expect(bar(far)).toContainText(/changes kept on this device/)

  await edda.goto(path)
  await edda.getByText('Remove words for good').click()
  await edda.getByLabel('Words to remove').fill('Quintonym')
  await edda.getByLabel('Reason').last().fill('A private address')
  await edda.getByRole('button', { name: 'Remove the words' }).click()
  await expect(bar(edda)).toContainText(saved)

  const settled = async (page: typeof near) => {
    await expect(page.getByText('The text of this draft was replaced.')).toBeVisible({ timeout: 30_000 })
    await expect(bar(page)).toContainText(saved)
    await expect(editor(page, 'bet')).toContainText('lives in the third house')
    await expect(page.locator('body')).not.toContainText('Quintonym')
    await keptHere(page, path)
    const { databases, words } = await onDevice(page)
    expect(databases.map((name) => name.split('/').slice(2).join('/'))).toEqual([`${draftId}/2`])
    expect(words).not.toContain('Quintonym')
  }
  await settled(near)
  await expect(editor(far, 'bet')).toContainText('Quintonym')
  await far.context().setOffline(false)
  await settled(far)
  const aside = far.getByRole('region', { name: 'Text that was not sent' })
  await aside.getByText('Bet', { exact: true }).click()
  await expect(aside.locator('.kept-words')).toHaveText('My own unsent thought.')
  await expect(editor(far, 'bet')).not.toContainText('My own unsent thought.')
  await far.getByRole('link', { name: 'The history says what happened.' }).click()
  await expect(far.locator('.history')).toContainText('removed text for good')
  await expect(edda.locator('body')).not.toContainText('Quintonym')
})

test('after a new release the open page goes on, offers the new one, and still opens without a network', async ({
  site,
  as,
}) => {
  test.slow()
  const noor = await as('contributor')
  leaveAnyway(noor)
  const path = await beginDraft(noor, 'strategies/pause')
  await keptHere(noor, path)
  // A page that no worker watches, as after Shift+Reload: it hears of the new release nevertheless.
  const browser = await noor.context().newCDPSession(noor)
  await Promise.all([noor.waitForEvent('load'), browser.send('Page.reload', { ignoreCache: true })])
  await expect(bar(noor)).toContainText(saved)
  expect(await noor.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await keptHere(noor, path)
  await site.stop()
  const release = nextRelease()
  const newer = await startSite(site.dataDir, Number(new URL(site.url).port), release.build)
  await expect(noor.getByText('Folkmoot was updated.')).toBeVisible({ timeout: 30_000 })
  await write(noor, 'bet', ' Written on the old page.')
  await expect(bar(noor)).toContainText(saved)

  await noor.context().setOffline(true)
  await noor.reload()
  await expect(editor(noor, 'bet')).toContainText('Written on the old page.', { timeout: 15_000 })
  await noor.context().setOffline(false)
  await noor.reload()
  await expect(bar(noor)).toContainText(saved)
  await expect(noor.getByText('Folkmoot was updated.')).toHaveCount(0)
  // The worker puts the new release away a moment after the page shows.
  const builds = () => noor.evaluate(async () => (await caches.keys()).filter((name) => name.includes('-assets-')))
  await expect.poll(builds).toHaveLength(2)
  expect(await builds()).toContain('folkmoot-assets-next-release')
  await newer.stop()
  release.remove()
})
