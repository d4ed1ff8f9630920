import { listEditions } from '../../db/queries/editions.ts'
import { listRecentVersions } from '../../db/queries/recent-versions.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath, kinds } from '../../domain/entries/kinds.ts'
import { plainText } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { atlasName } from './citation.ts'
import { published, readableAtlas } from './readable-atlas.ts'

export interface Feed {
  title: string
  /** Path of the page the feed is about. */
  page: string
  items: { path: string; title: string; text: string; authors: string[]; at: number }[]
}

const feedLength = 50

/**
 * What was published last: in the whole atlas, of one entry, or under one tag.
 *
 * @throws AppError `not-found`.
 */
export async function feed(
  deps: Deps,
  viewer: Viewer | null,
  about: { kind: EntryKind; id: string } | { tag: string } | null,
): Promise<Feed> {
  const index = await readableAtlas(deps, viewer)
  const head = { title: atlasName, page: '/', entryIds: undefined as string[] | undefined }
  if (about && 'kind' in about) {
    const entry = published(index, about.kind, about.id)
    Object.assign(head, { title: entry.title, page: `/${kindPath[about.kind]}/${about.id}`, entryIds: [entry.entryId] })
  } else if (about) {
    const tag = index.currentTag(about.tag)
    const tagged = index.tags().get(tag)
    if (!tagged) throw new AppError('not-found', 'No entry carries this tag.')
    const entryIds = tagged.map(({ entryId }) => entryId)
    Object.assign(head, { title: `Tag ${tag}`, page: `/tags/${tag}`, entryIds })
  }
  const versions = await listRecentVersions(deps.store.read, {
    ...(head.entryIds && { entryIds: head.entryIds }),
    except: [...index.withdrawn.values()].map(({ entryId }) => entryId),
    limit: feedLength,
  })
  const items: Feed['items'] = versions.map(({ kind, slug, title, n, note, authors, publishedAt, content }) => ({
    path: `/${kindPath[kind]}/${slug}/v/${n}`,
    title: `${title}, version ${n}`,
    text: [note, opening(content)].filter(Boolean).join('\n\n'),
    authors: authors.map(({ name }) => name),
    at: publishedAt,
  }))
  if (!about) items.push(...(await editions(deps)))
  return {
    title: head.page === '/' ? atlasName : `${head.title} · ${atlasName}`,
    page: head.page,
    items: items.sort((a, b) => b.at - a.at).slice(0, feedLength),
  }
}

/** An edition is news of the whole atlas. */
async function editions({ store }: Deps): Promise<Feed['items']> {
  const all = await listEditions(store.read)
  return all.map(({ name, note, at, entries }) => ({
    path: `/editions/${name}`,
    title: `Edition ${name} of ${atlasName}`,
    text: `${note}\n\n${entries} entries, frozen together.`,
    authors: [],
    at,
  }))
}

/** How an entry begins. */
export function opening(content: EntryContent): string {
  const first = kinds[content.kind].sections[0]?.id ?? ''
  return plainText(content.sections[first] ?? []).slice(0, 500)
}
