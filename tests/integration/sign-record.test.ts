import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { recordSigner } from '../../server/jobs/sign-record.ts'
import { NotSigned } from '../../server/record/keep-checkpoint.ts'
import { recordEvent } from '../../server/record/record-event.ts'
import { verifyChain } from '../../server/record/verify-chain.ts'
import { recordView } from '../../server/views/record-page.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

async function act(deps: TestDeps, times: number) {
  await deps.store.tx(async (q) => {
    for (let i = 0; i < times; i += 1) {
      await recordEvent(deps, q, { type: 'actor.renamed', subject: 'actor/x', payload: { i } })
    }
  })
}

it('[R11] a record that does not hold is read again after ever more turns, and each turn once it holds', async () => {
  let reads = 0
  let holds = false
  const sign = recordSigner(testDeps(), async () => {
    reads += 1
    if (!holds) throw new NotSigned('event 3: hash-differs')
  })
  for (let turn = 0; turn < 3_000; turn += 1) await sign()
  expect(reads).toBeGreaterThan(9)
  expect(reads).toBeLessThan(15)
  holds = true
  for (let turn = 0; turn < 600; turn += 1) await sign()
  const before = reads
  for (let turn = 0; turn < 10; turn += 1) await sign()
  expect(reads).toBe(before + 10)
})

it('[R8] others are answered while a long record is checked', async () => {
  const deps = testDeps()
  await act(deps, 1_100)
  let answered = 0
  let isDone = false
  const checked = verifyChain(deps.store.read).finally(() => {
    isDone = true
  })
  while (!isDone) {
    await setImmediate()
    answered += 1
  }
  expect((await checked).through.seq).toBe(1_100)
  expect(answered).toBeGreaterThanOrEqual(3)
})

it('the page of the record says whether there are more events, also where a page ends with the last', async () => {
  const deps = testDeps()
  await act(deps, 100)
  const around = async (asked: Parameters<typeof recordView>[2]) => {
    const { events, newer, older } = await recordView(deps, null, asked)
    return [events[0]?.seq, events.at(-1)?.seq, newer, older]
  }
  expect(await around({})).toEqual([100, 51, null, 51])
  expect(await around({ before: '51' })).toEqual([50, 1, 50, null])
  expect(await around({ after: '50' })).toEqual([100, 51, null, 51])
  expect(await around({ after: '10' })).toEqual([60, 11, 60, 11])
  expect(await around({ after: '100' })).toEqual([undefined, undefined, null, null])
})
