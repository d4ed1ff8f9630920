import type { Chosen } from './chosen-now.ts'

/** The form for a thread on the chosen words. */
export function wordsHref(
  about: { draft: string } | { entry: string; version: string },
  { section, words, seen }: Pick<Chosen, 'section' | 'words' | 'seen'>,
): string {
  const query = new URLSearchParams({ ...about, place: `section/${section}`, kind: 'wording', ...words, seen })
  return `/threads/new?${query}`
}
