import { asc, desc } from 'drizzle-orm'
import type { Vocabulary, VocabularyKind } from '../../domain/entries/vocabulary.ts'
import { vocabularyKinds } from '../../domain/entries/vocabulary.ts'
import { vocabulary } from '../schema.ts'
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
  const rows = await listVocabulary(q)
  const of = <T>(kind: VocabularyKind): T[] => rows.filter((row) => row.kind === kind).map((row) => row.data as T)
  return {
    levers: of(vocabularyKinds.levers),
    axes: of(vocabularyKinds.axes),
    expertise: of(vocabularyKinds.expertise),
    recognition: of(vocabularyKinds.recognition),
    stances: of(vocabularyKinds.stances),
    mechanisms: of(vocabularyKinds.mechanisms),
    portfolios: of(vocabularyKinds.portfolios),
  }
}
