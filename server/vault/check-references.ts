import type { Problems } from './problems.ts'
import type { VaultEntry } from './read-entry.ts'
import type { Known } from './read-fields.ts'

/** Checks what two files say of each other: scenarios both ways, and that no pair is both conflict and complement. */
export function checkReferences(entries: readonly VaultEntry[], known: Known, problems: Problems): void {
  checkScenarios(entries, known, problems)
  checkDeclarations(entries, problems)
}

function checkScenarios(entries: readonly VaultEntry[], known: Known, problems: Problems): void {
  const scenarios = entries.filter(({ kind }) => kind === 'scenario')
  const strategies = entries.filter(({ kind }) => kind === 'strategy')
  const responsive = new Map(
    scenarios.map((entry) => [entry.slug, entry.file.fields.words('responsive', known.strategies)]),
  )
  const answers = new Map(strategies.map((entry) => [entry.slug, answered(entry)]))
  for (const { slug, file } of scenarios) {
    for (const { value, line } of responsive.get(slug) ?? []) {
      if (answers.get(value)?.includes(slug) === false) {
        problems.add(
          file.path,
          line,
          `responsive lists "${value}", whose scenarios do not list "${slug}"; correct one of the two.`,
        )
      }
    }
  }
  for (const { slug, file } of strategies) {
    for (const scenario of answers.get(slug) ?? []) {
      if (responsive.get(scenario)?.every(({ value }) => value !== slug)) {
        file.fields.problem(
          'scenarios',
          `scenarios lists "${scenario}", whose responsive does not list "${slug}"; correct one of the two.`,
        )
      }
    }
  }
}

function answered(entry: VaultEntry): string[] {
  const value = entry.content.fields.scenarios
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function checkDeclarations(entries: readonly VaultEntry[], problems: Problems): void {
  const said = new Map<string, { kind: string; path: string }>()
  for (const { slug, file, content } of entries) {
    for (const { kind, to } of content.declarations) {
      const pair = [slug, to].sort().join(' ')
      const before = said.get(pair)
      if (before && before.kind !== kind) {
        const field = `${kind}s`
        problems.add(
          file.path,
          file.fields.line(field),
          `${field} lists "${to}", but ${before.path} makes the pair a ${before.kind}; a pair is one or the other, remove one.`,
        )
      }
      if (!before) said.set(pair, { kind, path: file.path })
    }
  }
}
