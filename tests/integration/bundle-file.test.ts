import { readdirSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { publicBundle } from '../../server/record/bundle-file.ts'
import { bundleText } from '../../server/record/write-bundle.ts'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'

it('[R13] has no name on the disk while it is made, so that a crash leaves nothing of it behind', async () => {
  const { deps } = await bundleWorld()
  let isMade = false
  const made = publicBundle(deps, null).finally(() => {
    isMade = true
  })
  const named = new Set<string>()
  while (!isMade) {
    for (const name of readdirSync(deps.env.dataDir)) if (name.startsWith('bundle-')) named.add(name)
    await setImmediate()
  }
  expect([...named]).toEqual([])
  expect(await text(await made)).toBe(`${(await bundleOf(deps)).join('\n')}\n`)
})

it('[R13] is of one moment, and words are removed for good while it is made', async () => {
  const { deps, redact } = await bundleWorld()
  const before = await bundleOf(deps, 'members')
  const lines = bundleText(deps.env.databaseFile, 'members')
  const read = [(await lines.next()).value]
  const heard = new Promise<void>((done) => {
    const stop = deps.live.subscribe(({ type }) => {
      if (type !== 'draft.redacted') return
      stop()
      done()
    })
  })
  const redacted = redact()
  await heard
  for await (const line of lines) read.push(line)
  await redacted
  expect(read.map((line) => line?.slice(0, -1))).toEqual(before)
  expect(await bundleOf(deps, 'members')).not.toEqual(before)
})
