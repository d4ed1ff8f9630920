import { expect, it } from 'vitest'
import type { Viewer } from '../../domain/access/viewer.ts'
import { createOnlyOnce } from '../../server/only-once.ts'

const person = (actorId: string): Viewer => ({
  actorId,
  name: actorId,
  role: 'guest',
  colour: '#000',
  suspended: false,
})
const [ada, ben] = [person('ada'), person('ben')]
const name = 'a3f1c2d4-0000-4000-8000-1234567890ab'

function counting() {
  let done = 0
  return { act: async () => Response.json({ done: ++done }), done: () => done }
}

it('does once what one person sends again under the same name, and answers as before', async () => {
  const onlyOnce = createOnlyOnce({ now: () => 0 })
  const { act, done } = counting()
  const answers = await Promise.all([onlyOnce(ada, name, act), onlyOnce(ada, name, act)])
  answers.push(await onlyOnce(ada, name, act))
  for (const answer of answers) expect(await answer.json()).toEqual({ done: 1 })
  expect(done()).toBe(1)
})

it('does again what comes from somebody else, under another name, under none, or much later', async () => {
  let time = 0
  const onlyOnce = createOnlyOnce({ now: () => time })
  const { act, done } = counting()
  await onlyOnce(ada, name, act)
  await onlyOnce(ben, name, act)
  await onlyOnce(ada, `${name}-2`, act)
  await onlyOnce(ada, undefined, act)
  await onlyOnce(ada, undefined, act)
  await onlyOnce(null, name, act)
  await onlyOnce(ada, 'short', act)
  expect(done()).toBe(7)
  time = 11 * 60_000
  await onlyOnce(ada, name, act)
  expect(done()).toBe(8)
})

it('does again what failed on our side', async () => {
  const onlyOnce = createOnlyOnce({ now: () => 0 })
  const fails = () => Promise.reject(new Error('the disk is full'))
  await expect(onlyOnce(ada, name, fails)).rejects.toThrow('the disk is full')
  const { act, done } = counting()
  await onlyOnce(ada, name, act)
  expect(done()).toBe(1)
})
