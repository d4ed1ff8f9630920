import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { AnchorTracker } from '../../../collab/anchor-tracker.ts'
import { sectionRoot } from '../../../collab/doc-shape.ts'
import { wordsAt } from '../../../domain/anchors/rules.ts'
import { Oracle, Origins, readChars, section, textOf, Writer } from '../../factories/anchor-history.ts'
import { seeded, upTo } from '../../factories/random.ts'

const histories = 500
const mostSteps = 45

/** Several people write at the same time; the server is told of their changes in one order and looks now and then. */
function run(seed: number) {
  const random = seeded(seed)
  const origins = new Origins()
  const server = new Y.Doc()
  const root = server.get(sectionRoot(section), Y.XmlElement) as Y.XmlElement
  const log: Uint8Array[] = []
  server.on('update', (update: Uint8Array) => log.push(update))
  const writers = [1001, 1002, 1003].map((client) => ({ writer: new Writer(client, origins), seen: 0, sent: 0 }))
  const blocks = [
    'Time is what is missing and alpha beta gamma holds. ',
    'A treaty binds whoever signs it, so beta. ',
    'beta 🙂 ',
  ]
  server.transact(() => {
    for (const words of blocks) {
      const block = new Y.XmlElement('paragraph')
      block.insert(0, [new Y.XmlText(words)])
      root.push([block])
    }
  })
  const tracker = new AnchorTracker(server)
  const text = textOf(readChars(server, origins))
  const oracles = new Map<string, Oracle>()
  for (let n = 0; n < 4; n += 1) {
    let start = upTo(random, text.length - 1)
    let end = Math.min(text.length, start + 1 + upTo(random, 30))
    while (/[\s\uDC00-\uDFFF]/.test(text.charAt(start))) start += 1
    while (end > start && /[\s\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
    if (end <= start) continue
    const chars = readChars(server, origins)
    const id = `anchor-${n}`
    tracker.add({
      id,
      section,
      state: 'placed',
      ...wordsAt(text, start, end),
      start: chars[start]?.id ?? '',
      end: chars[end - 1]?.id ?? '',
    })
    oracles.set(id, new Oracle(text.slice(start, end), chars.slice(start, end)))
  }

  let told = log.length
  const seen = { placed: 0, orphaned: 0, again: 0 }
  const states = new Map([...oracles.keys()].map((id) => [id, 'placed']))
  const look = () => {
    const chars = readChars(server, origins)
    for (const change of tracker.look(told === log.length)) {
      const oracle = oracles.get(change.id)
      if (change.state === 'placed') {
        const wrong = oracle?.judge(chars, change.start, change.end)
        if (wrong) throw new Error(`history ${seed}: “${oracle?.quote}”: ${wrong}`)
        if (states.get(change.id) === 'orphaned') seen.again += 1
      }
      states.set(change.id, change.state)
    }
    for (const oracle of oracles.values()) oracle.see(chars, true)
  }
  const admit = (update: Uint8Array) => {
    Y.applyUpdate(server, update)
    const chars = readChars(server, origins)
    for (const oracle of oracles.values()) oracle.see(chars, false)
  }
  const behind = random() < 0.5
  const lookShare = random() < 0.5 ? 1 : 0.3
  const steps = 5 + upTo(random, mostSteps)
  for (let step = 0; step < steps; step += 1) {
    const one = writers[upTo(random, writers.length)]
    if (!one) continue
    // Now and then somebody is away for a while.
    if (random() < 0.8) for (; one.seen < log.length; one.seen += 1) one.writer.take(log[one.seen] as Uint8Array)
    if (one.seen === 0) continue
    one.writer.act(random)
    if (random() < 0.8)
      for (; one.sent < one.writer.out.length; one.sent += 1) admit(one.writer.out[one.sent] as Uint8Array)
    while (told < log.length && !(behind && random() < 0.2)) tracker.commit(log[told++] as Uint8Array)
    if (random() < lookShare) look()
  }
  while (told < log.length) tracker.commit(log[told++] as Uint8Array)
  look()
  const chars = readChars(server, origins)
  for (const change of tracker.look(true)) throw new Error(`history ${seed}: ${change.id} is not at rest`)
  for (const state of states.values()) seen[state === 'placed' ? 'placed' : 'orphaned'] += 1
  return { ...seen, length: chars.length }
}

describe('[N6] [N7] [N8] [N10] anchors through random histories of three people', () => {
  it(`places each on exactly its words or orphans it, in ${histories} histories`, () => {
    const sum = { placed: 0, orphaned: 0, again: 0 }
    for (let seed = 1; seed <= histories; seed += 1) {
      const { placed, orphaned, again } = run(seed)
      sum.placed += placed
      sum.orphaned += orphaned
      sum.again += again
    }
    // The histories are worth something only if they do both, and bring words back.
    expect(sum.placed).toBeGreaterThan(300)
    expect(sum.orphaned).toBeGreaterThan(100)
    expect(sum.again).toBeGreaterThan(100)
  }, 120_000)
})
