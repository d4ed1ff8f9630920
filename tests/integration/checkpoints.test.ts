import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readCheckpointLine } from '../../domain/record/checkpoint.ts'
import { keepCheckpoint } from '../../server/record/keep-checkpoint.ts'
import { recordEvent } from '../../server/record/record-event.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { checkpointList, checkpointText } from '../../server/views/checkpoints.ts'
import { recordView } from '../../server/views/record-page.ts'
import { bundleWorld } from '../factories/bundle-world.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

async function act(deps: TestDeps, type = 'actor.renamed') {
  await deps.store.tx((q) => recordEvent(deps, q, { type, subject: 'actor/x', payload: {} }))
}

const log = (deps: TestDeps) => join(deps.env.dataDir, 'checkpoints.log')

function tamper(deps: TestDeps, sql: string): void {
  const db = new Database(deps.env.databaseFile)
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0)
  db.close()
}

describe('signed heads of the record', () => {
  it('[R11] are made when the record has moved, a minute apart, and at once after a decision', async () => {
    const deps = testDeps()
    expect(await keepCheckpoint(deps)).toBeNull()
    await act(deps)
    // The first one names its key in the record, and signs that too.
    expect(await keepCheckpoint(deps)).toMatchObject({ seq: 2 })
    expect(await keepCheckpoint(deps)).toBeNull()
    await act(deps)
    expect(await keepCheckpoint(deps)).toBeNull()
    await act(deps, 'ballot.closed')
    expect(await keepCheckpoint(deps)).toMatchObject({ seq: 4 })
    await act(deps)
    deps.setNow(deps.now() + 59_999)
    expect(await keepCheckpoint(deps)).toBeNull()
    deps.setNow(deps.now() + 1)
    expect(await keepCheckpoint(deps)).toMatchObject({ seq: 5 })
    await act(deps)
    deps.setNow(deps.now() - 3_600_000)
    expect(await keepCheckpoint(deps)).toMatchObject({ seq: 6 })
  })

  it('[R11] are not made over an event that was changed on the disk', async () => {
    const deps = testDeps()
    await act(deps)
    await keepCheckpoint(deps)
    await act(deps, 'version.published')
    tamper(deps, "update events set subject = 'actor/y' where seq = 3")
    await expect(keepCheckpoint(deps)).rejects.toThrow('event 3: hash-differs')
    tamper(deps, "update events set subject = 'actor/x' where seq = 3")
    tamper(deps, `update events set hash = '${'0'.repeat(64)}' where seq = 2`)
    await expect(keepCheckpoint(deps)).rejects.toThrow('event 2 is not the one')
  })

  it('[R12] stand in a file of their own, for the server alone to sign, and can be had by anybody', async () => {
    const { deps } = await bundleWorld()
    expect(statSync(join(deps.env.dataDir, 'record-key.pem')).mode & 0o777).toBe(0o600)
    const lines = readFileSync(log(deps), 'utf8').trim().split('\n')
    const { items, keys } = await checkpointList(deps, null)
    expect(lines.map(readCheckpointLine)).toEqual(items)
    expect(items.length).toBeGreaterThan(1)
    const text = await checkpointText(deps, null)
    for (const line of lines) expect(text).toContain(line)
    expect(text).toContain(`# key ${keys[0]?.key} ${keys[0]?.publicKey}`)
    expect((await recordView(deps, null, {})).signed).toMatchObject({ line: lines.at(-1), ...keys[0] })
    const after = `${items[0]?.seq}`
    expect((await checkpointList(deps, null, after)).items).toEqual(items.slice(1))
    await expect(checkpointList(deps, null, 'x')).rejects.toMatchObject({ code: 'bad-input', field: 'after' })
  })

  it('[R12] a crash leaves half a line, which the next one ends and check passes over', async () => {
    const { deps } = await bundleWorld()
    appendFileSync(log(deps), '12 0123')
    await act(deps, 'version.moved')
    expect(await keepCheckpoint(deps)).not.toBeNull()
    const { fault, remarks } = await checkRecord(deps)
    expect(fault).toBeNull()
    expect(remarks).toContain('1 lines of checkpoints.log are no signed heads')
  })

  it('[R12] check holds the chain against the table and against the file', async () => {
    const { deps } = await bundleWorld()
    expect(await checkRecord(deps)).toMatchObject({ fault: null, remarks: [] })
    const kept = readFileSync(log(deps), 'utf8')
    writeFileSync(log(deps), kept.replace(/ [0-9a-f]{64} /, ` ${'1'.repeat(64)} `))
    expect((await checkRecord(deps)).fault).toMatchObject({ where: expect.stringContaining('kept checkpoint') })
    rmSync(log(deps))
    const gone = await checkRecord(deps)
    expect(gone.fault).toBeNull()
    expect(gone.remarks).toEqual([expect.stringContaining('not in checkpoints.log')])
    writeFileSync(log(deps), kept)
    tamper(deps, 'update checkpoints set at = at + 1')
    expect((await checkRecord(deps)).fault).toMatchObject({ where: expect.stringContaining('checkpoint') })
  })
})
