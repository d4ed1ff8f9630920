import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import { recordCsv, recordJson } from '../../server/views/record-files.ts'
import { recordPage, recordView } from '../../server/views/record-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy } from '../factories/decided-draft.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

const hidden = 'A note that names Wanda Sato.'

async function published() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const owner = await anAccount(deps, 'contributor', 'Wanda Sato')
  const entryId = await anEntry(deps, moderator, completeStrategy, 'rate-limited-ai')
  const { draftId } = await aDecidedDraft(deps, {
    owner,
    entryId,
    baseVersion: 1,
    votes: [
      [owner, 'agree'],
      [moderator, 'reservations'],
    ],
  })
  await publishVersion(deps, moderator, { draftId, note: hidden })
  return deps
}

/** What somebody with the database file at hand can do. */
function plant(deps: TestDeps, ...statements: string[]): void {
  const db = new Database(deps.env.databaseFile)
  for (const statement of statements)
    if (db.prepare(statement).run().changes === 0) throw new Error(`no row: ${statement}`)
  db.close()
}

describe('check', () => {
  it('[R9] finds nothing wrong with what the use cases wrote', async () => {
    expect(await checkRecord(await published())).toEqual({
      events: 4,
      snapshots: 2,
      versions: 2,
      ballots: 1,
      fault: null,
      remarks: expect.any(Array),
    })
  })

  const lies: [name: string, sql: string, fault: { where: RegExp; words: RegExp }][] = [
    [
      'an event’s payload',
      `update events set payload = json_set(payload, '$.n', 3) where type = 'version.published'`,
      { where: /^event 4$/, words: /changed after/ },
    ],
    ['an event’s time', 'update events set at = at + 1 where seq = 2', { where: /^event 2$/, words: /changed after/ }],
    [
      'an event’s leaf',
      `update event_private set payload = json_set(payload, '$.note', 'Nothing happened.') where seq = 4`,
      { where: /^event 4$/, words: /leaf/ },
    ],
    [
      'the text of a snapshot',
      `update snapshots set content = replace(content, 'Three capped', 'Four capped') where draft_id is not null`,
      { where: /^snapshot /, words: /text/ },
    ],
    [
      'the hash of a part',
      `update snapshot_parts set hash = '${'0'.repeat(64)}' where part = 'field/lever'`,
      { where: /^snapshot /, words: /section or field/ },
    ],
    [
      'a paper’s choice',
      `update papers set choice = 'object' where choice = 'reservations'`,
      { where: /^ballot /, words: /one of its papers/ },
    ],
    ['a paper’s reason', `update papers set reason = 'Bought.'`, { where: /^ballot /, words: /one of its papers/ }],
    ['the electorate of a ballot', 'delete from electors where rowid = 1', { where: /^ballot /, words: /electorate/ }],
    [
      'the outcome of a ballot',
      `update ballots set outcome = json_set(outcome, '$.turnout', 9)`,
      { where: /^ballot /, words: /do not give the outcome/ },
    ],
    ['a ballot’s closing time', 'update ballots set closes_at = 5', { where: /^ballot /, words: /closing time/ }],
    ['a ballot’s quorum', `update ballots set quorum = '0'`, { where: /^ballot /, words: /quorum/ }],
    [
      'a version’s decision',
      `update versions set decision = json_set(decision, '$.summary', 'Adopted by acclaim.') where n = 2`,
      { where: /^version 2 /, words: /decision/ },
    ],
    ['a version’s release note', `update versions set note = 'x' where n = 2`, { where: /^version 2 /, words: /note/ }],
    [
      'a version’s authors',
      `update versions set authors = '[]' where n = 2`,
      { where: /^version 2 /, words: /authors/ },
    ],
    [
      'the snapshot a version points at',
      `update versions set snapshot_id = (select snapshot_id from versions where n = 1) where n = 2`,
      { where: /^version 2 /, words: /snapshot/ },
    ],
  ]

  it.each(lies)('[R9] finds a planted change in %s', async (_name, sql, fault) => {
    const deps = await published()
    plant(deps, sql)
    const found = await checkRecord(deps)
    expect(found.fault?.where).toMatch(fault.where)
    expect(found.fault?.words).toMatch(fault.words)
  })

  it('[R9] misses no version that was taken away or slipped in', async () => {
    const lost = await published()
    plant(lost, 'delete from versions where n = 2')
    expect((await checkRecord(lost)).fault).toMatchObject({ words: 'the version it tells of is missing' })

    const forged = await published()
    plant(
      forged,
      `insert into versions select 'x', entry_id, 3, snapshot_id, kind, variant, note, authors, decision, ballot_id,
       draft_id, published_by, published_at, review_at, expires_at from versions where n = 2`,
    )
    expect((await checkRecord(forged)).fault).toMatchObject({ words: 'no event of the record tells of it' })
  })

  it('[R17] misses a leaf that no event says was removed', async () => {
    const deps = await published()
    plant(deps, 'delete from event_private')
    expect((await checkRecord(deps)).fault).toMatchObject({ words: expect.stringContaining('leaf of event') })
  })
})

