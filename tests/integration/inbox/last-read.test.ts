import { expect, test } from 'vitest'
import { createServices } from '../../../server/services.ts'
import { replaceSection } from '../../../server/usecases/drafts/replace-section.ts'
import { argueWorld } from '../../factories/argue-world.ts'
import { aBallot } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

const hour = 3_600_000

test('[I27] a draft and a thread say what others did since one was there, to oneself alone', async () => {
  const { deps, people, draftId } = await argueWorld()
  const services = createServices(deps)
  const { owner, commenter, onlooker } = people
  const { id: threadId } = await services.openThread(owner, { draft: draftId, kind: 'general' })
  const lines = async (who: typeof owner) => [
    (await services.draftPage(who, draftId)).since?.lines.map(({ text }) => text) ?? [],
    (await services.threadPage(who, threadId)).since?.lines.map(({ text }) => text) ?? [],
  ]
  expect(await lines(commenter)).toEqual([[], []])
  deps.setNow(deps.now() + hour)
  await services.postContribution(owner, { threadId, type: 'note', text: 'One.' })
  await services.postContribution(owner, { threadId, type: 'note', text: 'Two.' })
  await services.postContribution(commenter, { threadId, type: 'note', text: 'My own.' })
  await replaceSection(deps, owner, { draftId, section: 'falsification', markdown: 'If nothing happens.' })
  deps.setNow(deps.now() + hour)
  const news = [['2 new contributions', 'Falsification signal changed'], ['2 new contributions']]
  expect(await lines(commenter)).toEqual(news)
  deps.setNow(deps.now() + 60_000)
  expect(await lines(commenter)).toEqual(news)
  expect(await lines(onlooker)).toEqual([[], []])
  deps.setNow(deps.now() + hour)
  expect(await lines(commenter)).toEqual([[], []])
})

test('[I27] an entry says what is argued since; signed-out readers are asked nothing', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { voters, owner } = await aBallot(deps)
  const page = (who: typeof owner | null) => services.strategyPage(who, 'rate-limited-ai')
  expect((await page(voters[0])).frame.since).toBeNull()
  deps.setNow(deps.now() + hour)
  const { id: threadId } = await services.openThread(owner, {
    entry: { kind: 'strategy', slug: 'rate-limited-ai' },
    kind: 'general',
  })
  await services.postContribution(owner, { threadId, type: 'note', text: 'One.' })
  deps.setNow(deps.now() + hour)
  expect((await page(voters[0])).frame.since?.lines).toMatchObject([{ text: '1 new contribution' }])
  expect((await page(null)).frame.since).toBeNull()
})
