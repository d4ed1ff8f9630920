import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { fieldDef } from '../../domain/entries/kinds.ts'
import { audit } from '../../domain/portfolio/audit.ts'
import type { Holding } from '../../domain/portfolio/member.ts'
import { isBlank, plainText } from '../../domain/prose/tree.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { pickStrategies, suggestedTitles } from './picked-strategies.ts'
import { pullWords } from './pull-words.ts'
import { choicesHref } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { strategyRef } from './strategy-ref.ts'

/** More than so many strategies are an atlas, not a portfolio. */
const most = 40
const heaviest = 100

/**
 * The audit of the strategies an address names: `s` as slugs, `w` as their weights in the same order, `add` one more.
 *
 * @param search as in `location.search`.
 */
export async function portfolioPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const query = new URLSearchParams(search)
  const { strategies, unknown, left } = pickStrategies(index, query, most)
  const weights = readWeights(query, strategies)
  const chosen = strategies.map((entry, i) => ({
    slug: entry.slug,
    title: entry.title,
    weight: weights[i] ?? 1,
    without: portfolioHref(
      strategies.filter((one) => one !== entry),
      weights.filter((_, j) => j !== i),
    ),
  }))
  return {
    chosen,
    most,
    left,
    unknown,
    /** The address without the helper of the form, when it has one. */
    address: query.has('add') || query.has('w1') ? portfolioHref(strategies, weights) : null,
    titles: suggestedTitles(index),
    presets: index.vocabulary.portfolios.map(({ id, name, description, strategies: slugs }) => ({
      id,
      name,
      description,
      n: slugs.length,
      members: slugs.flatMap((slug) => index.find('strategy', slug)?.title ?? []),
      href: `/portfolio?s=${slugs.join(',')}`,
    })),
    csv: choicesHref('/portfolio.csv', { s: chosen.map(({ slug }) => slug).join(','), w: weights.join(',') }),
    findings: strategies.length > 1 ? findings(index, strategies, weights) : null,
  }
}

export type PortfolioPage = Awaited<ReturnType<typeof portfolioPage>>
export type Findings = NonNullable<PortfolioPage['findings']>

/** How a portfolio covers the levers, as comma-separated values. */
export async function portfolioCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<string> {
  const index = await readableAtlas(deps, viewer)
  const query = new URLSearchParams(search)
  const { strategies } = pickStrategies(index, query, most)
  const { levers } = auditOf(index, strategies, readWeights(query, strategies))
  return csv(
    ['lever', 'weight', 'pull_minus', 'neither_way', 'pull_plus'],
    levers.map((row) => [row.lever, row.weight, row.minus.join(' '), row.neutral.join(' '), row.plus.join(' ')]),
  )
}

function portfolioHref(strategies: readonly IndexedEntry[], weights: readonly number[]): string {
  const even = weights.every((weight) => weight === 1)
  const s = strategies.map(({ slug }) => slug).join(',')
  return choicesHref('/portfolio', { s, w: even ? undefined : weights.join(',') })
}

/** Weights as `w=2,1,1`, or from the form as `w1=2&w2=1`; one where nothing sensible is said. */
function readWeights(query: URLSearchParams, strategies: readonly IndexedEntry[]): number[] {
  const listed = (query.get('w') ?? '').split(',')
  return strategies.map((_, i) => {
    const weight = Number(query.get(`w${i + 1}`) ?? listed[i] ?? '1')
    return Number.isFinite(weight) && weight > 0 ? Math.min(heaviest, Math.round(weight * 10) / 10 || 1) : 1
  })
}

function auditOf(index: AtlasIndex, strategies: readonly IndexedEntry[], weights: readonly number[]) {
  const values = (id: string) =>
    (index.vocabulary.axes.find((axis) => axis.id === id)?.values ?? []).map((one) => one.id)
  return audit({
    members: strategies.map((entry, i) => ({ ...holdingOf(entry), weight: weights[i] ?? 1 })),
    all: index.byKind('strategy').map(holdingOf),
    pairs: index.pairs,
    levers: index.vocabulary.levers,
    values: {
      coercion: values('coercion'),
      'time-horizon': values('time-horizon'),
      'actor-in-control': values('actor-in-control'),
      'legitimacy-source': values('legitimacy-source'),
    },
  })
}

