import type { EntryContent } from '../../domain/entries/kinds.ts'
import { contentSchema } from '../../domain/entries/kinds.ts'
import type { AtlasIndex } from './atlas-index.ts'

/** A strategy as a link needs it; one that is not in the atlas is called by its address. */
export function strategyRef(index: AtlasIndex, slug: string): { slug: string; title: string } {
  return { slug, title: index.find('strategy', slug)?.title ?? slug }
}

/** Those of these strategies that are in the atlas. */
export function strategiesNamed(index: AtlasIndex, slugs: readonly string[]): { slug: string; title: string }[] {
  return slugs.flatMap((slug) => {
    const strategy = index.find('strategy', slug)
    return strategy ? [{ slug, title: strategy.title }] : []
  })
}

/** What a strategy says that is not in the atlas: nothing. */
export const emptyStrategy: EntryContent = {
  kind: 'strategy',
  schema: contentSchema,
  title: '',
  sections: {},
  fields: {},
  declarations: [],
}
