import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Services } from '../../../server/services.ts'
import { createServices } from '../../../server/services.ts'
import { exportVault } from '../../../server/usecases/atlas/export-vault.ts'
import { importVault } from '../../../server/usecases/atlas/import-vault.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { atlasIndex } from '../../../server/views/atlas-index.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { testDeps } from '../../factories/test-deps.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
let services: Services
let admin: Viewer
beforeAll(async () => {
  server = await startTestServer()
  services = createServices(server.deps)
  admin = await server.account('admin')
}, 120_000)
afterAll(() => server.stop())

const page = (path: string) => fetch(server.url + path, { redirect: 'manual' })
const text = async (path: string) => (await page(path)).text()

async function word(list: string, id: string) {
  const { rows } = await services.adminVocabulary(admin, `?list=${list}&q=${id}`)
  const found = rows.find((row) => row.id === id)
  if (!found) throw new Error(`there is no ${id} in ${list}`)
  return { list, id, revision: found.revision, found }
}

describe('the vocabulary', () => {
  it('[U20] a lever is worded anew on every page and in the export, cached ones too, and no hash moves', async () => {
    const before = await atlasIndex(server.deps)
    const { found, ...speed } = await word('lever', 'speed')
    expect(await text('/strategies/pause')).toContain(found.name)
    const { positivePull, negativePull, description } = found
    await services.rewordInVocabulary(admin, { ...speed, name: 'Pace of it', description, positivePull, negativePull })
    for (const path of ['/strategies/pause', '/levers/speed', '/levers', '/matrix']) {
      expect(await text(path)).toContain('Pace of it')
    }
    const after = await atlasIndex(server.deps)
    expect(after.entries.map(({ hash }) => hash)).toEqual(before.entries.map(({ hash }) => hash))
    expect(after.pairs).toEqual(before.pairs)
  })

  it('[U27] a second admin gets a 409 that keeps what was typed', async () => {
    const { found: _found, ...friction } = await word('coercion', 'friction')
    await services.rewordInVocabulary(admin, { ...friction, name: 'Rubbing', description: 'One.' })
    const answer = await fetch(`${server.url}/admin/vocabulary?list=coercion`, {
      method: 'POST',
      headers: { Origin: server.url, Cookie: await server.signIn('admin') },
      body: new URLSearchParams({
        ...{ intent: 'reword', list: 'coercion', id: 'friction', revision: String(friction.revision) },
        ...{ name: 'My own words', description: 'Two.' },
      }),
    })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('My own words')
    expect(html).toContain('Rubbing')
  })

  it('[U22] a used word is not retired, an unused one is, and drafts offer what is there', async () => {
    const { found, ...speed } = await word('lever', 'speed')
    expect(found.uses.entries.total).toBeGreaterThan(0)
    await expect(services.retireFromVocabulary(admin, speed)).rejects.toMatchObject({ code: 'conflict' })
    const texts = { name: 'Storage', description: 'Where it lies.', positivePull: 'more', negativePull: 'less' }
    const { id } = await services.addToVocabulary(admin, { list: 'lever', side: 'mixed', ...texts })
    expect((await atlasIndex(server.deps)).vocabulary.levers.at(-1)).toMatchObject({ id: 'storage', name: 'Storage' })
    const { id: draftId } = await services.createDraft(admin, {
      ...{ kind: 'strategy', title: 'A draft that stores', given: { lever: id } },
    })
    const kept = await word('lever', id)
    expect(kept.found.uses).toMatchObject({ entries: { total: 0 }, drafts: { total: 1 } })
    await expect(services.retireFromVocabulary(admin, kept)).rejects.toMatchObject({ code: 'conflict' })
    await services.moveDraft(admin, { draftId, move: 'withdraw' })
    await services.retireFromVocabulary(admin, kept)
    expect((await atlasIndex(server.deps)).vocabulary.levers.some((lever) => lever.id === id)).toBe(false)
  })

  it('[U25] a merged tag is the other one on page, list, facet, feed and search; versions and hashes stay', async () => {
    const before = await atlasIndex(server.deps)
    const [a, b] = mostUsed(before.tags())
    const both = new Set([...(before.tags().get(a) ?? []), ...(before.tags().get(b) ?? [])].map(({ slug }) => slug))
    const strategies = (index: typeof before, tag: string) =>
      new Set((index.tags().get(tag) ?? []).filter(({ kind }) => kind === 'strategy').map(({ slug }) => slug))
    const inBoth = new Set([...strategies(before, a), ...strategies(before, b)]).size
    await services.mergeTagInto(admin, { ...(await word('tag', a)), into: b })

    const after = await atlasIndex(server.deps)
    expect(after.tags().has(a)).toBe(false)
    expect(after.tags().get(b)?.length).toBe(both.size)
    expect(after.entries.map(({ hash }) => hash)).toEqual(before.entries.map(({ hash }) => hash))
    const moved = await page(`/tags/${a}?kind=strategy`)
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `/tags/${b}?kind=strategy`])
    const { entries } = (await (await page(`/tags/${a}.json`)).json()) as { entries: unknown[] }
    expect(entries).toHaveLength(both.size)
    expect(await text(`/tags/${a}/feed.xml`)).toContain(`Tag ${b}`)
    const { total } = await services.strategiesList(null, `?tag=${a}`)
    expect(total).toBe(inBoth)
    const { facets } = await services.strategiesList(null, '')
    const offered = JSON.stringify(facets.find(({ id }) => id === 'tag'))
    expect(offered).not.toContain(`"${a}"`)
    const one = [...strategies(before, a)][0] ?? ''
    expect(await text(`/strategies/${one}`)).not.toContain(`/tags/${a}"`)

    const folder = join(mkdtempSync(join(tmpdir(), 'folkmoot-words-')), 'vault')
    await exportVault(server.deps, { folder })
    expect(readFileSync(join(folder, 'tags.yml'), 'utf8')).toContain(`into: ${b}`)
    const other = testDeps()
    expect((await importVault(other, { folder, dryRun: false })).problems).toEqual([])
    const again = await atlasIndex(other)
    expect(again.tags().get(b)?.length).toBe(both.size)
    expect(again.entries.map(({ hash }) => hash)).toEqual(after.entries.map(({ hash }) => hash))
    const here = await importVault(server.deps, { folder, dryRun: true })
    expect(here).toMatchObject({ vocabulary: { created: 0, changed: 0 }, entries: { created: 0, changed: 0 } })
    rmSync(join(folder, '..'), { recursive: true, force: true })

    await services.takeMergedTagApart(admin, await word('tag', a))
    expect((await atlasIndex(server.deps)).tags().get(a)?.length).toBe(before.tags().get(a)?.length)
  })

  it('the record stays whole, and says what was done without the words', async () => {
    const { fault } = await checkRecord(server.deps)
    expect(fault).toBeNull()
    expect(await text('/record?type=vocabulary.changed')).toContain('A tag was merged into another')
  })

  it('what people changed is left alone by an import of the vault', async () => {
    const { warnings } = await importVault(server.deps, { folder: 'db/seed/vault', dryRun: true })
    expect(warnings.filter((warning) => warning.startsWith('people changed the lever “speed”'))).toHaveLength(1)
  })

  it('is changed by admins alone', async () => {
    const moderator = await makeAccount(server.deps, { role: 'moderator' })
    const { found: _found, ...speed } = await word('lever', 'speed')
    const texts = { name: 'x', description: 'x', positivePull: 'x', negativePull: 'x' }
    for (const act of [
      () => services.rewordInVocabulary(moderator, { ...speed, ...texts }),
      () => services.addToVocabulary(moderator, { list: 'expertise', ...texts }),
      () => services.moveInVocabulary(moderator, { ...speed, by: 1 }),
      () => services.mergeTagInto(moderator, { list: 'tag', id: 'open-weights', revision: 0, into: 'x' }),
      () => services.adminVocabulary(moderator, ''),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })
})

/** The two tags that most entries carry. */
function mostUsed(tags: ReadonlyMap<string, readonly unknown[]>): [string, string] {
  const [a, b] = [...tags].sort(([, x], [, y]) => y.length - x.length).map(([tag]) => tag)
  return [a ?? '', b ?? '']
}
