import type { Viewer } from '../../domain/access/viewer.ts'
import { setField, textField } from '../../domain/entries/field-values.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Deps } from '../deps.ts'
import { entryFrame } from './entry-frame.ts'
import { linksIn } from './links-in.ts'
import { simplePage } from './paging.ts'
import { published, readableAtlas } from './readable-atlas.ts'

/** @param search as in `location.search`. */
export async function conceptsList(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { rows, ...page } = simplePage('/concepts', index.byKind('concept'), search)
  const items = rows.map(({ slug, title, content }) => ({
    slug,
    title,
    kicker: textField(content, 'kicker'),
    summary: excerpt(textField(content, 'summary'), 240),
    strategies: setField(content, 'related').length,
  }))
  return { ...page, items }
}

/** @throws AppError `not-found`. */
export async function conceptPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const concept = published(index, 'concept', slug)
  const { content } = concept
  const body = content.sections.body ?? []
  return {
    frame: await entryFrame(deps, viewer, index, concept),
    kicker: textField(content, 'kicker'),
    summary: textField(content, 'summary'),
    body,
    related: setField(content, 'related').flatMap((related) => {
      const strategy = index.find('strategy', related)
      return strategy ? [{ slug: strategy.slug, title: strategy.title }] : []
    }),
    tags: setField(content, 'tags'),
    links: linksIn(body, index.links),
  }
}
