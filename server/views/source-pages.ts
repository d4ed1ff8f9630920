import type { Viewer } from '../../domain/access/viewer.ts'
import { cellText, rowsField, setField, textField } from '../../domain/entries/field-values.ts'
import { fieldDef, kinds } from '../../domain/entries/kinds.ts'
import { fixedOptions, optionLabel } from '../../domain/entries/options.ts'
import type { Passed } from '../../domain/provenance/chain.ts'
import { chainOf } from '../../domain/provenance/chain.ts'
import { isPast } from '../../domain/publishing/shelf-life.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { entryFrame } from './entry-frame.ts'
import { linksIn } from './links-in.ts'
import { simplePage } from './paging.ts'
import { published, readableAtlas } from './readable-atlas.ts'
import { strategiesNamed } from './strategy-ref.ts'

/** @param search as in `location.search`. */
export async function sourcesList(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { rows, ...page } = simplePage('/sources', index.byKind('source'), search)
  const items = rows.map(({ slug, title, content, expiresAt }) => ({
    slug,
    title,
    expired: isPast(expiresAt, deps.now()),
    outlet: textField(content, 'outlet'),
    published: textField(content, 'published'),
    status: optionLabel(fixedOptions['source-statuses'], textField(content, 'status')),
    claims: rowsField(content, 'claims').length,
  }))
  return { ...page, items }
}

const facts = ['outlet', 'author', 'author-role', 'origin', 'campaign-site', 'published']

/** @throws AppError `not-found`. */
export async function sourcePage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const source = published(index, 'source', slug)
  return { frame: await entryFrame(deps, viewer, index, source), panels: sourcePanels(index, source) }
}

/** What is written of a document, among the other entries of this index. */
export function sourcePanels(index: AtlasIndex, source: IndexedEntry) {
  const { content } = source
  const statuses = fixedOptions['claim-statuses'] ?? []
  const claims = rowsField(content, 'claims').map((row) => ({
    text: cellText(row, 'text'),
    status: statuses.find(({ id }) => id === row.status) ?? null,
  }))
  const caveats = setField(content, 'caveats')
  const chain = chainOf(passed(source), index.byKind('source').map(passed))
  return {
    slug: source.slug,
    status: textField(content, 'status'),
    facts: facts.map((id) => ({
      id,
      label: fieldDef('source', id)?.label ?? id,
      value: textField(content, id),
    })),
    sections: kinds.source.sections.map(({ id, label }) => ({ id, label, blocks: content.sections[id] ?? [] })),
    chain,
    original: chain.items.find(({ kind }) => kind === 'original')?.url ?? '',
    caveats: (fixedOptions['source-caveats'] ?? []).filter(({ id }) => caveats.includes(id)),
    claims,
    statusCounts: statuses.map((status) => ({
      ...status,
      n: claims.filter((claim) => claim.status?.id === status.id).length,
    })),
    strategies: strategiesNamed(index, setField(content, 'strategies')),
    tags: setField(content, 'tags'),
    links: linksIn(content.sections, index.links),
  }
}

function passed({ slug, title, content }: IndexedEntry): Passed {
  return {
    slug,
    title,
    campaignSite: textField(content, 'campaign-site'),
    provenance: rowsField(content, 'provenance').map((row) => ({
      item: cellText(row, 'item'),
      kind: cellText(row, 'kind'),
      url: cellText(row, 'url'),
    })),
  }
}

export type SourcePanels = ReturnType<typeof sourcePanels>
