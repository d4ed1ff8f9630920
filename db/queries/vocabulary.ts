import { asc, desc, eq } from 'drizzle-orm'
import type { CountingWord } from '../../domain/entries/covered-words.ts'
import type { Axis, AxisValue, Vocabulary, VocabularyKind } from '../../domain/entries/vocabulary.ts'
import { vocabularyKinds } from '../../domain/entries/vocabulary.ts'
import { events, vocabulary } from '../schema.ts'
import type { Q } from '../store.ts'

export type VocabularyRow = typeof vocabulary.$inferSelect

/** The latest revision of every word, by kind and in reading order. */
export async function listVocabulary(q: Q): Promise<VocabularyRow[]> {
  const rows = await q
    .select()
    .from(vocabulary)
    .orderBy(asc(vocabulary.kind), asc(vocabulary.id), desc(vocabulary.revision))
  const latest = rows.filter((row, i) => rows[i - 1]?.kind !== row.kind || rows[i - 1]?.id !== row.id)
  return latest.sort((a, b) => a.position - b.position)
}

/** The vocabulary in force. */
export async function loadVocabulary(q: Q): Promise<Vocabulary> {
  const rows = (await listVocabulary(q)).filter(({ data }) => data.retired !== true)
  const of = <T>(kind: VocabularyKind): T[] => rows.filter((row) => row.kind === kind).map((row) => row.data as T)
  const axes = of<Omit<Axis, 'values'> & { values: (AxisValue & { retired?: boolean })[] }>(vocabularyKinds.axes)
  return {
    levers: of(vocabularyKinds.levers),
    axes: axes.map((axis) => ({ ...axis, values: axis.values.filter(({ retired }) => retired !== true) })),
    expertise: of(vocabularyKinds.expertise),
    recognition: of(vocabularyKinds.recognition),
    stances: of(vocabularyKinds.stances),
    mechanisms: of(vocabularyKinds.mechanisms),
    portfolios: of(vocabularyKinds.portfolios),
    tags: of(vocabularyKinds.tags),
  }
}

/** Where each merged tag and each described one is kept. */
export async function listTagRows(q: Q): Promise<VocabularyRow[]> {
  const rows = await q
    .select()
    .from(vocabulary)
    .where(eq(vocabulary.kind, vocabularyKinds.tags))
    .orderBy(asc(vocabulary.id), desc(vocabulary.revision))
  return rows.filter((row, i) => rows[i - 1]?.id !== row.id)
}

/** Writes new revisions. */
export async function insertRevisions(q: Q, rows: readonly CountingWord[]): Promise<void> {
  await q.insert(vocabulary).values([...rows])
}

/** Words that people changed on the site, as `kind/id`; an import leaves them alone. */
export async function listChangedWords(q: Q): Promise<ReadonlySet<string>> {
  const rows = await q.select({ payload: events.payload }).from(events).where(eq(events.type, 'vocabulary.changed'))
  const words = rows.flatMap(({ payload }) => (Array.isArray(payload.words) ? payload.words : []))
  return new Set(words.filter((word) => typeof word === 'string'))
}
