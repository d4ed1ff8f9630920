import { axisIds } from '../../domain/entries/kinds.ts'
import type { AxisValue, Lever, Mechanism, Portfolio, Tag, Tier, Vocabulary } from '../../domain/entries/vocabulary.ts'
import type { Problems } from './problems.ts'
import type { RecordReader } from './yaml-reader.ts'
import { identifier, YamlSource } from './yaml-reader.ts'

/** Ids that the relation rules answer with; each needs a gloss. */
export const mechanismKinds: Record<string, Mechanism['kind']> = {
  'lever-opposition': 'conflict',
  'frame-opposition': 'conflict',
  'scope-opposition': 'conflict',
  'same-lever-reinforce': 'complement',
  'same-phase-different-layer': 'complement',
  'stage-sequenced': 'complement',
  'cross-side-bridge': 'complement',
  'same-side-diversify': 'complement',
  'shared-authority': 'complement',
  'adjacent-bet': 'complement',
  'same-lever-twin': 'same-lever',
}

const sides = ['ai-side', 'world-side', 'mixed'] as const

/** Reads the YAML files. `text` answers undefined for a file that is not there. */
export function readVocabulary(
  text: (file: string) => string | undefined,
  strategies: readonly string[],
  problems: Problems,
): Vocabulary {
  const source = (file: string): YamlSource | undefined => {
    const content = text(file)
    if (content !== undefined) return new YamlSource(file, problems, content, 0)
    problems.add(file, 1, 'the file is missing; add it to the vault.')
    return undefined
  }
  const list = (file: string) => source(file)?.list() ?? []
  const tiers = source('tiers.yml')?.record()
  const axes = list('axes.yml').map((record) => ({ ...word(record), values: unique(record.records('values'), word) }))
  if (axes.length > 0) requireIds('axes.yml', 'axis', axisIds, axes, problems)
  const mechanisms = unique(list('mechanisms.yml'), mechanism)
  if (mechanisms.length > 0)
    requireIds('mechanisms.yml', 'mechanism', Object.keys(mechanismKinds), mechanisms, problems)
  return {
    levers: unique(list('levers.yml'), lever),
    axes,
    expertise: tiers ? unique(tiers.records('expertise'), word) : [],
    recognition: tiers ? unique(tiers.records('recognition'), word) : [],
    stances: tiers ? unique(tiers.records('stances'), word) : [],
    mechanisms,
    portfolios: unique(list('portfolios.yml'), (record) => portfolio(record, strategies)),
    // Most vaults say nothing of their tags.
    tags: text('tags.yml') === undefined ? [] : unique(list('tags.yml'), tag),
  }
}

function word(record: RecordReader): AxisValue & Tier {
  return { id: id(record), name: record.text('name'), description: record.text('description') }
}

function lever(record: RecordReader): Lever {
  return {
    id: id(record),
    name: record.text('name'),
    positivePull: record.text('positivePull'),
    negativePull: record.text('negativePull'),
    side: sides.find((side) => side === record.choice('side', sides)) ?? 'mixed',
    description: record.text('description'),
  }
}

function mechanism(record: RecordReader): Mechanism {
  const own = id(record)
  const kind = mechanismKinds[own]
  if (own !== '' && !kind) {
    record.problem('id', `the relation rules have no mechanism "${own}"; remove it or correct its id.`)
  }
  record.choice('kind', kind ? [kind] : ['conflict', 'complement', 'same-lever'])
  return {
    id: own,
    label: record.text('label'),
    kind: kind ?? 'complement',
    gloss: record.text('gloss'),
    explanation: record.text('explanation'),
  }
}

function tag(record: RecordReader): Tag {
  const into = record.has('into') ? record.text('into') : undefined
  return { id: id(record), description: record.optionalText('description'), ...(into === undefined ? {} : { into }) }
}

function portfolio(record: RecordReader, strategies: readonly string[]): Portfolio {
  return { ...word(record), strategies: record.words('strategies', strategies).map(({ value }) => value) }
}

function id(record: RecordReader): string {
  const value = record.text('id')
  if (value !== '' && !identifier.test(value)) {
    record.problem('id', `"${value}" is not an identifier; use lower-case words joined by hyphens.`)
  }
  return value
}

function unique<T extends { id: string }>(records: readonly RecordReader[], read: (record: RecordReader) => T): T[] {
  const found: T[] = []
  for (const record of records) {
    const one = read(record)
    if (found.some((other) => other.id === one.id))
      record.problem('id', `"${one.id}" stands twice; remove one or rename it.`)
    else found.push(one)
  }
  return found
}

function requireIds(
  file: string,
  what: string,
  needed: readonly string[],
  found: readonly { id: string }[],
  problems: Problems,
): void {
  for (const one of needed) {
    if (!found.some((other) => other.id === one)) problems.add(file, 1, `the ${what} "${one}" is missing; add it.`)
  }
}
