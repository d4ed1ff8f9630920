import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { fieldsRoot, titleKey } from '../../../collab/doc-shape.ts'
import { findActorViewer } from '../../../db/queries/actors.ts'
import { findStanding } from '../../../db/queries/appointments.ts'
import { sessions } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { day } from '../../../domain/text/day.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { createServices } from '../../../server/services.ts'
import { viewerOfToken } from '../../../server/viewer.ts'
import { makeAccount, makeSession } from '../../factories/accounts.ts'
import { connect, synced, until } from '../../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../../factories/draft-world.ts'
import { listenForSockets } from '../../factories/socket-server.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A session in which the password was given a moment ago. */
async function provedSession(deps: TestDeps, viewer: Viewer): Promise<string> {
  await makeSession(deps, viewer)
  const [session] = await deps.store.tx((q) =>
    q
      .update(sessions)
      .set({ freshAt: deps.now() })
      .where(eq(sessions.actorId, viewer.actorId))
      .returning({ id: sessions.id }),
  )
  return session?.id ?? ''
}

function world() {
  const deps = testDeps()
  return { deps, services: createServices(deps) }
}

describe('roles', () => {
  it('[V1] are given by an admin, never to oneself, and no form makes more of anybody else', async () => {
    const { deps, services } = world()
    const admin = await makeAccount(deps, { role: 'admin' })
    const moderator = await makeAccount(deps, { role: 'moderator' })
    const ann = await makeAccount(deps)
    const sessionId = await provedSession(deps, admin)
    await services.setRole(admin, { actorId: ann.actorId, role: 'reviewer', sessionId })
    expect((await findStanding(deps.store.read, ann.actorId))?.role).toBe('reviewer')
    for (const [who, actorId] of [
      [moderator, moderator.actorId],
      [moderator, ann.actorId],
      [ann, ann.actorId],
      [admin, admin.actorId],
    ] as const) {
      await expect(services.setRole(who, { actorId, role: 'admin', sessionId })).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    await expect(services.setRole(admin, { actorId: ann.actorId, role: 'owner', sessionId })).rejects.toMatchObject({
      field: 'role',
    })
    const unproved = services.setRole(admin, { actorId: ann.actorId, role: 'reader', sessionId: null })
    await expect(unproved).rejects.toMatchObject({ code: 'not-fresh' })
  })

  it('[A4] cut sessions that would live longer than the new role’s do', async () => {
    const { deps, services } = world()
    const admin = await makeAccount(deps, { role: 'admin' })
    const ann = await makeAccount(deps)
    await makeSession(deps, ann)
    const sessionId = await provedSession(deps, admin)
    await services.setRole(admin, { actorId: ann.actorId, role: 'moderator', sessionId })
    const [session] = await deps.store.read.select().from(sessions).where(eq(sessions.actorId, ann.actorId))
    expect(session?.expiresAt).toBe(deps.now() + day / 2)
  })

  it('[V1] two admins who depose each other at once leave one', async () => {
    const { deps, services } = world()
    const [a, b] = [await makeAccount(deps, { role: 'admin' }), await makeAccount(deps, { role: 'admin' })]
    const done = await Promise.allSettled([
      services.setRole(a, { actorId: b.actorId, role: 'reader', sessionId: await provedSession(deps, a) }),
      services.setRole(b, { actorId: a.actorId, role: 'reader', sessionId: await provedSession(deps, b) }),
    ])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a suspension', () => {
  it('[V2] is for those who do not moderate, unless an admin says so', async () => {
    const { deps, services } = world()
    const admin = await makeAccount(deps, { role: 'admin' })
    const moderator = await makeAccount(deps, { role: 'moderator' })
    const other = await makeAccount(deps, { role: 'moderator' })
    const reason = 'A test.'
    await expect(services.suspendAccount(moderator, { actorId: other.actorId, reason })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(services.suspendAccount(admin, { actorId: admin.actorId, reason })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(services.suspendAccount(admin, { actorId: other.actorId, reason, days: '0' })).rejects.toMatchObject({
      field: 'days',
    })
    await services.suspendAccount(admin, { actorId: other.actorId, reason })
    expect((await findActorViewer(deps.store.read, other.actorId))?.suspended).toBe(true)
  })

  it('[V3] takes open sockets and tokens at once, and ends by itself', { timeout: 60_000 }, async () => {
    const { deps, services } = world()
    const admin = await makeAccount(deps, { role: 'admin' })
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
    const port = await listenForSockets(deps)
    const socket = connect(port, draftId, ben)
    await synced(socket)
    await services.suspendAccount(admin, { actorId: ben.id, days: '3', reason: 'A test.' })
    socket.doc.getMap(fieldsRoot).set(titleKey, 'Too late')
    await until('the socket is closed', () => !socket.provider.wsconnected, 10_000)
    socket.provider.destroy()
    expect((await deps.collab.readDraft(draftId)).content.title).not.toBe('Too late')
    expect((await viewerOfToken(deps, ben.token))?.suspended).toBe(true)

    const start = deps.now()
    deps.setNow(start + 3 * day - 1)
    await runDueJobs(deps)
    expect((await findStanding(deps.store.read, ben.id))?.suspendedAt).not.toBeNull()
    deps.setNow(start + 3 * day)
    await runDueJobs(deps)
    expect((await findStanding(deps.store.read, ben.id))?.suspendedAt).toBeNull()
  })

  it('[V3] that was made longer is not ended by the earlier time', async () => {
    const { deps, services } = world()
    const admin = await makeAccount(deps, { role: 'admin' })
    const ann = await makeAccount(deps)
    const start = deps.now()
    await services.suspendAccount(admin, { actorId: ann.actorId, days: '1', reason: 'A test.' })
    await services.suspendAccount(admin, { actorId: ann.actorId, days: '5', reason: 'A test.' })
    deps.setNow(start + 2 * day)
    await runDueJobs(deps)
    expect((await findStanding(deps.store.read, ann.actorId))?.suspendedAt).not.toBeNull()
    await services.liftSuspension(admin, { actorId: ann.actorId })
    await expect(services.liftSuspension(admin, { actorId: ann.actorId })).rejects.toMatchObject({ code: 'conflict' })
  })
})
