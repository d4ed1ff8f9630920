import type { Tag, Vocabulary } from '../../domain/entries/vocabulary.ts'
import type { YamlField } from './write-yaml.ts'
import { itemLines, quoted, recordLines, word } from './write-yaml.ts'

/** The vocabulary as the YAML files of a vault, by file name; one for tags where something is said of any. */
export function writeVocabulary(vocabulary: Vocabulary): Record<string, string> {
  const { levers, axes, expertise, recognition, stances, mechanisms, portfolios, tags } = vocabulary
  const tiers: YamlField[] = [
    ['expertise', expertise.map(described)],
    ['recognition', recognition.map(described)],
    ['stances', stances.map(described)],
  ]
  return {
    'levers.yml': list(
      levers.map((lever) => [
        ['id', word(lever.id)],
        ['name', quoted(lever.name)],
        ['positivePull', quoted(lever.positivePull)],
        ['negativePull', quoted(lever.negativePull)],
        ['side', lever.side],
        ['description', quoted(lever.description)],
      ]),
    ),
    'axes.yml': list(axes.map((axis) => [...described(axis), ['values', axis.values.map(described)]])),
    'tiers.yml': `${recordLines(tiers).join('\n')}\n`,
    'mechanisms.yml': list(
      mechanisms.map((mechanism) => [
        ['id', word(mechanism.id)],
        ['label', quoted(mechanism.label)],
        ['kind', mechanism.kind],
        ['gloss', quoted(mechanism.gloss)],
        ['explanation', quoted(mechanism.explanation)],
      ]),
    ),
    'portfolios.yml': list(
      portfolios.map((portfolio) => [
        ...described(portfolio),
        ['strategies', `[${portfolio.strategies.map(word).join(', ')}]`],
      ]),
    ),
    ...(tags.length === 0 ? {} : { 'tags.yml': list(tags.map(tagLines)) }),
  }
}

function described({ id, name, description }: { id: string; name: string; description: string }): YamlField[] {
  return [
    ['id', word(id)],
    ['name', quoted(name)],
    ['description', quoted(description)],
  ]
}

function tagLines({ id, description, into }: Tag): YamlField[] {
  const fields: YamlField[] = [
    ['id', word(id)],
    ['description', quoted(description)],
  ]
  return into === undefined ? fields : [...fields, ['into', word(into)]]
}

function list(records: YamlField[][]): string {
  return records.length === 0 ? '[]\n' : `${records.flatMap((record) => itemLines(record)).join('\n')}\n`
}