describe('the record’s page', () => {
  it('[R7] tells every event newest first, in words, with the chain’s state', async () => {
    const page = await recordView(await published(), null, {})
    expect(page.events.map((event) => [event.seq, event.words])).toEqual([
      [4, 'Version 2 was published by decision of a ballot.'],
      [3, 'A ballot closed: adopted.'],
      [2, 'A ballot was opened for 2 people.'],
      [1, 'Version 1 was imported.'],
    ])
    expect(page.events[0]?.subject).toMatchObject({ label: 'Rate-limited AI', href: '/strategies/rate-limited-ai' })
    expect(page.chain).toEqual({ through: 4, of: 4, fault: null })
  })

  it('pages both ways and filters', async () => {
    const deps = await published()
    const numbers = async (asked: Parameters<typeof recordView>[2]) =>
      (await recordView(deps, null, asked)).events.map((event) => event.seq)
    expect(await numbers({ before: '3' })).toEqual([2, 1])
    expect(await numbers({ after: '2' })).toEqual([4, 3])
    expect(await numbers({ type: 'ballot.closed' })).toEqual([3])
    expect(await numbers({ subject: (await recordView(deps, null, {})).events[0]?.subject.id ?? '' })).toEqual([4, 1])
    expect(await recordView(deps, null, { before: '3' })).toMatchObject({ newer: 2, older: null })
    await expect(recordView(deps, null, { after: 'x' })).rejects.toMatchObject({ code: 'bad-input', field: 'after' })
  })

  it('filters by account and by days, and gives the same as files', async () => {
    const deps = await published()
    const { items } = await recordJson(deps, null, {})
    const by = String(items.at(-1)?.payload.actorId)
    const numbers = async (asked: Parameters<typeof recordJson>[2]) =>
      (await recordJson(deps, null, asked)).items.map(({ seq }) => seq)
    expect(await numbers({ by })).toEqual([4])
    expect(await numbers({ by: 'nobody' })).toEqual([])
    expect(await numbers({ from: '2026-11-24', to: '2026-11-24', type: 'ballot.closed' })).toEqual([3])
    expect(await numbers({ from: '2026-11-25' })).toEqual([])
    expect(await numbers({ after: '2' })).toEqual([3, 4])
    const lines: string[] = []
    for await (const line of await recordCsv(deps, null, { type: 'ballot.closed' })) lines.push(line)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^3,2026-11-24T12:00:00\.000Z,ballot\.closed,ballot\//)
    await expect(recordJson(deps, null, { from: '2026-02-30' })).rejects.toMatchObject({ field: 'from' })
    await expect(recordView(deps, null, { from: '2026-11-25', to: '2026-11-24' })).rejects.toMatchObject({
      field: 'to',
    })
  })

  it('[R8] notices a change behind what it verified before', async () => {
    const deps = await published()
    await recordView(deps, null, {})
    plant(
      deps,
      'update events set at = at + 1 where seq = 4',
      `update events set hash = '${'1'.repeat(64)}' where seq = 4`,
    )
    const { chain } = await recordView(deps, null, {})
    expect(chain).toEqual({ through: 0, of: 4, fault: { seq: 4, fault: 'hash-differs' } })
  })

  it('[R4] lets no name, text or mail out', async () => {
    const deps = await published()
    const said = JSON.stringify([await recordView(deps, null, {}), await recordPage(deps, {})])
    for (const word of ['Wanda', 'Mara', 'example.org', 'A note']) expect(said).not.toContain(word)
  })

  it('gives programs whole public events, oldest first, with the number to go on from', async () => {
    const deps = await published()
    const first = await recordPage(deps, { limit: 3 })
    expect(first.items.map((event) => event.seq)).toEqual([1, 2, 3])
    expect(first.next).toBe(3)
    const rest = await recordPage(deps, { after: 3, limit: 3 })
    expect(rest.items.map((event) => event.seq)).toEqual([4])
    expect(rest.next).toBeNull()
    await expect(recordPage(deps, { limit: 0 })).rejects.toMatchObject({ code: 'bad-input', field: 'limit' })
    await expect(recordPage(deps, { after: -1 })).rejects.toMatchObject({ code: 'bad-input', field: 'after' })
  })
})
