import type { Viewer } from '../../domain/access/viewer.ts'
import { setField, textField } from '../../domain/entries/field-values.ts'
import { fixedOptions, optionLabel } from '../../domain/entries/options.ts'
import { isBlank, plainText } from '../../domain/prose/tree.ts'
import { answers, byAdversary } from '../../domain/scenarios/answers.ts'
import type { Deps } from '../deps.ts'
import { arguedOn } from './argued-on.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { betsOf } from './bets.ts'
import { entryFrame } from './entry-frame.ts'
import { linksIn } from './links-in.ts'
import { namedByLever } from './named-by-lever.ts'
import { pageOf } from './paging.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { published, readableAtlas } from './readable-atlas.ts'
import { viewJson } from './view-json.ts'

/** So many bets stand on one page of a scenario. */
const betsOnPage = 40
/** So many strategies are named in the lists under the scenarios; the count says how many there are. */
const mostNamed = 120

/** Every scenario by adversary class, strategies that answer several, and those that answer none. */
export async function scenariosList(deps: Deps, viewer: Viewer | null) {
  const index = await readableAtlas(deps, viewer)
  const classes = fixedOptions['adversary-classes'] ?? []
  const scenarios = index.byKind('scenario').map((one) => ({ slug: one.slug, adversary: classId(one) }))
  const found = answers(
    index.byKind('strategy').map(({ slug, content }) => ({ slug, names: setField(content, 'scenarios') })),
    scenarios,
  )
  const rows = await scenarioRows(deps, viewer, index)
  const groups = byAdversary(
    scenarios,
    classes.map(({ id }) => id),
  )
  const several = found.several.map(({ strategy, ...rest }) => ({ ...ref(index, 'strategy', strategy), ...rest }))
  return {
    total: scenarios.length,
    groups: groups.map(({ adversary, scenarios: slugs }) => ({
      id: adversary || 'other',
      label: adversary ? optionLabel(classes, adversary) : 'Nobody in particular',
      description: classes.find(({ id }) => id === adversary)?.description ?? '',
      scenarios: slugs.flatMap((slug) => rows.get(slug) ?? []),
    })),
    several: several.slice(0, mostNamed).map((row) => ({
      ...row,
      scenarios: row.scenarios.map((slug) => ref(index, 'scenario', slug)),
    })),
    counts: { several: several.length, one: found.one.length, none: found.none.length },
    none: namedByLever(index, new Set(found.none), mostNamed),
  }
}

export type ScenariosList = Awaited<ReturnType<typeof scenariosList>>

/** Every scenario with the strategies that answer it, as programs read it. */
export async function scenariosJson(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const rows = await scenarioRows(deps, viewer, index)
  const scenarios = index.byKind('scenario').flatMap((scenario) => {
    const row = rows.get(scenario.slug)
    if (!row) return []
    const { slug: id, title, description, withSignal, people, argued } = row
    return {
      kind: 'scenario',
      id,
      title,
      adversary: classId(scenario) || null,
      description,
      strategies: index.strategiesFor(id).map(({ slug }) => slug),
      withSignal,
      people,
      argued,
      links: { page: `/scenarios/${id}`, json: `/scenarios/${id}.json` },
    }
  })
  return viewJson('/scenarios', scenarios, search)
}

/**
 * One scenario and the bets that answer it.
 *
 * @param search as in `location.search`: `page`.
 * @throws AppError `not-found`.
 */
export async function scenarioPage(
  deps: Deps,
  viewer: Viewer | null,
  { slug, search }: { slug: string; search: string },
) {
  const index = await readableAtlas(deps, viewer)
  const scenario = published(index, 'scenario', slug)
  const { chosen } = readChoices(search, { page: isPageNumber })
  const strategies = index.strategiesFor(slug)
  const { rows, ...paging } = pageOf(strategies, chosen.page, betsOnPage, (page) =>
    choicesHref(`/scenarios/${slug}`, { page }),
  )
  return {
    frame: await entryFrame(deps, viewer, index, scenario),
    panels: scenarioPanels(index, scenario),
    ...paging,
    withSignal: strategies.filter(hasSignal).length,
    held: strategies.filter((strategy) => index.positionsOn(strategy.slug).length > 0).length,
    bets: await betsOf(deps, viewer, index, rows),
  }
}

/** What a scenario says, and the first of the strategies of this index that answer it. */
export function scenarioPanels(index: AtlasIndex, scenario: IndexedEntry) {
  const { description = [], note = [] } = scenario.content.sections
  const classes = fixedOptions['adversary-classes'] ?? []
  const adversary = classId(scenario)
  const strategies = index.strategiesFor(scenario.slug)
  return {
    adversary: adversary ? { id: adversary, label: optionLabel(classes, adversary) } : null,
    description,
    note,
    strategies: {
      total: strategies.length,
      shown: strategies.slice(0, mostNamed).map(({ slug, title }) => ({ slug, title })),
    },
    links: linksIn([description, note], index.links),
  }
}

export type ScenarioPanels = ReturnType<typeof scenarioPanels>

/** What the list says of each scenario, by slug. */
async function scenarioRows(deps: Deps, viewer: Viewer | null, index: AtlasIndex) {
  const answering = new Map(index.byKind('scenario').map(({ slug }) => [slug, index.strategiesFor(slug)]))
  const asked = new Set([...answering.values()].flat().map(({ entryId }) => entryId))
  const argued = await arguedOn(deps, viewer, [...asked].slice(0, 2000))
  return new Map(
    index.byKind('scenario').map((scenario) => {
      const strategies = answering.get(scenario.slug) ?? []
      const people = new Set(strategies.flatMap(({ slug }) => index.positionsOn(slug).map(({ person }) => person.slug)))
      const row = {
        slug: scenario.slug,
        title: scenario.title,
        description: plainText(scenario.content.sections.description ?? []),
        strategies: strategies.length,
        withSignal: strategies.filter(hasSignal).length,
        people: people.size,
        argued: strategies.reduce((sum, { entryId }) => sum + argued(entryId).length, 0),
      }
      return [scenario.slug, row] as const
    }),
  )
}

function hasSignal({ content }: IndexedEntry): boolean {
  return !isBlank(content.sections.falsification)
}

function ref(index: AtlasIndex, kind: 'strategy' | 'scenario', slug: string) {
  return { slug, title: index.find(kind, slug)?.title ?? slug }
}

function classId({ content }: IndexedEntry): string {
  return textField(content, 'adversary-class')
}
