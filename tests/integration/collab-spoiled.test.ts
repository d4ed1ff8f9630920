import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

const titleOf = (doc: Y.Doc) => doc.getMap(fieldsRoot).get(titleKey)

/** Makes Yjs fail in the server's document, after it has taken in a title that says "Boom". */
function failOnBoom(): void {
  const prototype = Y.Map.prototype as unknown as { _callObserver(...args: unknown[]): void; doc: Y.Doc }
  const { _callObserver: genuine } = prototype
  vi.spyOn(prototype, '_callObserver').mockImplementation(function (this: Y.Map<unknown>, ...args) {
    const { origin } = args[0] as Y.Transaction
    if (origin === 'admitted' && this.get(titleKey) === 'Boom') throw new Error('boom')
    genuine.apply(this, args)
  })
}

afterEach(() => void vi.restoreAllMocks())

async function world() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  const quiet = await createTestDraft(deps, ada)
  const port = await listenForSockets(deps)
  const clients = { a: connect(port, draftId, ada), b: connect(port, draftId, ben), c: connect(port, quiet, ada) }
  await synced(clients.a, clients.b, clients.c)
  return { deps, ada, ben, draftId, quiet, port, ...clients }
}

describe('[D10] a change at which Yjs fails half-way', () => {
  it('is in no document afterwards; others lose nothing, other rooms do not notice', async () => {
    const { deps, ada, draftId, port, a, b, c } = await world()
    failOnBoom()
    a.doc.getMap(fieldsRoot).set('source-note', 'kept')
    b.doc.getMap(fieldsRoot).set(titleKey, 'Boom')
    await until('Ben is sent away for good', () => b.codes.includes(4422))
    await until('Ada is sent to load again', () => a.codes.includes(1013))
    await until('Ada is back', () => a.provider.synced && deps.collab.metrics.counts.spoiled === 1)
    a.doc.getMap(fieldsRoot).set('pull', '+')
    await a.saved()

    const { content } = await deps.collab.readDraft(draftId)
    expect(content.title).toBe('Pause')
    expect(titleOf(a.doc)).toBe('Pause')
    expect(content.fields).toMatchObject({ 'source-note': 'kept', pull: '+' })
    const late = connect(port, draftId, ada)
    await synced(late)
    expect(titleOf(late.doc)).toBe('Pause')
    expect(c.codes).toEqual([])
    c.doc.getMap(fieldsRoot).set(titleKey, 'Quiet')
    await c.saved()

    vi.restoreAllMocks()
    const anew = createCollab(deps)
    expect(await anew.readDraft(draftId)).toEqual(await deps.collab.readDraft(draftId))
    await anew.close()
    expect(deps.collab.status()).toMatchObject({ dirtyRooms: 0, queuedBytes: 0 })
  })

  it('made by the server itself is refused and leaves nothing behind', async () => {
    const { deps, ada, quiet, c } = await world()
    failOnBoom()
    const change = deps.collab.transact(quiet, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Boom'))
    await expect(change).rejects.toThrow()
    await until('loaded again', () => c.codes.includes(1013))
    await until('back', () => c.provider.synced)
    expect((await deps.collab.readDraft(quiet)).content.title).toBe('Pause')
    expect(titleOf(c.doc)).toBe('Pause')
  })
})
