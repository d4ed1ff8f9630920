import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { fixedOptions, optionLabel } from '../../domain/entries/options.ts'
import { plainText } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import type { IndexedEntry } from './atlas-index.ts'
import { entryFrame } from './entry-frame.ts'
import { linksIn } from './links-in.ts'
import { published, readableAtlas } from './readable-atlas.ts'

export async function scenariosList(deps: Deps, viewer: Viewer | null) {
  const index = await readableAtlas(deps, viewer)
  const items = index.byKind('scenario').map((scenario) => ({
    slug: scenario.slug,
    title: scenario.title,
    adversary: adversaryOf(scenario),
    description: plainText(scenario.content.sections.description ?? []),
    strategies: index.strategiesFor(scenario.slug).length,
  }))
  return { items }
}

/** @throws AppError `not-found`. */
export async function scenarioPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const scenario = published(index, 'scenario', slug)
  const { description = [], note = [] } = scenario.content.sections
  return {
    frame: await entryFrame(deps, viewer, scenario),
    adversary: adversaryOf(scenario),
    description,
    note,
    strategies: index.strategiesFor(slug).map((strategy) => ({
      slug: strategy.slug,
      title: strategy.title,
      bet: plainText(strategy.content.sections.bet ?? []),
    })),
    links: linksIn([description, note], index.links),
  }
}

function adversaryOf({ content }: IndexedEntry): string {
  const id = textField(content, 'adversary-class')
  return id ? optionLabel(fixedOptions['adversary-classes'], id) : ''
}
