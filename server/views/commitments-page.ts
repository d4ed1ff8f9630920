import type { Viewer } from '../../domain/access/viewer.ts'
import type { Assumption, TopicGroup } from '../../domain/commitments/assumptions.ts'
import { assumptions } from '../../domain/commitments/assumptions.ts'
import { cellText, rowsField } from '../../domain/entries/field-values.ts'
import { fixedOptions, optionLabel } from '../../domain/entries/options.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { namedByLever } from './named-by-lever.ts'
import { pageOf } from './paging.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { emptyStrategy, strategyRef } from './strategy-ref.ts'
import { viewJson } from './view-json.ts'

/** So many assumptions stand under each topic where all topics are shown, and where one is. */
const inOverview = 20
const onPage = 80
/** So many strategies without commitments, and so many pairs at odds, are named. */
const mostNamed = 120
const mostPairs = 30

const topics = fixedOptions['commitment-topics'] ?? []

/**
 * What strategies take for granted about the world, by topic, and which of them fall with each assumption.
 *
 * @param search as in `location.search`: `topic`, `page`.
 */
export async function commitmentsPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { chosen, dropped } = readChoices(search, {
    topic: (value) => value === 'other' || topics.some(({ id }) => id === value),
    page: isPageNumber,
  })
  const all = found(index)
  const wanted = chosen.topic === 'other' ? '' : chosen.topic
  const groups = all.topics.filter(({ topic }) => wanted === undefined || topic === wanted)
  const silent = index.byKind('strategy').filter(({ slug }) => !all.standsOn.has(slug))
  return {
    dropped,
    topic: chosen.topic ?? '',
    counts: {
      assumptions: all.topics.reduce((sum, group) => sum + group.assumptions.length, 0),
      strategies: all.standsOn.size,
      silent: silent.length,
    },
    topics: all.topics.map(({ topic, assumptions: own, strategies, atOdds }) => ({
      id: topic || 'other',
      label: topicLabel(topic),
      assumptions: own.length,
      strategies: strategies.length,
      atOdds: atOdds.length,
    })),
    groups: groups.map((group) => topicSection(index, all, group, chosen)),
    silent: namedByLever(index, new Set(silent.map(({ slug }) => slug)), mostNamed),
    csv: '/commitments.csv',
  }
}

export type CommitmentsPage = Awaited<ReturnType<typeof commitmentsPage>>
export type TopicSection = CommitmentsPage['groups'][number]

/** Every commitment, as comma-separated values. */
export async function commitmentsCsv(deps: Deps, viewer: Viewer | null): Promise<string> {
  const all = found(await readableAtlas(deps, viewer))
  return csv(
    ['topic', 'assumption', 'strategy', 'fails_if'],
    all.topics.flatMap(({ topic, assumptions: own }) =>
      own.flatMap(({ claim, strategies }) => strategies.map(({ slug, failsIf }) => [topic, claim, slug, failsIf])),
    ),
  )
}

/** Every assumption with the strategies that fall with it, as programs read it. */
export async function commitmentsJson(deps: Deps, viewer: Viewer | null, search: string) {
  const rows = found(await readableAtlas(deps, viewer)).topics.flatMap(({ topic, assumptions: own }) =>
    own.map(({ claim, strategies }) => ({
      topic: topic || null,
      assumption: claim,
      strategies: strategies.map(({ slug, failsIf }) => ({ id: slug, failsIf })),
    })),
  )
  return viewJson('/commitments', rows, search)
}

function found(index: AtlasIndex) {
  const said = index.byKind('strategy').flatMap(({ slug, content }) =>
    rowsField(content, 'commitments').map((row) => ({
      strategy: slug,
      topic: cellText(row, 'topic'),
      claim: cellText(row, 'claim'),
      failsIf: cellText(row, 'fails-if'),
    })),
  )
  return assumptions(
    said,
    topics.map(({ id }) => id),
    index.pairs,
  )
}

function topicLabel(topic: string): string {
  return topic ? optionLabel(topics, topic) : 'Another topic'
}

function topicSection(
  index: AtlasIndex,
  all: ReturnType<typeof found>,
  { topic, assumptions: own, strategies, atOdds }: TopicGroup,
  chosen: { topic?: string; page?: string },
) {
  const id = topic || 'other'
  const length = chosen.topic ? onPage : inOverview
  const href = (page: string | undefined) => choicesHref('/commitments', { topic: id, page })
  const { rows, ...paging } = pageOf(own, chosen.topic && chosen.page, length, href)
  return {
    id,
    label: topicLabel(topic),
    ...paging,
    strategies: strategies.length,
    assumptions: rows.map((one) => assumptionRow(index, all, one)),
    // What the overview leaves out begins on the topic's own first page.
    after: paging.after && !chosen.topic ? href(undefined) : paging.after,
    atOdds: {
      total: atOdds.length,
      shown: atOdds.slice(0, mostPairs).map(({ a, b }) => ({ a: strategyRef(index, a), b: strategyRef(index, b) })),
    },
  }
}

function assumptionRow(index: AtlasIndex, { standsOn }: ReturnType<typeof found>, { claim, strategies }: Assumption) {
  return {
    claim,
    strategies: strategies.map(({ slug, failsIf }) => ({
      ...strategyRef(index, slug),
      failsIf,
      /** On how many assumptions it stands: it falls when one of them does. */
      standsOn: standsOn.get(slug) ?? 0,
      /** How many things its name has meant. */
      vintages: rowsField(index.find('strategy', slug)?.content ?? emptyStrategy, 'vintages').length,
    })),
  }
}
