import type { AttachedRow } from '../../db/queries/attached-sources.ts'
import { listAttachedTo } from '../../db/queries/attached-sources.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import type { Option } from '../../domain/entries/options.ts'
import { claimStatuses } from '../../domain/threads/sources.ts'
import type { Deps } from '../deps.ts'
import { atlasIndex } from './atlas-index.ts'
import { hiddenWords } from './hidden-words.ts'

/** A source under a contribution or an objection. */
export interface AttachedSource {
  id: string
  title: string
  /** The page on the web, or that of the atlas; null for an entry that was withdrawn. */
  href: string | null
  /** It is a source entry of this atlas. */
  ours: boolean
  publisher: string
  /** When it was published: a day as in `2026-11-24`, or what the entry says; empty where it says nothing. */
  date: string
  status: Option
  /** SHA-256 of an archived copy; empty where there is none. */
  archiveHash: string
}

/**
 * What some contributions and objections rest on, by their ids ([T24], [T25]). That they may be read is asked
 * elsewhere; what goes with hidden words is for their author and the moderators ([Y9] of moderation).
 */
export async function attachedSources(
  deps: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<Map<string, AttachedSource[]>> {
  const attached = await listAttachedTo(deps.store.read, ids)
  const hidden = await hiddenWords(
    deps.store.read,
    viewer,
    attached.map(({ source }) => ({ thing: ownerThing(source), authorId: source.addedBy })),
  )
  const rows = attached.filter(({ source }) => hidden.get(ownerThing(source))?.words !== null)
  const found = new Map<string, AttachedSource[]>()
  if (rows.length === 0) return found
  const index = await atlasIndex(deps)
  for (const { source, entry } of rows) {
    const owner = source.contributionId ?? source.objectionId ?? ''
    const written = entry ? index.find('source', entry.slug) : undefined
    found.set(owner, [
      ...(found.get(owner) ?? []),
      {
        id: source.id,
        ours: entry !== null,
        title: written?.title ?? entry?.title ?? source.title,
        href: entry ? (written ? `/sources/${entry.slug}` : null) : source.url,
        publisher: written ? textField(written.content, 'outlet') : source.publisher,
        date: written ? textField(written.content, 'published') : source.date,
        status: claimStatuses.find(({ id }) => id === source.status) ?? { id: source.status, label: source.status },
        archiveHash: source.archiveHash,
      },
    ])
  }
  return found
}

function ownerThing({ contributionId, objectionId }: AttachedRow): string {
  return contributionId === null ? `objection/${objectionId}` : `contribution/${contributionId}`
}

export interface NameableSource {
  slug: string
  title: string
}

/** The source entries that can be named, by title. */
export async function nameableSources(deps: Pick<Deps, 'store'>): Promise<NameableSource[]> {
  const index = await atlasIndex(deps)
  return index.byKind('source').map(({ slug, title }) => ({ slug, title }))
}
