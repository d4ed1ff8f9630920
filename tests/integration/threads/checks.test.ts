import { describe, expect, it } from 'vitest'
import { signalChecks } from '../../../domain/threads/checks.ts'
import { createServices } from '../../../server/services.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

async function checkWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter } = world.people
  const { id: threadId } = await services.openThread(owner, { draft: world.draftId, kind: 'falsification' })
  const checks = async (by = owner) => (await services.threadPage(by, threadId)).checks
  return { ...world, services, owner, commenter, threadId, checks }
}

describe('checks of a signal', () => {
  it('[T18] [T19] are answered by each for themselves, and show the others only then', async () => {
    const { services, owner, commenter, threadId, checks } = await checkWorld()
    const answer = { threadId, check: 'observable' }
    await services.answerCheck(commenter, { ...answer, answer: 'yes' })
    await services.answerCheck(commenter, { ...answer, answer: 'no', reason: 'Nobody would announce it.' })
    expect((await checks()).map(({ own, others }) => [own, others])).toEqual(signalChecks.map(() => [null, null]))
    await services.answerCheck(owner, { ...answer, answer: 'yes', reason: '' })
    expect((await checks())[0]).toMatchObject({
      own: { answer: 'yes' },
      others: {
        counts: { yes: 1, no: 1, unsure: 0 },
        reasons: [{ name: 'Bashir Noor', answer: 'no', reason: 'Nobody would announce it.' }],
      },
    })
    expect((await checks())[1]?.others).toBeNull()
  })

  it('[T18] need a reason for no, a known check and a falsification hearing', async () => {
    const { services, owner, commenter, threadId, draftId, people } = await checkWorld()
    const answer = (by: typeof owner, change: Record<string, string>) =>
      refusal(services.answerCheck(by, { threadId, check: 'observable', answer: 'no', reason: 'So.', ...change }))
    expect(await answer(owner, { reason: ' ' })).toMatchObject({ code: 'bad-input', field: 'reason' })
    expect(await answer(owner, { check: 'liked' })).toMatchObject({ code: 'bad-input', field: 'check' })
    expect(await answer(owner, { answer: 'perhaps' })).toMatchObject({ code: 'bad-input', field: 'answer' })
    expect((await answer(people.onlooker, {})).code).toMatch(/not-allowed|not-found/)
    const other = await services.openThread(commenter, { draft: draftId, kind: 'threshold' })
    expect(await answer(owner, { threadId: other.id })).toMatchObject({ field: 'check' })
  })

  it('[T19] are shown to everybody once the hearing is resolved', async () => {
    const { services, owner, commenter, threadId, checks } = await checkWorld()
    await services.answerCheck(commenter, { threadId, check: 'bounded', answer: 'unsure' })
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Enough.' })
    expect((await checks()).at(-1)?.others?.counts).toEqual({ yes: 0, no: 0, unsure: 1 })
    expect((await refusal(services.answerCheck(owner, { threadId, check: 'bounded', answer: 'yes' }))).code).toBe(
      'not-allowed',
    )
  })
})
