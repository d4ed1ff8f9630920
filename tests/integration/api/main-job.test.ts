import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken } from '../../factories/accounts.ts'
import type { ApiClient } from '../../factories/api-client.ts'
import { apiClient } from '../../factories/api-client.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
let ada: ApiClient
let ben: ApiClient
let moderator: ApiClient
let anybody: ApiClient

beforeAll(async () => {
  server = await startTestServer()
  const as = async (email: string) => apiClient(server.url, await makeToken(server.deps, await server.account(email)))
  ada = await as('contributor')
  ben = await as('contributor2')
  moderator = await as('moderator')
  anybody = apiClient(server.url, null)
}, 60_000)
afterAll(() => server.stop())

describe('the main job over the API', () => {
  it('revises a strategy, argues, votes and publishes version 2 with its decision', async () => {
    const entry = '/entries/strategy/open-source-maximalism'
    const before = (await anybody.get(entry)).body
    expect(before).toMatchObject({ kind: 'strategy', id: 'open-source-maximalism', version: 1 })

    const { id: draft } = (await ada.post('/drafts', { kind: 'strategy', entry: 'open-source-maximalism' })).body
    const read = (await ben.get(`/drafts/${draft}`)).body
    expect(read).toMatchObject({ id: draft, state: 'writing', contentHash: before.contentHash })

    const signal =
      'Support ends if **two** open releases are followed by an incident that closed weights would have prevented.'
    const written = await ben.post(`/drafts/${draft}/sections/falsification`, { markdown: signal })
    expect(written.body.section).toBe('falsification')
    const after = (await ada.get(`/drafts/${draft}`)).body
    expect(after.sections).toEqual({ ...before.sections, falsification: signal })
    expect(after.contentHash).toBe(written.body.contentHash)

    const thread = await ben.post('/threads', { draft, place: { section: 'falsification' }, kind: 'falsification' })
    const against = { type: 'against', text: 'An incident proves little about the counterfactual.' }
    const posted = await ada.post(`/threads/${thread.body.id}/contributions`, against)
    const source = { url: 'https://example.org/study', title: 'A study', publisher: 'A paper', date: '2024-03-01' }
    const reply = {
      type: 'for',
      text: 'It is the best that can be observed.',
      replyTo: posted.body.id,
      sources: [source],
      seeAlso: [`${server.url}/threads/${thread.body.id}#c-${posted.body.id}`],
    }
    const unread = { ...reply, sources: [{ ...source, url: 'javascript:alert(1)' }] }
    expect((await ben.post(`/threads/${thread.body.id}/contributions`, unread)).body).toMatchObject({
      code: 'bad-input',
      field: 'sources.0.url',
    })
    expect((await ben.post(`/threads/${thread.body.id}/contributions`, reply)).status).toBe(201)

    const opening = {
      draft,
      rule: 'simple-majority',
      parameters: {},
      quorum: 2,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      electorate: ['contributor@demo.invalid', 'contributor2@demo.invalid', 'moderator@demo.invalid'],
      names: 'shown',
    }
    const ballot = (await ada.post('/ballots', opening)).body
    expect(ballot.contentHash).toBe(after.contentHash)

    expect((await ada.post(`/ballots/${ballot.id}/votes`, { choice: 'agree' })).body.receipt).toMatch(/\S{6,}/)
    await ben.post(`/ballots/${ballot.id}/votes`, { choice: 'object', reason: 'Too early.' })
    await ben.post(`/ballots/${ballot.id}/votes`, { choice: 'reservations', reason: 'Name the incident.' })
    const open = (await moderator.get(`/ballots/${ballot.id}`)).body
    expect(open).toMatchObject({ state: 'open', turnout: 2, electorate: 3, outcome: null, papers: [] })

    expect((await ada.post(`/ballots/${ballot.id}/close`, { reason: 'Enough.' })).status).toBe(403)
    const closed = await moderator.post(`/ballots/${ballot.id}/close`, { reason: 'Everybody has voted.' })
    expect(closed.body.outcome).toMatchObject({ result: 'adopted', turnout: 2 })
    expect((await moderator.post(`/ballots/${ballot.id}/votes`, { choice: 'agree' })).body).toMatchObject({
      code: 'too-late',
      status: 409,
    })

    const note = 'States what would end support for it.'
    expect((await ada.post(`/drafts/${draft}/publish`, { note })).status).toBe(403)
    expect((await moderator.post(`/drafts/${draft}/publish`, { note })).body).toEqual({ version: 2 })
    expect((await moderator.post(`/drafts/${draft}/publish`, { note })).status).toBe(409)

    const published = (await anybody.get(entry)).body
    expect(published).toMatchObject({ version: 2, contentHash: ballot.contentHash })
    expect(published.sections.falsification).toBe(signal)
    expect(JSON.stringify(published.decision)).toContain(ballot.id)
    const versions = (await anybody.get(`${entry}/versions`)).body.items
    expect(versions.map((version: { n: number }) => version.n)).toEqual([2, 1])
    expect((await anybody.get(`${entry}/versions/1`)).body).toMatchObject({
      version: 1,
      contentHash: before.contentHash,
      sections: before.sections,
    })

    const told = await wholeRecord()
    expect(told.map((event) => event.type)).toEqual(
      expect.arrayContaining(['draft.created', 'thread.opened', 'ballot.opened', 'ballot.closed', 'version.published']),
    )
    for (const [i, event] of told.entries()) {
      expect(event.seq).toBe(i + 1)
      if (i > 0) expect(event.prev).toBe(told[i - 1]?.hash)
    }
    const text = JSON.stringify(told)
    expect(text).not.toContain('counterfactual')
    expect(text).not.toContain('@demo.invalid')
  }, 60_000)

  it('reads the atlas with the numbers that its pages show', async () => {
    expect((await anybody.get('/entries?kind=strategy')).body.items).toHaveLength(76)
    expect((await anybody.get('/entries')).body.items).toHaveLength(76 + 9 + 36 + 4 + 2)
    const { relations, people, decision } = (await anybody.get('/entries/strategy/open-source-maximalism')).body
    const count = (kind: string) => relations.filter((relation: { kind: string }) => relation.kind === kind).length
    expect([count('conflict'), count('complement'), count('twin')]).toEqual([5, 5, 1])
    expect([people.total, people.profiled]).toEqual([36, 8])
    expect(Object.values(people.expertise)).toEqual([3, 3, 0, 1, 0, 1])
    expect(Object.values(people.recognition)).toEqual([4, 4, 0, 0])
    expect(decision).toBeDefined()
  })

  it('makes a new entry', async () => {
    const { status, body } = await ada.post('/drafts', { kind: 'strategy', title: 'Slow handover of keys' })
    expect(status).toBe(201)
    expect((await ada.get(`/drafts/${body.id}`)).body).toMatchObject({
      title: 'Slow handover of keys',
      entry: { kind: 'strategy', id: 'slow-handover-of-keys', version: null },
      sections: {},
    })
  })

  it('opens a thread on a published entry, named in each of the three ways', async () => {
    for (const entry of ['pause', 'strategy/pause', { kind: 'strategy', id: 'pause' }]) {
      expect((await ada.post('/threads', { entry, place: { section: 'bet' }, kind: 'wording' })).status).toBe(201)
    }
  })
})

async function wholeRecord(): Promise<{ seq: number; type: string; prev: string; hash: string }[]> {
  const all = []
  let after: number | null = 0
  while (after !== null) {
    const { items, next }: { items: { seq: number; type: string; prev: string; hash: string }[]; next: number | null } =
      (await anybody.get(`/record?after=${after}`)).body
    all.push(...items)
    after = next
  }
  return all
}
