import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { blocksToMarkdown } from '../../domain/prose/markdown.ts'
import type { Deps } from '../deps.ts'
import type { VersionHead } from './version-of.ts'
import { versionPage } from './version-page.ts'

/**
 * One version as the API shows it: what it said, never what is derived from other entries.
 *
 * @throws AppError `not-found`, `gone` for a withdrawn version.
 */
export async function versionJson(
  deps: Deps,
  viewer: Viewer | null,
  { kind, id, n }: { kind: EntryKind; id: string; n: number },
) {
  const { entry, version, content, minorityNotes, editions } = await versionPage(deps, viewer, {
    kind,
    slug: id,
    n: String(n),
  })
  const sections = Object.entries(content.sections).map(([section, blocks]) => [section, blocksToMarkdown(blocks)])
  return {
    kind,
    id,
    title: content.title,
    ...versionHeadJson(version, entry.path),
    version: version.n,
    sections: Object.fromEntries(sections) as Record<string, string>,
    fields: content.fields,
    declarations: content.declarations,
    editions,
    minorityNotes: minorityNotes.map(({ text }) => text),
  }
}

/** What is said about a version in lists and in the version itself. */
export function versionHeadJson(version: VersionHead, path: string) {
  const { n, variant, contentHash, note, authors, authorShares, tookPart, decision, publishedAt } = version
  return {
    n,
    ...(variant === null ? {} : { variant }),
    contentHash,
    publishedAt: new Date(publishedAt).toISOString(),
    note,
    authors,
    authorShares,
    tookPart,
    decision,
    links: { page: `${path}/v/${n}` },
  }
}
