import { asc, count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { insertSnapshot } from '../../db/queries/snapshots.ts'
import { insertVariant, insertVersion } from '../../db/queries/versions.ts'
import { entries, eventPrivate, events, snapshots, versions, vocabulary } from '../../db/schema.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { firstChainFault } from '../../domain/record/chain.ts'
import type { Deps } from '../../server/deps.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { testDeps } from '../factories/test-deps.ts'
import { vaultCopy } from '../factories/vault-copy.ts'

const seed = 'db/seed/vault'
const bring = (deps: Deps, folder = seed) => importVault(deps, { folder, dryRun: false })

async function tally({ store: { read } }: Deps) {
  const [events_, versions_, words] = [
    await read.$count(events),
    await read.$count(versions),
    await read.$count(vocabulary),
  ]
  return { events: events_, versions: versions_, words, entries: await read.$count(entries) }
}

describe('bringing in the vault', () => {
  it('brings every entry as version 1 and every word of the vocabulary', async () => {
    const deps = testDeps()
    expect(await bring(deps)).toEqual({
      applied: true,
      problems: [],
      warnings: [],
      entries: { created: 127, changed: 0, unchanged: 0 },
      vocabulary: { created: 57, changed: 0, unchanged: 0 },
    })
    const kinds = await deps.store.read.select({ kind: entries.kind, n: count() }).from(entries).groupBy(entries.kind)
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
      strategy: 76,
      scenario: 9,
      person: 36,
      concept: 4,
      source: 2,
    })
    const words = await deps.store.read
      .select({ kind: vocabulary.kind, n: count() })
      .from(vocabulary)
      .groupBy(vocabulary.kind)
    expect(Object.fromEntries(words.map(({ kind, n }) => [kind, n]))).toEqual({
      lever: 15,
      axis: 5,
      portfolio: 10,
      mechanism: 11,
      expertise: 6,
      recognition: 4,
      stance: 6,
    })
    const [version] = await deps.store.read.select().from(versions).limit(1)
    expect(version).toMatchObject({ n: 1, kind: 'import', publishedBy: 'system', decision: { kind: 'imported' } })
  })

  it('keeps what the files say', async () => {
    const deps = testDeps()
    await bring(deps)
    const index = await atlasIndex(deps)
    const pause = index.find('strategy', 'pause')?.content
    expect(pause?.fields).toMatchObject({
      lever: 'speed',
      pull: '-',
      'acts-on': 'speed-timing',
      'analogue-domain': 'nuclear',
      'analogue-regime': 'Limited Test Ban Treaty moratorium',
      'source-note': 'Pause as macrostrategy.md',
      tags: ['activism', 'moratorium', 'slowdown'],
    })
    expect(pause?.fields.vintages).toHaveLength(2)
    expect(pause?.fields.commitments).toContainEqual({
      topic: 'time',
      claim: 'A delay will be used to prepare.',
      'fails-if': 'years go by and the hard problems are where they were; the same choice then waits at the end.',
    })
    expect(plainText(pause?.sections.threshold ?? [])).toBe('Some of the leading developers keep going.')
    expect(plainText(pause?.sections.overshoot ?? [])).toMatch(/^The careful drop out/)
    expect(plainText(pause?.sections['analogue-failed'] ?? [])).toMatch(/^Testing went on below ground/)
    expect(pause?.declarations).toContainEqual({ kind: 'conflict', to: 'acceleration', rationale: '' })

    const mostaque = index.find('person', 'emad-mostaque')?.content
    expect(mostaque?.fields.positions).toMatchObject([
      {
        strategy: 'pause',
        stance: 'endorses',
        summary: expect.stringMatching(/^Signed the 2023/),
        sources: [{ medium: 'tweet' }, {}].slice(1),
      },
      { strategy: 'open-source-maximalism' },
    ])
    expect(plainText(mostaque?.sections.body ?? [])).toMatch(/^Thesis\nThe account summarised here/)
    expect(index.find('person', 'ada-rose-cannon')?.content.fields).not.toHaveProperty('expertise')
  })

  it('gives the counts of Open source maximalism', async () => {
    const deps = testDeps()
    await bring(deps)
    const index = await atlasIndex(deps)
    const relations = index.relationsOf('open-source-maximalism')
    const of = (kind: string) => relations.filter((one) => one.kind === kind)
    expect(of('conflict')).toHaveLength(5)
    expect(of('conflict').filter(({ declared }) => declared !== 'other')).toHaveLength(3)
    expect(of('complement')).toHaveLength(5)
    expect(of('complement').filter(({ declared }) => declared !== 'other')).toHaveLength(4)
    expect(of('twin')).toHaveLength(1)
    const people = index.positionsOn('open-source-maximalism')
    expect(people).toHaveLength(36)
    expect(people.filter(({ profiled }) => profiled)).toHaveLength(8)
    expect(people.slice(0, 8).every(({ profiled }) => profiled)).toBe(true)
    const mix = (field: string, ids: string[]) =>
      ids.map((id) => people.filter(({ person }) => person.content.fields[field] === id).length)
    expect(
      mix(
        'expertise',
        index.vocabulary.expertise.map(({ id }) => id),
      ),
    ).toEqual([3, 3, 0, 1, 0, 1])
    expect(
      mix(
        'recognition',
        index.vocabulary.recognition.map(({ id }) => id),
      ),
    ).toEqual([4, 4, 0, 0])
    // 110 tags of entries and the 10 categories that people are put under.
    expect(index.tags().size).toBe(120)
    expect(index.strategiesFor('decisive-advantage')).toHaveLength(6)
    expect(index.scenariosOf('coup-prevention-first').map(({ slug }) => slug)).toContain('decisive-advantage')
    expect(index.links['open-source-agi']).toEqual({ title: 'Open-Source AGI', href: '/concepts/open-source-agi' })
  })

  it('leaves a record that holds and content that hashes as stored', async () => {
    const deps = testDeps()
    await bring(deps)
    const rows = await deps.store.read.select().from(events).orderBy(asc(events.seq))
    const leaves = new Map((await deps.store.read.select().from(eventPrivate)).map((leaf) => [leaf.seq, leaf]))
    expect(rows).toHaveLength(128)
    expect(firstChainFault(rows, leaves)).toBeNull()
    for (const { content, hash } of await deps.store.read.select().from(snapshots))
      expect(contentHash(content)).toBe(hash)
  })

  it('changes nothing the second time, and nothing in a dry run', async () => {
    const deps = testDeps()
    expect(await importVault(deps, { folder: seed, dryRun: true })).toMatchObject({
      applied: false,
      entries: { created: 127, changed: 0, unchanged: 0 },
    })
    expect(await tally(deps)).toEqual({ events: 0, versions: 0, words: 0, entries: 0 })
    await bring(deps)
    const before = await tally(deps)
    expect(await bring(deps)).toMatchObject({
      applied: true,
      entries: { created: 0, changed: 0, unchanged: 127 },
      vocabulary: { created: 0, changed: 0, unchanged: 57 },
    })
    expect(await tally(deps)).toEqual(before)
  })

  it('publishes a changed file as the next version and a changed word as the next revision', async () => {
    const deps = testDeps()
    await bring(deps)
    const first = await atlasIndex(deps)
    const vault = vaultCopy()
    vault.edit('strategies/pause.md', 'What is scarcest is time.', 'Time is what is scarcest.')
    vault.edit('levers.yml', 'name: "Speed"', 'name: "Pace"')
    expect(await bring(deps, vault.folder)).toMatchObject({
      entries: { created: 0, changed: 1, unchanged: 126 },
      vocabulary: { created: 0, changed: 1, unchanged: 56 },
    })
    const second = await atlasIndex(deps)
    expect(second.find('strategy', 'pause')).toMatchObject({ n: 2 })
    expect(second.vocabulary.levers.find(({ id }) => id === 'speed')?.name).toBe('Pace')
    expect(second.vocabulary.levers).toHaveLength(15)
    expect(second.revision).not.toBe(first.revision)
    expect(first.find('strategy', 'pause')).toMatchObject({ n: 1 })
  })

  it('numbers a changed file after a minority variant of its entry', async () => {
    const deps = testDeps()
    await bring(deps)
    const entry = (await atlasIndex(deps)).find('strategy', 'pause')
    const [one] = await deps.store.read
      .select()
      .from(versions)
      .where(eq(versions.id, entry?.versionId ?? ''))
    if (!one) throw new Error('the vault lacks pause')
    await deps.store.tx((q) => insertVariant(q, { ...one, id: 'v2', n: 2, kind: 'variant', variant: 'Shorter' }))
    const vault = vaultCopy()
    vault.edit('strategies/pause.md', 'What is scarcest is time.', 'Time is what is scarcest.')
    expect((await bring(deps, vault.folder)).entries.changed).toBe(1)
    expect((await atlasIndex(deps)).find('strategy', 'pause')).toMatchObject({ n: 3 })
  })

  it('never overwrites what people published', async () => {
    const deps = testDeps()
    await bring(deps)
    const entry = (await atlasIndex(deps)).find('strategy', 'pause')
    if (!entry) throw new Error('the vault lacks pause')
    await deps.store.tx(async (q) => {
      const content = { ...entry.content, title: 'Pause, worded together' }
      const common = { entryId: entry.entryId, draftId: null }
      const snapshot = await insertSnapshot(q, { ...common, id: 's2', docSeq: 1, content, createdAt: 1 })
      const [one] = await q.select().from(versions).limit(1)
      if (!one) throw new Error('no version')
      await insertVersion(q, { ...one, ...common, id: 'v2', n: 2, kind: 'publish', snapshotId: snapshot.id }, snapshot)
    })
    const report = await bring(deps)
    expect(report.entries).toEqual({ created: 0, changed: 0, unchanged: 127 })
    expect(report.warnings).toEqual([
      'strategies/pause.md:1: people published version 2, so the file was not imported; propose its text as a revision.',
    ])
  })
})