/** What an audit needs to know of a strategy. */
export function holdingOf({ slug, content }: IndexedEntry): Holding {
  const field = (id: string) => textField(content, id)
  return {
    slug,
    lever: field('lever'),
    pull: field('pull'),
    coordinates: {
      coercion: field('coercion'),
      'time-horizon': field('time-horizon'),
      'actor-in-control': field('actor-in-control'),
      'legitimacy-source': field('legitimacy-source'),
    },
    hasSuccessor: !isBlank(content.sections['binds-next']),
    hasSignal: !isBlank(content.sections.falsification),
  }
}

/** The audit with names in place of identifiers. */
function findings(index: AtlasIndex, strategies: readonly IndexedEntry[], weights: readonly number[]) {
  const found = auditOf(index, strategies, weights)
  const { levers, axes, mechanisms } = index.vocabulary
  const doubled = new Set(found.pulls.filter((group) => group.length > 1).flat())
  const ref = (slug: string) => strategyRef(index, slug)
  const lever = (id: string) => levers.find((one) => one.id === id)
  const said = (slug: string, section: string) =>
    plainText(index.find('strategy', slug)?.content.sections[section] ?? [])
  return {
    total: found.total,
    levers: found.levers.map((row) => {
      const own = lever(row.lever)
      const words = (pull: string) => (own ? pullWords(own, pull) : pull)
      return {
        id: row.lever,
        name: own?.name ?? row.lever,
        weight: row.weight,
        minusWeight: row.minusWeight,
        neutralWeight: row.neutralWeight,
        plusWeight: row.plusWeight,
        pulls: [
          { words: words('-'), members: row.minus.map(ref) },
          { words: words('neutral'), members: row.neutral.map(ref) },
          { words: words('+'), members: row.plus.map(ref) },
        ].filter(({ members }) => members.length > 0),
        /** Where several members make one pull: part of the weight buys one effect again. */
        twice: {
          minus: row.minus.some((slug) => doubled.has(slug)),
          plus: row.plus.some((slug) => doubled.has(slug)),
        },
        clash: found.contradictions.some((one) => one.lever === row.lever),
      }
    }),
    untouched: found.untouched.map((id) => ({ id, name: lever(id)?.name ?? id })),
    concentration: {
      percent: Math.round(found.concentration.share * 100),
      levers: found.concentration.levers.map((id) => lever(id)?.name ?? id),
    },
    contradictions: found.contradictions.map(({ a, b, mechanism, lever: on }) => ({
      a: ref(a),
      b: ref(b),
      mechanism: mechanisms.find(({ id }) => id === mechanism)?.label ?? null,
      lever: on === null ? null : (lever(on)?.name ?? on),
    })),
    names: strategies.length,
    pulls: found.pulls.length,
    doubled: found.pulls
      .filter((group) => group.length > 1)
      .map((group) => ({ lever: lever(leverOf(index, group[0]))?.name ?? '', members: group.map(ref) })),
    sides: found.sides.map(({ side, weight, members }) => ({ side, weight, members: members.map(ref) })),
    spreads: found.spreads.map(({ axis, values, oneSided }) => ({
      id: axis,
      label: fieldDef('strategy', axis)?.label ?? axis,
      oneSided,
      values: values.map(({ id, weight, members }) => ({
        id,
        name: axes.find((one) => one.id === axis)?.values.find((one) => one.id === id)?.name ?? id,
        weight,
        members: members.map(ref),
      })),
    })),
    successors: {
      said: found.successors.said.map((slug) => ({ ...ref(slug), text: said(slug, 'binds-next') })),
      unsaid: found.successors.unsaid.map(ref),
    },
    fates: found.fates.map(({ signal, sinks, weight }) => ({
      ...ref(signal),
      text: said(signal, 'falsification'),
      sinks: sinks.map(ref),
      percent: Math.round((weight / found.total) * 100),
    })),
    withoutSignal: found.withoutSignal.map(ref),
    additions: found.additions.map(({ lever: id, strategy, complements }) => ({
      leverId: id,
      lever: lever(id)?.name ?? id,
      strategy: strategy ? ref(strategy) : null,
      complements,
      href: strategy ? portfolioHref([...strategies, entryOf(index, strategy)], [...weights, 1]) : null,
    })),
  }
}

function entryOf(index: AtlasIndex, slug: string): IndexedEntry {
  const entry = index.find('strategy', slug)
  if (!entry) throw new Error(`the audit names ${slug}, which the atlas does not have`)
  return entry
}

function leverOf(index: AtlasIndex, slug: string | undefined): string {
  const entry = slug === undefined ? undefined : index.find('strategy', slug)
  return entry ? textField(entry.content, 'lever') : ''
}
