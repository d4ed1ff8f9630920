import { kindPath } from '../../domain/entries/kinds.ts'
import type { Vocabulary } from '../../domain/entries/vocabulary.ts'
import { relatePairs } from '../../domain/relations/relate-pairs.ts'
import { declarationsOf, strategyFacts } from '../../domain/relations/strategy-facts.ts'
import type { Problems } from './problems.ts'
import type { VaultEntry } from './read-entry.ts'

/**
 * Compares what the vault's own README says of its size with what is there: files, sections of strategies, pairs by
 * mechanism. A difference is a warning, since a vault may grow; it tells of a file lost in copying.
 */
export function checkCounts(
  readme: string,
  vault: { entries: readonly VaultEntry[]; vocabulary: Vocabulary },
  warnings: Problems,
): void {
  const counts = new Map([...fileCounts(vault), ...sectionCounts(vault.entries), ...mechanismCounts(vault)])
  for (const [i, line] of readme.split('\n').entries()) {
    const cells = line.split('|').map((cell) => cell.trim())
    const name = /^`(.+)`$/.exec(cells[1] ?? '')?.[1]
    const said = /^(\d+)\b/.exec(cells.at(-2) ?? '')?.[1]
    const found = name === undefined ? undefined : counts.get(name)
    if (cells.length < 4 || said === undefined || found === undefined || found === Number(said)) continue
    warnings.add(
      'README.md',
      i + 1,
      `says ${said} for "${name}" where there are ${found}; correct the table or look for what is missing.`,
    )
  }
}

function fileCounts({ entries, vocabulary }: { entries: readonly VaultEntry[]; vocabulary: Vocabulary }) {
  const files = Object.entries(kindPath).map(([kind, path]): [string, number] => [
    `${path}/<id>.md`,
    entries.filter((entry) => entry.kind === kind).length,
  ])
  const lists: [string, number][] = [
    ['levers.yml', vocabulary.levers.length],
    ['axes.yml', vocabulary.axes.length],
    ['portfolios.yml', vocabulary.portfolios.length],
    ['mechanisms.yml', vocabulary.mechanisms.length],
    ['tiers.yml', vocabulary.expertise.length],
  ]
  return [...files, ...lists]
}

function sectionCounts(entries: readonly VaultEntry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, file } of entries) {
    if (kind !== 'strategy') continue
    for (const { heading } of file.sections) counts.set(`## ${heading}`, (counts.get(`## ${heading}`) ?? 0) + 1)
  }
  return counts
}

function mechanismCounts({ entries, vocabulary }: { entries: readonly VaultEntry[]; vocabulary: Vocabulary }) {
  const strategies = entries.filter(({ kind }) => kind === 'strategy')
  const pairs = relatePairs(
    strategies.map(({ slug, content }) => strategyFacts(slug, content, vocabulary.levers)),
    strategies.flatMap(({ slug, content }) => declarationsOf(slug, content)),
  )
  return vocabulary.mechanisms.map(({ id }): [string, number] => [
    id,
    pairs.filter((pair) => pair.mechanism === id).length,
  ])
}
