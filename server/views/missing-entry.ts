import { findMovedEntry } from '../../db/queries/deliberation.ts'
import { versionBefore } from '../../db/queries/versions.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath, kinds } from '../../domain/entries/kinds.ts'
import { nearestSlugs } from '../../domain/text/nearest.ts'
import type { Deps } from '../deps.ts'
import { atlasIndex } from './atlas-index.ts'

/** What is left of an entry that was withdrawn: what it was, and where its versions are. Null where it was not. */
export async function withdrawnEntry(deps: Deps, kind: EntryKind, slug: string) {
  const found = (await atlasIndex(deps)).withdrawn.get(`${kind}/${slug}`)
  if (!found) return null
  const last = await versionBefore(deps.store.read, found.entryId, found.n)
  const path = `/${kindPath[kind]}/${slug}`
  return {
    title: found.title,
    kindLabel: kinds[kind].label,
    history: `${path}/history`,
    last: last === null ? `${path}/history` : `${path}/v/${last}`,
  }
}

/** Where somebody may have wanted to go who asked for an entry that is not there. */
export async function missingEntry(
  deps: Deps,
  kind: EntryKind,
  slug: string,
): Promise<{ moved: string | null; nearest: { title: string; href: string }[] }> {
  const moved = await findMovedEntry(deps.store.read, kind, slug)
  if (moved !== undefined) return { moved: `/${kindPath[kind]}/${moved}`, nearest: [] }
  const index = await atlasIndex(deps)
  const slugs = nearestSlugs(
    slug,
    index.byKind(kind).map((entry) => entry.slug),
  )
  const nearest = slugs.map((near) => ({
    title: index.find(kind, near)?.title ?? near,
    href: `/${kindPath[kind]}/${near}`,
  }))
  return { moved: null, nearest }
}
