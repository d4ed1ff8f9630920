import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docUpdates, draftMembers, events, users } from '../../db/schema.ts'
import { recordEvent } from '../../server/record/record-event.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

describe('a right that is lost', () => {
  it('[D7] lets no change into the log after the event that took it, in many races', { timeout: 60_000 }, async () => {
    const deps = testDeps({}, { logThread: true })
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const port = await listenForSockets(deps)
    let late = 0
    let written = 0
    for (let race = 0; race < 40; race += 1) {
      const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
      const writer = connect(port, draftId, ben)
      await synced(writer)
      const typing = setInterval(() => writer.doc.getMap(fieldsRoot).set(titleKey, `t${Math.random()}`), 0)
      await new Promise((resolve) => setTimeout(resolve, (race * 7) % 30))
      const logged = await deps.store.tx(async (q) => {
        await q.delete(draftMembers).where(eq(draftMembers.actorId, ben.id))
        await recordEvent(deps, q, { type: 'draft.member-removed', subject: `draft/${draftId}`, payload: { draftId } })
        return q.$count(docUpdates, eq(docUpdates.draftId, draftId))
      })
      // The first time the thread of the log has to start.
      await until('no change waits', () => deps.collab.status().queueDepth === 0, 20_000)
      await new Promise((resolve) => setTimeout(resolve, 15))
      clearInterval(typing)
      writer.provider.destroy()
      const now = await deps.store.read.$count(docUpdates, eq(docUpdates.draftId, draftId))
      late += now - logged
      written += logged - 1
    }
    expect(late).toBe(0)
    // Races in which nobody wrote before or during the event would prove nothing.
    expect(written).toBeGreaterThan(40)
    expect(deps.collab.metrics.counts.rightsLost).toBeGreaterThan(5)
    expect(await deps.store.read.$count(events)).toBeGreaterThanOrEqual(40)
  })

  it('[D7] costs others nothing: what they wrote in the same moment comes back', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
    const port = await listenForSockets(deps)
    const [a, b] = [connect(port, draftId, ada), connect(port, draftId, ben)]
    await synced(a, b)
    await deps.store.tx(async (q) => {
      await q.update(users).set({ suspendedAt: 1 }).where(eq(users.actorId, ben.id))
    })
    b.doc.getMap(fieldsRoot).set('source-note', 'Ben was here')
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await until('Ada is saved', async () => (await deps.collab.readDraft(draftId)).content.title === 'Halt', 10_000)
    const { content } = await deps.collab.readDraft(draftId)
    expect(content.fields['source-note']).toBeUndefined()
    await until('Ada is back', () => a.provider.synced, 10_000)
    await a.saved()
  })
})
