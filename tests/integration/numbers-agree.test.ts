import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import { exportVault } from '../../server/usecases/atlas/export-vault.ts'
import { readVault } from '../../server/vault/read-vault.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer()
  folder = join(mkdtempSync(join(tmpdir(), 'folkmoot-numbers-')), 'vault')
  await exportVault(server.deps, { folder })
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

interface Entry {
  id: string
  title: string
  relations: { kind: 'conflict' | 'complement' | 'twin'; mechanism: string; to: string }[]
  people: { total: number; profiled: number }
}

const text = async (path: string) => (await fetch(server.url + path)).text()
const json = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>

async function entries(kind: EntryKind): Promise<Entry[]> {
  const { items } = await json<{ items: { id: string }[] }>(`/api/v1/entries?kind=${kind}`)
  return Promise.all(items.map(({ id }) => json<Entry>(`/${kindPath[kind]}/${id}.json`)))
}

/** The number beside the title of a panel. */
function panelCount(html: string, id: string): number {
  const [, count] = new RegExp(`id="${id}-title">[^<]*(?:<!-- -->[^<]*)*<span class="count">(\\d+)`).exec(html) ?? []
  return Number(count ?? Number.NaN)
}

/** What the list says around each strategy, however many pages it takes. */
async function listed(): Promise<Map<string, Record<string, number>>> {
  const rows = new Map<string, Record<string, number>>()
  for (let page = 1; page < 50; page++) {
    const before = rows.size
    const html = await text(`/strategies?page=${page}`)
    for (const part of html.split('class="strategy-row"').slice(1)) {
      const slug = /href="\/strategies\/([a-z0-9-]+)"/.exec(part)?.[1] ?? ''
      const numbers = [...part.matchAll(/<strong>(\d+)<\/strong>(?:<!-- -->|\s)*(person|people|conflict|complement)/g)]
      rows.set(
        slug,
        Object.fromEntries(numbers.map(([, n, what = '']) => [what === 'people' ? 'person' : what, Number(n)])),
      )
    }
    if (rows.size === before) break
  }
  return rows
}

/** Pairs of the matrix as its download has them. */
async function matrixPairs() {
  const [, ...lines] = (await text('/matrix.csv')).trim().split('\r\n')
  // Slugs, kind and mechanism never need quotation marks; titles may.
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
    return { a: cells[0] ?? '', b: cells[2] ?? '', kind: cells[4] ?? '', mechanism: cells[5] ?? '' }
  })
}

describe('numbers agree', () => {
  it('for every strategy on its page, in the list, in the matrix and in what programs read', async () => {
    const [strategies, rows, pairs] = [await entries('strategy'), await listed(), await matrixPairs()]
    expect(strategies).toHaveLength(76)
    expect([...rows.keys()].sort()).toEqual(strategies.map(({ id }) => id).sort())
    expect(pairs).toHaveLength(354)
    const wrong: string[] = []
    for (const { id, relations, people } of strategies) {
      const html = await text(`/strategies/${id}`)
      const count = (kind: string) => relations.filter((one) => one.kind === kind).length
      const inMatrix = pairs.filter(({ a, b }) => a === id || b === id)
      const said = {
        page: [panelCount(html, 'conflicts'), panelCount(html, 'complements'), panelCount(html, 'twins')],
        program: [count('conflict'), count('complement'), count('twin')],
        matrix: ['conflict', 'complement', 'twin'].map((kind) => inMatrix.filter((one) => one.kind === kind).length),
      }
      const row = rows.get(id)
      const same =
        JSON.stringify(said.page) === JSON.stringify(said.program) &&
        JSON.stringify(said.page) === JSON.stringify(said.matrix)
      const list = row?.conflict === said.page[0] && row?.complement === said.page[1] && row?.person === people.total
      const mechanisms = relations.every(({ to, mechanism }) =>
        inMatrix.some((pair) => (pair.a === to || pair.b === to) && pair.mechanism === mechanism),
      )
      if (!same || !list || !mechanisms || panelCount(html, 'people') !== people.total) {
        wrong.push(`${id}: ${JSON.stringify({ ...said, row, people })}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('on the first page, and in what is exported', async () => {
    const vault = readVault(folder)
    expect(vault.problems).toEqual([])
    const first = await text('/')
    for (const kind of entryKinds) {
      const files = readdirSync(join(folder, kindPath[kind]))
      const { items } = await json<{ items: { id: string }[] }>(`/api/v1/entries?kind=${kind}`)
      expect(files.map((name) => name.replace('.md', '')).sort()).toEqual(items.map(({ id }) => id).sort())
      const counted = new RegExp(`href="/${kindPath[kind]}">[^<]*</a></dt><dd>(\\d+)<`).exec(first)
      expect([kind, Number(counted?.[1])]).toEqual([kind, items.length])
    }
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('| `strategies/<id>.md` | 76 |')

    // People on a strategy are those whose exported entries say so, once each.
    const held = new Map<string, Set<string>>()
    for (const { kind, slug, content } of vault.entries) {
      const positions = kind === 'person' ? content.fields.positions : []
      for (const row of Array.isArray(positions) ? positions : []) {
        const strategy = typeof row === 'string' ? '' : String(row.strategy)
        held.set(strategy, (held.get(strategy) ?? new Set()).add(slug))
      }
    }
    // Every declared relation that is exported is a pair of the matrix, of its kind or of the stronger one.
    const pairs = new Map((await matrixPairs()).map(({ a, b, kind }) => [`${a} ${b}`, kind]))
    const lost: string[] = []
    for (const { slug, content } of vault.entries) {
      for (const { kind, to } of content.declarations) {
        const found = pairs.get(slug < to ? `${slug} ${to}` : `${to} ${slug}`)
        if (found !== kind && found !== 'conflict') lost.push(`${slug} ${kind} ${to}: ${found}`)
      }
    }
    expect(lost).toEqual([])
    for (const { id, people } of await entries('strategy'))
      expect([id, people.total]).toEqual([id, held.get(id)?.size ?? 0])
  }, 120_000)
})
