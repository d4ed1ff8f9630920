import { listEditions } from '../../db/queries/editions.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { readableAtlas } from './readable-atlas.ts'

const views = ['/levers', '/signals', '/paths', '/commitments', '/held-together', '/board', '/identity']
const lists = ['/', ...Object.values(kindPath).map((path) => `/${path}`), ...views, '/editions', '/record']

/** Every page for readers that has an address of its own; `at` where the page is about one entry. */
export async function sitemap(deps: Deps, viewer: Viewer | null): Promise<{ path: string; at: number | null }[]> {
  const index = await readableAtlas(deps, viewer)
  return [
    ...lists.map((path) => ({ path, at: null })),
    ...index.entries.map(({ kind, slug, publishedAt }) => ({ path: `/${kindPath[kind]}/${slug}`, at: publishedAt })),
    ...(await listEditions(deps.store.read)).map(({ name, at }) => ({ path: `/editions/${name}`, at })),
    ...index.vocabulary.levers.map(({ id }) => ({ path: `/levers/${id}`, at: null })),
    ...[...index.tags().keys()].map((tag) => ({ path: `/tags/${encodeURIComponent(tag)}`, at: null })),
  ]
}
