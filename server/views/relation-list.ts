import { textField } from '../../domain/entries/field-values.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import { csvLines } from '../../domain/text/csv.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { declaredWords } from './pair-lookup.ts'
import type { RelationStandings } from './relation-standing.ts'
import { emptyStrategy, strategyRef } from './strategy-ref.ts'

export interface PairRow {
  a: { slug: string; title: string }
  b: { slug: string; title: string }
  kind: RelatedPair['kind']
  mechanism: string
  declared: string
  /** How many sides say why. */
  rationales: number
}

/** What a list of pairs can be narrowed to; an id of a lever keeps pairs with at least one side on it. */
export interface PairFilter {
  kind?: string
  mechanism?: string
  lever?: string
}

/** So many pairs are listed on one page. */
export const pairsOnPage = 400

const kindOrder: RelatedPair['kind'][] = ['conflict', 'complement', 'twin']

/** Related pairs that pass a filter: by kind, then by mechanism as the vocabulary has them, then by title. */
export function filteredPairs(index: AtlasIndex, { kind, mechanism, lever }: PairFilter): RelatedPair[] {
  const place = new Map(index.vocabulary.mechanisms.map(({ id }, i) => [id as string, i]))
  const on = (slug: string) => textField(index.find('strategy', slug)?.content ?? emptyStrategy, 'lever') === lever
  return index.pairs
    .filter((pair) => !kind || pair.kind === kind)
    .filter((pair) => !mechanism || pair.mechanism === mechanism)
    .filter(({ a, b }) => !lever || on(a) || on(b))
    .sort(
      (x, y) =>
        kindOrder.indexOf(x.kind) - kindOrder.indexOf(y.kind) ||
        (place.get(x.mechanism) ?? 0) - (place.get(y.mechanism) ?? 0),
    )
}

export function pairRow(index: AtlasIndex, standings: RelationStandings, pair: RelatedPair): PairRow {
  const ref = (slug: string) => strategyRef(index, slug)
  return {
    a: ref(pair.a),
    b: ref(pair.b),
    kind: pair.kind,
    mechanism: index.vocabulary.mechanisms.find(({ id }) => id === pair.mechanism)?.label ?? pair.mechanism,
    declared: declaredWords(index, pair, standings.of(pair)),
    rationales: pair.rationales.length,
  }
}

/** The same pairs for a spreadsheet, with what each side says. */
export function pairsCsv(
  index: AtlasIndex,
  standings: RelationStandings,
  pairs: readonly RelatedPair[],
): Iterable<string> {
  const names = ['a', 'a_title', 'b', 'b_title', 'kind', 'mechanism', 'declared_by', 'rationale_a', 'rationale_b']
  const heading = [...names, 'state']
  const said = (pair: RelatedPair, slug: string) => pair.rationales.find(({ from }) => from === slug)?.text ?? ''
  const title = (slug: string) => strategyRef(index, slug).title
  return csvLines(heading, rows())

  function* rows() {
    for (const pair of pairs) {
      const { a, b, kind, mechanism, declaredBy } = pair
      const sides = [a, title(a), b, title(b)]
      yield [...sides, kind, mechanism, declaredBy.join(' '), said(pair, a), said(pair, b), standings.of(pair).state]
    }
  }
}
