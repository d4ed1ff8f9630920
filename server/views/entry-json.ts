import { findVersion } from '../../db/queries/versions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { blocksToMarkdown } from '../../domain/prose/markdown.ts'
import { isPast } from '../../domain/publishing/shelf-life.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { IndexedEntry } from './atlas-index.ts'
import { atlasIndex } from './atlas-index.ts'
import { peopleOn } from './people-on.ts'
import { published } from './readable-atlas.ts'
import { relationStandings } from './relation-standing.ts'
import { versionHead } from './version-of.ts'

/**
 * An entry's current version in the shape that is promised to programs; its page's `.json` is the same object.
 *
 * @throws AppError `not-found` when nothing is published at this address, `gone` when it was withdrawn.
 */
export async function entryJson(deps: Deps, viewer: Viewer | null, { kind, id }: { kind: EntryKind; id: string }) {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const index = await atlasIndex(deps)
  const entry = published(index, kind, id)
  const version = await findVersion(deps.store.read, entry.entryId, entry.n)
  if (!version) throw new Error(`entry ${entry.entryId} has no version ${entry.n}`)
  const { note, authors, decision, publishedAt } = versionHead(version, entry.hash)
  const { total, profiled, expertise, recognition } = peopleOn(index, kind === 'strategy' ? id : '')
  const standings = await relationStandings(deps, index)
  const sections = Object.entries(entry.content.sections).map(([part, blocks]) => [part, blocksToMarkdown(blocks)])
  return {
    ...entryHead(entry, deps.now()),
    reviewAt: version.reviewAt === null ? null : new Date(version.reviewAt).toISOString(),
    sections: Object.fromEntries(sections) as Record<string, string>,
    fields: entry.content.fields,
    relations: index.relationsOf(kind === 'strategy' ? id : '').map((relation) => ({
      kind: relation.kind,
      mechanism: relation.mechanism.id,
      to: relation.entry.slug,
      declared: relation.declared,
      state: standings.between(id, relation.entry.slug)?.state ?? 'derived',
    })),
    people: { total, profiled, expertise, recognition },
    decision,
    note,
    authors,
    publishedAt: new Date(publishedAt).toISOString(),
  }
}

/** What lists say of an entry. */
export function entryHead({ kind, slug, title, n, hash, expiresAt }: IndexedEntry, now: number) {
  const page = `/${kindPath[kind]}/${slug}`
  const api = `/api/v1/entries/${kind}/${slug}`
  return {
    ...{ kind, id: slug, title, version: n, contentHash: hash },
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    expired: isPast(expiresAt, now),
    links: { page, api, versions: `${api}/versions` },
  }
}
