import { findActorName } from '../../db/queries/actors.ts'
import type { Deps } from '../deps.ts'
import { personalTables } from './personal-tables.ts'

interface Part {
  table: string
  words: string
  rows: object[]
}

/** Everything that is kept about a person, as JSON and as Markdown for reading ([A20]). */
export async function copyOfData(deps: Deps, actorId: string): Promise<{ json: string; markdown: string }> {
  const q = deps.store.read
  const parts: Part[] = []
  for (const [table, its] of Object.entries(personalTables)) {
    if ('read' in its) parts.push({ table, words: its.words, rows: await its.read(q, actorId) })
  }
  const name = await findActorName(q, actorId)
  const madeAt = new Date(deps.now()).toISOString()
  const data = Object.fromEntries(parts.map(({ table, rows }) => [table, rows]))
  const json = JSON.stringify({ format: 1, madeAt, id: actorId, name, data }, null, 2)
  return { json: `${json}\n`, markdown: asMarkdown(name, madeAt, parts) }
}

function asMarkdown(name: string, madeAt: string, parts: readonly Part[]): string {
  const full = parts.filter(({ rows }) => rows.length > 0)
  const sections = full.map(({ words, rows }) => `## ${words} (${rows.length})\n\n${rows.map(rowOf).join('\n')}`)
  const empty = parts.filter(({ rows }) => rows.length === 0).map(({ words }) => words)
  return [
    `# What is kept about ${oneLine(name)}`,
    `Made at ${madeAt}.`,
    ...sections,
    ...(empty.length > 0 ? [`## Nothing is kept of\n\n${empty.join(', ')}.`] : []),
    '',
  ].join('\n\n')
}

const rowOf = (row: object) =>
  `- ${Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${shown(key, value)}`)
    .join(' · ')}`

function shown(key: string, value: unknown): string {
  if (typeof value === 'number' && /(?:^a|A)t$|^until$|Until$/.test(key)) return new Date(value).toISOString()
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value))
}

/** Nothing that somebody typed begins a line of its own. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ⏎ ')
