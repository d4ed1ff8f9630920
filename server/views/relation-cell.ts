import { textField } from '../../domain/entries/field-values.ts'
import type { RelationState } from '../../domain/relations/both-sides.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import { nearestSlugs } from '../../domain/text/nearest.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { declaredWords, pairOf } from './pair-lookup.ts'
import { pullWords } from './pull-words.ts'
import type { RelationStandings } from './relation-standing.ts'

export interface CellSide {
  slug: string
  title: string
  lever: { id: string; name: string } | null
  pull: string
}

/** Everything the atlas says about two strategies as a pair. */
export interface RelationCell {
  a: CellSide
  b: CellSide
  kind: RelatedPair['kind'] | null
  mechanism: { label: string; gloss: string; explanation: string } | null
  declared: string
  /** What the other side says to a declaration of one; null where the two have no relation. */
  state: RelationState | null
  /** Where it is disputed. */
  disputeId: string | null
  rationales: { by: string; text: string }[]
}

/** A pair that was asked for and is not there, with titles that are spelled alike. */
export interface MissingCell {
  missing: string
  nearest: { slug: string; title: string }[]
}

/** @param cell two slugs with `~` between them. */
export function relationCell(
  index: AtlasIndex,
  standings: RelationStandings,
  cell: string,
): RelationCell | MissingCell {
  const [one = '', two = ''] = cell.split('~')
  const a = index.find('strategy', one)
  const b = index.find('strategy', two)
  if (!a || !b || a === b) return missing(index, a ? two : one)
  const pair = pairOf(index, one, two)
  const standing = pair && standings.of(pair)
  const mechanism = index.vocabulary.mechanisms.find(({ id }) => id === pair?.mechanism)
  return {
    a: cellSide(index, a),
    b: cellSide(index, b),
    kind: pair?.kind ?? null,
    mechanism: mechanism
      ? { label: mechanism.label, gloss: mechanism.gloss, explanation: mechanism.explanation }
      : null,
    declared: pair && standing ? declaredWords(index, pair, standing) : 'Neither declares anything about the other',
    state: standing?.state ?? null,
    disputeId: standing?.answer?.threadId ?? null,
    rationales: (pair?.rationales ?? []).map(({ from, text }) => ({ by: from === one ? a.title : b.title, text })),
  }
}

function missing(index: AtlasIndex, slug: string): MissingCell {
  return { missing: slug.slice(0, 60), nearest: nearestStrategies(index, slug) }
}

/** Strategies whose names are spelled like what somebody asked for. */
export function nearestStrategies(index: AtlasIndex, slug: string): { slug: string; title: string }[] {
  const slugs = index.byKind('strategy').map((entry) => entry.slug)
  return nearestSlugs(slug, slugs, 3).map((near) => ({
    slug: near,
    title: index.find('strategy', near)?.title ?? near,
  }))
}

export function cellSide(index: AtlasIndex, { slug, title, content }: IndexedEntry): CellSide {
  const lever = index.vocabulary.levers.find(({ id }) => id === textField(content, 'lever'))
  return {
    slug,
    title,
    lever: lever ? { id: lever.id, name: lever.name } : null,
    pull: lever ? pullWords(lever, textField(content, 'pull')) : '',
  }
}
