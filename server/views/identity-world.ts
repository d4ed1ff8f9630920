import { cellText, rowsField, textField } from '../../domain/entries/field-values.ts'
import { axisIds } from '../../domain/entries/kinds.ts'
import { fixedOptions, optionLabel } from '../../domain/entries/options.ts'
import type { Axis } from '../../domain/entries/vocabulary.ts'
import type { Answerable } from '../../domain/identity/answer-line.ts'
import type { Placed } from '../../domain/identity/distance.ts'
import type { AtlasIndex } from './atlas-index.ts'

/** Something a strategy says it rests on; `key` names it in answers. */
export interface Assumption {
  key: string
  slug: string
  strategy: string
  topic: string
  claim: string
}

/** What the published atlas gives the diagnostic to ask about and to measure against. */
export interface IdentityWorld {
  strategies: Placed[]
  axes: Axis[]
  assumptions: Assumption[]
  answerable: Answerable
}

const worlds = new WeakMap<AtlasIndex, IdentityWorld>()

export function identityWorld(index: AtlasIndex): IdentityWorld {
  const known = worlds.get(index)
  if (known) return known
  const assumptions = index.byKind('strategy').flatMap(({ slug, title, content }) =>
    rowsField(content, 'commitments').map((row, i) => ({
      key: `${slug}~${i}`,
      slug,
      strategy: title,
      topic: cellText(row, 'topic'),
      claim: cellText(row, 'claim'),
    })),
  )
  const keysOf = bySlug(assumptions)
  const axes = axisIds.flatMap((id) => index.vocabulary.axes.find((axis) => axis.id === id) ?? [])
  const world: IdentityWorld = {
    axes,
    assumptions,
    strategies: index.byKind('strategy').map(({ slug, title, content }) => ({
      slug,
      title,
      axes: Object.fromEntries(axisIds.map((id) => [id, textField(content, id)])),
      assumptions: (keysOf.get(slug) ?? []).map(({ key }) => key),
    })),
    answerable: {
      axes: new Map(axes.map(({ id, values }) => [id, new Set(values.map((value) => value.id))])),
      assumptions: new Set(assumptions.map(({ key }) => key)),
    },
  }
  worlds.set(index, world)
  return world
}

function bySlug(assumptions: readonly Assumption[]): Map<string, Assumption[]> {
  const found = new Map<string, Assumption[]>()
  for (const one of assumptions) found.set(one.slug, [...(found.get(one.slug) ?? []), one])
  return found
}

/** Assumptions by topic, in the order of the topics. */
export function byTopic(assumptions: readonly Assumption[], most: number) {
  return (fixedOptions['commitment-topics'] ?? []).flatMap(({ id }) => {
    const all = assumptions.filter(({ topic }) => topic === id)
    if (all.length === 0) return []
    return [
      { id, label: optionLabel(fixedOptions['commitment-topics'], id), total: all.length, asked: all.slice(0, most) },
    ]
  })
}
