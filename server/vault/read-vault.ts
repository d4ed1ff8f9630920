import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import type { Vocabulary } from '../../domain/entries/vocabulary.ts'
import { checkCounts } from './check-counts.ts'
import { checkReferences } from './check-references.ts'
import { lineAt, readMarkdownFile } from './markdown-file.ts'
import { Problems } from './problems.ts'
import type { VaultEntry } from './read-entry.ts'
import { readEntry } from './read-entry.ts'
import { readVocabulary } from './read-vocabulary.ts'

export interface Vault {
  vocabulary: Vocabulary
  /** By kind and then by file name. */
  entries: VaultEntry[]
  /** What keeps the vault from being imported, as `file:line: what is wrong, what to do`. */
  problems: string[]
  /** What deserves a look and keeps nothing. */
  warnings: string[]
}

/** Reads a whole vault and checks everything that can be checked without a database. */
export function readVault(folder: string): Vault {
  const problems = new Problems()
  const warnings = new Problems()
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    problems.add(folder, 1, 'there is no such folder; name the folder of a vault.')
    return { vocabulary: noVocabulary, entries: [], problems: problems.lines(), warnings: [] }
  }
  const text = (file: string) => {
    const path = join(folder, file)
    if (!existsSync(path)) return undefined
    const bytes = readFileSync(path)
    const decoded = bytes.toString('utf8')
    if (!isUtf8(bytes)) {
      problems.add(file, lineAt(decoded, decoded.indexOf('\uFFFD')), 'the text is not UTF-8; save it as UTF-8.')
    }
    return decoded
  }
  const files = new Map(entryKinds.map((kind) => [kind, markdownFiles(folder, kindPath[kind], problems, warnings)]))
  const ids = (kind: EntryKind) => (files.get(kind) ?? []).map((file) => file.replace(/\.md$/, ''))
  const vocabulary = readVocabulary(text, ids('strategy'), problems)
  const known = { vocabulary, strategies: ids('strategy'), scenarios: ids('scenario') }
  const entries = entryKinds.flatMap((kind) =>
    (files.get(kind) ?? []).flatMap((name) => {
      const path = `${kindPath[kind]}/${name}`
      const file = readMarkdownFile(path, text(path) ?? '', kind, problems)
      return file ? [readEntry(kind, file, known)] : []
    }),
  )
  checkReferences(entries, known, problems)
  const readme = text('README.md')
  if (readme !== undefined && !problems.some) checkCounts(readme, { entries, vocabulary }, warnings)
  return { vocabulary, entries, problems: problems.lines(), warnings: warnings.lines() }
}

const noVocabulary: Vocabulary = {
  levers: [],
  axes: [],
  expertise: [],
  recognition: [],
  stances: [],
  mechanisms: [],
  portfolios: [],
  tags: [],
}

function markdownFiles(folder: string, name: string, problems: Problems, warnings: Problems): string[] {
  const path = join(folder, name)
  if (!existsSync(path)) {
    problems.add(name, 1, 'the folder is missing; add it to the vault, empty if need be.')
    return []
  }
  const names = readdirSync(path).filter((one) => !one.startsWith('.'))
  for (const one of names) {
    if (!one.endsWith('.md')) warnings.add(`${name}/${one}`, 1, 'this is not a Markdown file; it was left out.')
  }
  return names.filter((one) => one.endsWith('.md')).sort()
}
