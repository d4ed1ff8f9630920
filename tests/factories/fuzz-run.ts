import * as Y from 'yjs'
import { fieldsRoot, readContent, sectionRoot, seedUpdate, titleKey } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import { judgeUpdate } from '../../server/collab/admission.ts'
import { sampleContent } from './draft-world.ts'
import type { Random } from './random.ts'
import { pick, seeded, upTo } from './random.ts'
import type { RawStruct } from './raw-update.ts'
import { rawUpdate } from './raw-update.ts'

export interface FuzzTotal {
  frames: number
  admitted: number
  refused: Record<string, number>
  /** What must never be: an exception, something pending, a document that cannot be read or written anew. */
  broken: string[]
}

/** Admitted frames between two readings of the whole document; what cannot be read stays so. */
const readEvery = 8

const writer = 80_001
const mallory = 90_001

/** Genuine updates of one writer: blocks, text, marks, deletions, fields. */
function genuineUpdates(state: Uint8Array, random: Random): Uint8Array[] {
  const doc = quietDocument()
  Y.applyUpdate(doc, state)
  doc.clientID = writer
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
  for (let i = 0; i < 40; i += 1) {
    const block = new Y.XmlElement(pick(random, ['paragraph', 'quote', 'heading']))
    const text = new Y.XmlText()
    root.insert(upTo(random, root.length + 1), [block])
    block.insert(0, [text])
    text.insert(0, 'some words to write')
    text.insert(upTo(random, text.length), 'more 漢🙂')
    text.format(1, 6, { p: { __format: pick(random, [1, 2, 3]) }, i: 1 })
    text.delete(upTo(random, 10), 5)
    if (random() < 0.3) root.delete(upTo(random, root.length), 1)
    doc.getMap(fieldsRoot).set(titleKey, `Title ${i}`)
  }
  doc.destroy()
  return updates
}

function mutated(update: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const dice = random()
  if (dice < 0.15) return update.subarray(0, upTo(random, update.length + 1))
  if (dice < 0.3) {
    const cut = upTo(random, update.length)
    return Buffer.concat([update.subarray(0, cut), other.subarray(Math.min(cut, other.length))])
  }
  const bytes = Uint8Array.from(update)
  for (let i = 1 + upTo(random, 4); i > 0; i -= 1) bytes[upTo(random, bytes.length)] = upTo(random, 256)
  return bytes
}

/** A well-written update with wrong things in it. */
function invented(doc: Y.Doc, random: Random): Uint8Array {
  const client = () => pick(random, [1, writer, mallory, mallory + 1, 2 ** 31])
  // Mostly what is there to refer to.
  const id = (): [number, number] => {
    const named = pick(random, [1, writer, mallory])
    return [named, upTo(random, random() < 0.9 ? Math.max(1, Y.getState(doc.store, named)) : 1_000)]
  }
  const struct = (): RawStruct => {
    if (random() < 0.1) return { gc: upTo(random, 4) }
    const content = pick<Extract<RawStruct, { content: unknown }>['content']>(random, [
      { text: pick(random, ['', 'a', 'text', '🙂']) },
      { element: pick(random, ['paragraph', 'list', 'listitem', 'heading', 'link', 'script']) },
      { xmlText: true },
      { any: pick<unknown[]>(random, [[], ['h2'], [1, 2], [{ a: 1 }], [null]]) },
      { deleted: upTo(random, 5) },
    ])
    const parent = pick<string | [number, number]>(random, [sectionRoot('bet'), fieldsRoot, 'evil', id(), id()])
    return {
      ...(random() < 0.4 ? { origin: id() } : {}),
      ...(random() < 0.3 ? { rightOrigin: id() } : {}),
      parent,
      ...(random() < 0.3 ? { key: pick(random, [titleKey, '__tag', '__url', 'x']) } : {}),
      content,
    }
  }
  const runs = Array.from({ length: 1 + upTo(random, 2) }, () => {
    const by = client()
    const clock = Y.getState(doc.store, by)
    return {
      client: by,
      clock: random() < 0.7 ? clock : upTo(random, clock + 2),
      structs: Array.from({ length: 1 + upTo(random, 2) }, struct),
    }
  })
  const deletes =
    random() < 0.3 ? [{ client: client(), ranges: [[upTo(random, 20), upTo(random, 20)] as [number, number]] }] : []
  return rawUpdate(runs, deletes)
}

/**
 * Sends frames through admission: garbage, mutated genuine ones, and well-written ones with wrong things in them,
 * between genuine ones. Whatever is admitted is applied; nothing may be pending after it, and the document must stay
 * readable.
 */
export function fuzzRun(total: FuzzTotal, seed: number, frames: number): void {
  const random = seeded(seed)
  const state = seedUpdate(sampleContent)
  const doc = quietDocument()
  Y.applyUpdate(doc, state)
  const clients = new Map([[1, 'server']])
  const genuine = genuineUpdates(state, random)
  let next = 0
  for (let i = 0; i < frames; i += 1) {
    const dice = random()
    const [one, other] = [pick(random, genuine), pick(random, genuine)]
    const isGenuine = dice < 0.1
    const bytes = isGenuine
      ? (genuine[next++ % genuine.length] as Uint8Array)
      : dice < 0.25
        ? Uint8Array.from({ length: upTo(random, 64) }, () => upTo(random, 256))
        : dice < 0.65
          ? mutated(one, other, random)
          : invented(doc, random)
    // Half of the wrong ones come from the writer, whose ids are the writer's.
    const actorId = isGenuine || random() < 0.4 ? 'ada' : 'mallory'
    total.frames += 1
    try {
      const verdict = judgeUpdate({ doc, kind: 'strategy', clients }, bytes, { actorId, mayRemoveMuch: true })
      if (!verdict.admitted) {
        total.refused[verdict.why] = (total.refused[verdict.why] ?? 0) + 1
        continue
      }
      total.admitted += 1
      for (const client of verdict.newClients) clients.set(client, actorId)
      Y.applyUpdate(doc, bytes)
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('something is pending')
      if (total.admitted % readEvery === 0) readContent(doc, 'strategy')
    } catch (error) {
      total.broken.push(
        `seed ${seed}, frame ${i}: ${String(error)}; ${Buffer.from(bytes).toString('hex').slice(0, 400)}`,
      )
      return
    }
  }
  const copy = quietDocument()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  if (JSON.stringify(readContent(copy, 'strategy')) !== JSON.stringify(readContent(doc, 'strategy'))) {
    total.broken.push(`seed ${seed}: the document read anew says something else`)
  }
  doc.destroy()
  copy.destroy()
}
