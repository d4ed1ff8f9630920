import { cellText, rowsField, setField, textField } from '../../domain/entries/field-values.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { axisIds, fieldDef } from '../../domain/entries/kinds.ts'
import { fixedOptions, optionLabel } from '../../domain/entries/options.ts'
import { axisOrder } from '../../domain/entries/ordinal-axes.ts'
import type { Axis, Mechanism } from '../../domain/entries/vocabulary.ts'
import type { Block } from '../../domain/prose/tree.ts'
import type { AtlasIndex, IndexedRelation } from './atlas-index.ts'
import { linksIn } from './links-in.ts'
import { declaredWords, pairOf } from './pair-lookup.ts'
import { peopleOn } from './people-on.ts'
import { pullWords } from './pull-words.ts'
import type { RelationStandings } from './relation-standing.ts'

/** At most this many people are named on a strategy's page; the rest is one link away. */
const mostPeople = 36

export interface RelationGroup {
  mechanism: Mechanism
  relations: {
    slug: string
    title: string
    /** Only the other strategy's entry says so. */
    onlyOther: boolean
    /** Where it is not confirmed by both sides: whose statement it is and what the other says. */
    open: { words: string; disputeId: string | null } | null
    rationales: { by: string; text: string }[]
  }[]
}

export interface TierCount {
  id: string
  name: string
  n: number
}

export interface PeoplePanel {
  total: number
  profiled: number
  expertise: TierCount[]
  recognition: TierCount[]
  shown: { slug: string; name: string; line: string; stance: string | null }[]
  /** How many are on the record and not in `shown`. */
  more: number
}

interface AxisStep {
  id: string
  name: string
  description: string
  here: boolean
  /** How many strategies have this value, this one included. */
  count: number
  href: string
}

export interface AxisPosition {
  id: string
  name: string
  description: string
  /** Steps in order; empty where the axis has no order. */
  line: AxisStep[]
  /** Values without a place in an order. */
  beside: AxisStep[]
}

/** The panels of a strategy's page, apart from title, status and deliberation. */
export interface StrategyPanels {
  slug: string
  lever: { id: string; name: string; pull: string } | null
  actsOn: { name: string; href: string } | null
  sections: Record<string, Block[]>
  noSignalReason: string
  noThresholdReason: string
  analogue: { domain: string; regime: string } | null
  vintages: { year: string; text: string }[]
  commitments: { topic: string; claim: string; failsIf: string }[]
  scenarios: { slug: string; title: string }[]
  people: PeoplePanel
  coordinates: { id: string; label: string; value: string; href: string }[]
  conflicts: RelationGroup[]
  complements: RelationGroup[]
  twins: RelationGroup[]
  axes: AxisPosition[]
  tags: string[]
  sourceNote: string
  links: Record<string, { title: string; href: string }>
}

/**
 * @param content what the strategy says: its current version, or another one to be shown in its place.
 * @param standings what the other sides say to its relations; null in a preview and in an old version.
 */
