import type { CountingWord } from '../entries/covered-words.ts'
import { axisIds } from '../entries/kinds.ts'

/** The lists of words that can be changed; `axis` is the five axes, and each of those has a list of its values. */
export const wordLists = ['lever', 'axis', ...axisIds, 'expertise', 'recognition', 'tag'] as const
export type WordList = (typeof wordLists)[number]

/** One word of a list as it is kept. */
export interface KeptWord {
  id: string
  /** Of a tag it is the id. */
  name: string
  description: string
  data: Record<string, unknown>
  retired: boolean
  /** Of the row that holds it; 0 for a tag that nobody has described yet. */
  revision: number
  position: number
}

/** Whether a list holds the values of an axis; these are kept inside the row of the axis. */
export function isAxisList(list: WordList): list is (typeof axisIds)[number] {
  return axisIds.some((id) => id === list)
}

/** The row that holds a word. */
export function rowOf<Row extends CountingWord>(rows: readonly Row[], list: WordList, id: string): Row | undefined {
  return rows.find((row) =>
    isAxisList(list) ? row.kind === 'axis' && row.id === list : row.kind === list && row.id === id,
  )
}

/** The words of a list in their order, those that were retired too. */
export function wordsOf(rows: readonly CountingWord[], list: WordList): KeptWord[] {
  if (isAxisList(list)) {
    const axis = rowOf(rows, list, list)
    return axis ? valuesOf(axis).map((data, position) => keptWord(data, { revision: axis.revision, position })) : []
  }
  return rows
    .filter(({ kind }) => kind === list)
    .sort((a, b) => a.position - b.position)
    .map(({ data, revision, position }) => keptWord(data, { revision, position }))
}

/** The values in the row of an axis. */
export function valuesOf({ data }: CountingWord): Record<string, unknown>[] {
  return Array.isArray(data.values) ? data.values : []
}

/** Into which tag each merged tag went, to the end of the way ([U25], [U26]). */
export function mergedTags(rows: readonly Pick<CountingWord, 'kind' | 'id' | 'data'>[]): ReadonlyMap<string, string> {
  const next = new Map<string, string>()
  for (const { kind, id, data } of rows) if (kind === 'tag' && typeof data.into === 'string') next.set(id, data.into)
  const ends = new Map<string, string>()
  for (const id of next.keys()) {
    const seen = new Set([id])
    let end = next.get(id) ?? id
    for (let on = next.get(end); on !== undefined && !seen.has(end); on = next.get(end)) {
      seen.add(end)
      end = on
    }
    ends.set(id, end)
  }
  return ends
}

function keptWord(data: Record<string, unknown>, place: { revision: number; position: number }): KeptWord {
  const { id, name, description, retired } = data
  return {
    ...place,
    id: String(id),
    name: String(name ?? id),
    description: String(description ?? ''),
    data,
    retired: retired === true,
  }
}
