import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { eventHash, genesisHash, leafHash } from '../../domain/record/chain.ts'

type Line = Record<string, unknown> & { kind: string }

/** A bundle with one lie in it, and what was done. */
export interface Mutant {
  lines: string[]
  what: string
}

/** What a liar does besides: nothing, the manifest made to fit, or the whole chain hashed anew and the manifest too. */
const covers = ['bare', 'manifest', 'chain'] as const

/**
 * Plants one lie in a bundle: a value changed, a member taken away or added, a line taken away, doubled or moved, or two
 * values of one kind exchanged. Lines of checkpoints are not taken away, since a bundle with fewer of them claims less.
 *
 * @param random from 0 up to 1.
 */
export function mutate(lines: readonly string[], random: () => number): Mutant {
  const pickOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  for (;;) {
    const parsed = lines.map((line) => JSON.parse(line) as Line)
    const what = pickOf(Object.keys(acts) as (keyof typeof acts)[])
    const where = acts[what](parsed, pickOf, random)
    if (where === null) continue
    const cover = pickOf(covers)
    if (cover === 'chain') rechain(parsed)
    const made = cover === 'bare' ? parsed.map(canonicalJson) : withManifest(parsed)
    if (made.length === lines.length && made.every((line, i) => line === lines[i])) continue
    return { lines: made, what: `${what} ${where}, ${cover}` }
  }
}

type Pick = <T>(list: readonly T[]) => T

const acts = {
  value(lines: Line[], pick: Pick, random: () => number): string | null {
    const n = Math.floor(random() * lines.length)
    const path = pick(leavesOf(lines[n]))
    const [holder, key] = at(lines[n], path)
    if (path.at(-1) === 'kind' && path.length === 1) return null
    holder[key] = changed(holder[key], random)
    return `${n}: ${path.join('.')}`
  },
  'take a member from'(lines: Line[], pick: Pick, random: () => number): string {
    const n = Math.floor(random() * lines.length)
    const path = pick(leavesOf(lines[n]))
    const cut = path.slice(0, 1 + Math.floor(random() * path.length))
    const [holder, key] = at(lines[n], cut)
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
    return `${n}: ${cut.join('.')}`
  },
  'add a member to'(lines: Line[], pick: Pick, random: () => number): string {
    const n = Math.floor(random() * lines.length)
    const path = pick(leavesOf(lines[n]))
    const [holder] = at(lines[n], path)
    if (Array.isArray(holder)) holder.push('x')
    else holder.added = 1
    return `${n}: ${path.slice(0, -1).join('.')}`
  },
  'take the line'(lines: Line[], _pick: Pick, random: () => number): string | null {
    const n = 1 + Math.floor(random() * (lines.length - 1))
    if (lines[n]?.kind === 'checkpoint') return null
    const [gone] = lines.splice(n, 1)
    return `${n}: ${gone?.kind}`
  },
  'double the line'(lines: Line[], _pick: Pick, random: () => number): string {
    const n = Math.floor(random() * lines.length)
    const line = lines[n] as Line
    lines.splice(n, 0, structuredClone(line))
    return `${n}: ${line.kind}`
  },
  'move the line'(lines: Line[], _pick: Pick, random: () => number): string | null {
    const [from, to] = [0, 0].map(() => 1 + Math.floor(random() * (lines.length - 1))) as [number, number]
    if (from === to) return null
    lines.splice(to, 0, ...lines.splice(from, 1))
    return `${from} to ${to}`
  },
  'exchange values of'(lines: Line[], pick: Pick, random: () => number): string | null {
    const n = Math.floor(random() * lines.length)
    const path = pick(leavesOf(lines[n]))
    const others = lines.filter((line, i) => i !== n && line.kind === lines[n]?.kind && has(line, path))
    if (others.length === 0 || path[0] === 'kind') return null
    const [one, key] = at(lines[n], path)
    const [two] = at(pick(others), path)
    if (canonicalJson(one[key]) === canonicalJson(two[key])) return null
    ;[one[key], two[key]] = [two[key], one[key]]
    return `${n}: ${path.join('.')}`
  },
} as const

/** Paths to everything that is no object with members. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]))
}

function has(value: unknown, path: readonly string[]): boolean {
  let now = value
  for (const key of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, key)) return false
    now = (now as Record<string, unknown>)[key]
  }
  return true
}

function at(line: unknown, path: readonly string[]): [Record<string, unknown>, string] {
  let holder = line as Record<string, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>
  return [holder, path.at(-1) ?? '']
}

function changed(value: unknown, random: () => number): unknown {
  if (typeof value === 'number') return value + (random() < 0.5 ? 1 : -1)
  if (typeof value === 'boolean') return !value
  if (value === null) return random() < 0.5 ? 'x' : 0
  if (typeof value !== 'string') return 'x'
  if (random() < 0.2) return null
  if (value === '') return 'x'
  const i = Math.floor(random() * value.length)
  const letter = value[i] === 'a' ? 'b' : 'a'
  return value.slice(0, i) + letter + value.slice(i + 1)
}

/** Hashes every leaf and every event anew, so that the chain holds again. */
function rechain(lines: Line[]): void {
  let prev: unknown = genesisHash
  for (const line of lines) {
    if (line.kind !== 'event') continue
    const event = line as unknown as RecordEvent & { leaf?: Parameters<typeof leafHash>[0] }
    if (event.leaf?.payload) event.leafHash = leafHash(event.leaf)
    event.prev = prev as string
    event.hash = eventHash(event)
    prev = event.hash
  }
}

/** The lines with a manifest that fits them. */
export function withManifest(parsed: Line[]): string[] {
  const texts = parsed.map(canonicalJson)
  const manifest = parsed[0]
  if (manifest?.kind !== 'manifest') return texts
  const counts: Record<string, number> = {}
  const digests: Record<string, ReturnType<typeof createHash>> = {}
  for (const kind of Object.keys((manifest.counts as object | undefined) ?? {})) {
    counts[kind] = 0
    digests[kind] = createHash('sha256')
  }
  for (const [i, { kind }] of parsed.entries()) {
    if (i === 0 || counts[kind] === undefined) continue
    counts[kind] += 1
    digests[kind]?.update(`${texts[i]}\n`)
  }
  const last = parsed.findLast(({ kind }) => kind === 'event')
  const hashes = Object.fromEntries(Object.entries(digests).map(([kind, digest]) => [kind, digest.digest('hex')]))
  const through = last ? { seq: last.seq, hash: last.hash } : manifest.through
  return [canonicalJson({ ...manifest, counts, hashes, through }), ...texts.slice(1)]
}
