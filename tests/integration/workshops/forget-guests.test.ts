import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { actors, events, sessions, versions } from '../../../db/schema.ts'
import { formerGuestName } from '../../../domain/access/former.ts'
import { day } from '../../../domain/text/day.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { recordEvent } from '../../../server/record/record-event.ts'
import { verifyChain } from '../../../server/record/verify-chain.ts'
import { importVault } from '../../../server/usecases/atlas/import-vault.ts'
import { workshopWorld } from '../../factories/workshop-world.ts'

describe('guests of a workshop', () => {
  it('[A19] are forgotten thirty days after it ended, and not before', async () => {
    const { deps, services, facilitator, workshopId, room, later } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    const visitor = { sessionId: null, address: '192.0.2.1', device: 'Phone', secure: false }
    await services.joinWorkshop(null, { code: (await room()).code, name: 'Zoë Unmistakable', visitor })
    const named = () => deps.store.read.select().from(actors).where(eq(actors.type, 'guest'))
    const onDisk = () =>
      readdirSync(deps.env.dataDir)
        .filter((file) => file.startsWith('folkmoot.db'))
        .some((file) => readFileSync(`${deps.env.dataDir}/${file}`).includes('Zoë Unmistakable'))
    // They wrote in a draft that became a version, and in one that was forked.
    const [writer] = await named()
    const authors = [{ actorId: writer?.id ?? '', name: 'Zoë Unmistakable', characters: 3 }]
    await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
    const [version] = await deps.store.read.select().from(versions).limit(1)
    await deps.store.tx(async (q) => {
      await q
        .update(versions)
        .set({ authors })
        .where(eq(versions.id, version?.id ?? ''))
      const leaf = { reason: 'A shorter one.', authors }
      await recordEvent(deps, q, { type: 'draft.forked', subject: 'draft/another', payload: {}, leaf })
    })
    await services.endWorkshop(facilitator, { workshopId })
    later(29 * day)
    await runDueJobs(deps)
    expect((await named()).map(({ name }) => name)).toContain('Zoë Unmistakable')
    expect(onDisk()).toBe(true)
    later(day + 1)
    await runDueJobs(deps)
    const [guest] = await named()
    expect(guest?.name).toBe(formerGuestName)
    expect(
      await deps.store.read
        .select()
        .from(sessions)
        .where(eq(sessions.actorId, guest?.id ?? '')),
    ).toEqual([])
    expect(onDisk()).toBe(false)
    expect((await verifyChain(deps.store.read)).fault).toBeNull()
    await runDueJobs(deps)
    const told = await deps.store.read.select().from(events).where(eq(events.type, 'guests.forgotten'))
    expect(told).toMatchObject([{ payload: { guests: 1, leaves: [expect.any(Number), expect.any(Number)] } }])
  })
})
