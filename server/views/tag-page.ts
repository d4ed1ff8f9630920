import type { Viewer } from '../../domain/access/viewer.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import { nearestSlugs } from '../../domain/text/nearest.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readableAtlas } from './readable-atlas.ts'

/**
 * The entries that carry a tag, by kind.
 *
 * @throws AppError `not-found` naming tags that are spelled alike.
 */
export async function tagPage(deps: Deps, viewer: Viewer | null, tag: string) {
  const index = await readableAtlas(deps, viewer)
  const tagged = index.tags()
  const entries = tagged.get(tag)
  if (!entries) {
    const near = nearestSlugs(tag, [...tagged.keys()], 3)
    const hint = near.length > 0 ? ` Tags spelled alike: ${near.join(', ')}.` : ''
    throw new AppError('not-found', `No entry carries this tag.${hint}`)
  }
  return {
    tag,
    total: entries.length,
    kinds: entryKinds.flatMap((kind) => {
      const own = entries.filter((entry) => entry.kind === kind)
      const path = `/${kindPath[kind]}`
      const items = own.map(({ slug, title }) => ({ title, href: `${path}/${slug}` }))
      return items.length > 0 ? [{ kind, label: kinds[kind].plural, items }] : []
    }),
  }
}

/** A tag as programs read it. */
export async function tagJson(deps: Deps, viewer: Viewer | null, tag: string) {
  const index = await readableAtlas(deps, viewer)
  await tagPage(deps, viewer, tag)
  const entries = (index.tags().get(tag) ?? []).map(({ kind, slug, title }) => ({ kind, id: slug, title }))
  return { kind: 'tag', id: tag, entries, links: { page: `/tags/${tag}` } }
}
