import type { EntryContent } from '../../domain/entries/kinds.ts'
import { contentSchema } from '../../domain/entries/kinds.ts'
import type { AtlasIndex } from './atlas-index.ts'

/** A strategy as a link needs it; one that is not in the atlas is called by its address. */
export function strategyRef(index: AtlasIndex, slug: string): { slug: string; title: string } {
  return { slug, title: index.find('strategy', slug)?.title ?? slug }
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
