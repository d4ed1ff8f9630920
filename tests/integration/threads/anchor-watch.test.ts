import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { endsAt } from '../../../collab/anchors.ts'
import { sectionRoot } from '../../../collab/doc-shape.ts'
import { readSectionText } from '../../../collab/section-text.ts'
import { insertAnchor, listAnchorsOfThread, moveAnchor } from '../../../db/queries/anchors.ts'
import { wordsAt } from '../../../domain/anchors/rules.ts'
import { AnchorWatch } from '../../../server/collab/anchor-watch.ts'
import { limits } from '../../../server/collab/limits.ts'
import type { Room } from '../../../server/collab/room.ts'
import type { LogEntry } from '../../../server/collab/update-log.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { argueWorld } from '../../factories/argue-world.ts'
import { until } from '../../factories/collab-clients.ts'

const sentence = 'Time is what is missing, and a treaty would buy it for everybody.'
const looked = limits.anchorInterval + 500

function block(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

/** A document of two equal blocks, with a thread that is anchored on the first of them. */
async function watchWorld() {
  const { deps, draftId, people } = await argueWorld()
  const { id } = await openThread(deps, people.owner, { draft: draftId, kind: 'wording', place: 'section/bet' })
  const doc = new Y.Doc()
  const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
  root.insert(0, [block(sentence), block(sentence)])
  const text = readSectionText(root)
  await deps.store.tx((q) =>
    insertAnchor(q, {
      threadId: id,
      version: 0,
      draftId,
      generation: 1,
      section: 'bet',
      state: 'placed',
      ...wordsAt(text.text, 0, sentence.length),
      ...endsAt(text, 0, sentence.length),
      docSeq: 5,
      offset: null,
      updatedAt: deps.now(),
    }),
  )
  const room = { draftId, generation: 1, doc, seq: 5, dirty: false, alive: true, damage: null, durable: async () => {} }
  const watch = new AnchorWatch(deps)
  doc.on('update', (bytes: Uint8Array) => {
    room.seq += 1
    watch.note(room as unknown as Room, [{ bytes } as LogEntry])
  })
  const row = async () => (await listAnchorsOfThread(deps.store.read, id))[0]
  return { deps, id, root, room: room as unknown as Room, watch, row }
}

describe('the watch of anchors', () => {
  it('[N7] writes what it finds, and nothing of a document that was let go', async () => {
    const { watch, root, row } = await watchWorld()
    root.insert(0, [block('Before.')])
    root.delete(1, 1)
    await until('orphaned', async () => (await row())?.state === 'orphaned')
    watch.stop()

    const other = await watchWorld()
    other.root.delete(0, 1)
    other.watch.forget(other.room)
    other.root.delete(0, 1)
    other.watch.follow(other.room)
    await pause(looked)
    expect(await other.row()).toMatchObject({ state: 'placed', docSeq: 5 })
    other.watch.stop()
  })

  it('[N7] never writes over what was found later in the log', async () => {
    const { deps, id, row, watch } = await watchWorld()
    const change = { state: 'orphaned' as const, start: null, end: null, before: '', after: '', updatedAt: 1 }
    const move = (docSeq: number, generation = 1) =>
      deps.store.tx((q) => moveAnchor(q, { threadId: id, generation }, { ...change, docSeq }))
    await move(4)
    await move(9, 2)
    expect(await row()).toMatchObject({ state: 'placed', docSeq: 5 })
    await move(5)
    expect(await row()).toMatchObject({ state: 'orphaned', docSeq: 5 })
    watch.stop()
  })

  it('[N9] notes what stands beside the words when the document is loaded, before anything is written in it', async () => {
    const { watch, room, root, row } = await watchWorld()
    watch.follow(room)
    await pause(100)
    // Both passages go, and the one that was not the words is moved.
    root.doc?.transact(() => {
      root.delete(0, 2)
      root.insert(0, [block(sentence)])
    })
    await until('orphaned', async () => (await row())?.state === 'orphaned')
    watch.stop()
  })

  it('[N7] finds out, when a document is loaded, that words went before', async () => {
    const { deps, room, root, row, watch } = await watchWorld()
    watch.stop()
    root.delete(0, 1)
    const fresh = new AnchorWatch(deps)
    fresh.follow(room)
    await until('orphaned', async () => (await row())?.state === 'orphaned')
    fresh.stop()
    // What is damaged is shown as it last was whole, and nothing is concluded from it.
    const other = await watchWorld()
    other.watch.stop()
    other.root.delete(0, 1)
    const late = new AnchorWatch(other.deps)
    late.follow(Object.assign(other.room, { damage: 'a broken change' }))
    await pause(looked)
    expect(await other.row()).toMatchObject({ state: 'placed' })
    late.stop()
  })

  it('survives that its anchors cannot be read, and says so in the log', async () => {
    const { deps, room } = await watchWorld()
    const warned: string[] = []
    const watch = new AnchorWatch({
      ...deps,
      log: { warn: (_: object, words: string) => warned.push(words) } as unknown as typeof deps.log,
      store: {
        ...deps.store,
        read: {
          ...deps.store.read,
          select: () => {
            throw new Error('the disk is away')
          },
        } as unknown as typeof deps.store.read,
      },
    })
    watch.follow(room)
    await until('the warning', () => warned.length > 0)
    expect(warned).toEqual(['anchors: not placed anew'])
    watch.stop()
  })
})
