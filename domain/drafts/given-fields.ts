import type { EntryKind } from '../entries/kinds.ts'
import { axisIds, fieldDef } from '../entries/kinds.ts'
import { pullOptions } from '../entries/options.ts'
import type { Vocabulary } from '../entries/vocabulary.ts'

export interface GivenField {
  id: string
  label: string
  value: string
  /** The value as people read it. */
  name: string
}

/** The fields with which a new entry may begin ([D16]), in the order of its page. */
export function givenFields(
  kind: EntryKind,
  given: Readonly<Record<string, string | undefined>>,
  { levers, axes }: Pick<Vocabulary, 'levers' | 'axes'>,
): GivenField[] {
  if (kind !== 'strategy') return []
  const words: [id: string, options: readonly { id: string; name: string }[]][] = [
    ['lever', levers],
    ['pull', pullOptions.map(({ id, label }) => ({ id, name: label }))],
    ...axisIds.map((id): (typeof words)[number] => [id, axes.find((axis) => axis.id === id)?.values ?? []]),
  ]
  return words.flatMap(([id, options]) => {
    const option = options.find((one) => one.id === given[id])
    return option ? [{ id, label: fieldDef('strategy', id)?.label ?? id, value: option.id, name: option.name }] : []
  })
}