export function strategyPanels(
  index: AtlasIndex,
  content: EntryContent,
  slug: string,
  standings: RelationStandings | null = null,
): StrategyPanels {
  const { levers, axes } = index.vocabulary
  const lever = levers.find(({ id }) => id === textField(content, 'lever'))
  const domain = textField(content, 'analogue-domain')
  const coordinates = axisIds.flatMap((id) => {
    const axis = axes.find((one) => one.id === id)
    const value = axis?.values.find((one) => one.id === textField(content, id))
    return axis && value
      ? [
          {
            id,
            label: fieldDef('strategy', id)?.label ?? axis.name,
            value: value.name,
            href: `/strategies?${id}=${value.id}`,
          },
        ]
      : []
  })
  const actsOn = coordinates.find(({ id }) => id === 'acts-on')
  const relations = index.relationsOf(slug)
  const openWith = (other: string) => unconfirmed(index, standings, slug, other)
  const grouped = (kind: IndexedRelation['kind']) =>
    groupsOf(
      index,
      relations.filter((relation) => relation.kind === kind),
      openWith,
    )
  return {
    slug,
    lever: lever ? { id: lever.id, name: lever.name, pull: pullWords(lever, textField(content, 'pull')) } : null,
    actsOn: actsOn ? { name: actsOn.value, href: actsOn.href } : null,
    sections: content.sections,
    noSignalReason: textField(content, 'no-falsification-reason'),
    noThresholdReason: textField(content, 'no-threshold-reason'),
    analogue: domain
      ? {
          domain: optionLabel(fixedOptions['analogue-domains'], domain),
          regime: textField(content, 'analogue-regime'),
        }
      : null,
    vintages: rowsField(content, 'vintages').map((row) => ({
      year: cellText(row, 'year'),
      text: cellText(row, 'text'),
    })),
    commitments: rowsField(content, 'commitments').map((row) => ({
      topic: optionLabel(fixedOptions['commitment-topics'], cellText(row, 'topic')),
      claim: cellText(row, 'claim'),
      failsIf: cellText(row, 'fails-if'),
    })),
    scenarios: index.scenariosOf(slug).map((scenario) => ({ slug: scenario.slug, title: scenario.title })),
    people: peoplePanel(index, slug),
    coordinates,
    conflicts: grouped('conflict'),
    complements: grouped('complement'),
    twins: grouped('twin'),
    axes: axes.map((axis) => axisPosition(index, axis, textField(content, axis.id))),
    tags: setField(content, 'tags'),
    sourceNote: textField(content, 'source-note'),
    links: linksIn(content.sections, index.links),
  }
}

function peoplePanel(index: AtlasIndex, slug: string): PeoplePanel {
  const { people, total, profiled, expertise, recognition } = peopleOn(index, slug)
  const { vocabulary } = index
  const tierName = (field: 'expertise' | 'recognition', id: unknown) =>
    vocabulary[field].find((tier) => tier.id === id)?.name ?? ''
  const shown = people.slice(0, mostPeople).map(({ person, stance, profiled: hasTiers }) => {
    const { fields } = person.content
    return {
      slug: person.slug,
      name: person.title,
      line: hasTiers
        ? `${tierName('expertise', fields.expertise)} · ${tierName('recognition', fields.recognition)}`
        : textField(person.content, 'role'),
      stance: stance === 'endorses' ? null : (vocabulary.stances.find(({ id }) => id === stance)?.name ?? stance),
    }
  })
  return {
    total,
    profiled,
    expertise: vocabulary.expertise.map(({ id, name }) => ({ id, name, n: expertise[id] ?? 0 })),
    recognition: vocabulary.recognition.map(({ id, name }) => ({ id, name, n: recognition[id] ?? 0 })),
    shown,
    more: total - shown.length,
  }
}

type Unconfirmed = RelationGroup['relations'][number]['open']

function unconfirmed(index: AtlasIndex, standings: RelationStandings | null, slug: string, other: string): Unconfirmed {
  const pair = standings && pairOf(index, slug, other)
  const standing = pair && standings.of(pair)
  if (!standing || standing.state === 'confirmed' || standing.state === 'derived') return null
  return { words: declaredWords(index, pair, standing), disputeId: standing.answer?.threadId ?? null }
}

function groupsOf(
  index: AtlasIndex,
  own: readonly IndexedRelation[],
  openWith: (other: string) => Unconfirmed,
): RelationGroup[] {
  return index.vocabulary.mechanisms.flatMap((mechanism) => {
    const group = own.filter((relation) => relation.mechanism.id === mechanism.id)
    if (group.length === 0) return []
    return {
      mechanism,
      relations: group.map(({ entry, declared, rationales }) => ({
        slug: entry.slug,
        title: entry.title,
        onlyOther: declared === 'other',
        open: openWith(entry.slug),
        rationales: rationales.map(({ from, text }) => ({ by: index.find('strategy', from)?.title ?? from, text })),
      })),
    }
  })
}

function axisPosition(index: AtlasIndex, { id, name, description, values }: Axis, here: string): AxisPosition {
  const strategies = index.byKind('strategy')
  const steps = values.map((value) => ({
    ...value,
    here: value.id === here,
    count: strategies.filter(({ content }) => textField(content, id) === value.id).length,
    href: `/strategies?${id}=${value.id}`,
  }))
  return { id, name, description, ...axisOrder(id, steps) }
}
