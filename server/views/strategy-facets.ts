import { setField, textField } from '../../domain/entries/field-values.ts'
import { axisIds, fieldDef } from '../../domain/entries/kinds.ts'
import { pullOptions } from '../../domain/entries/options.ts'
import { isBlank } from '../../domain/prose/tree.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'

interface FacetOption {
  id: string
  label: string
}

/** Something strategies can be filtered by. */
export interface Facet {
  id: string
  label: string
  options: readonly FacetOption[]
  /** The values an entry has: one of an axis, any number of tags. */
  valuesOf(entry: IndexedEntry): readonly string[]
  /** The options grow with the atlas: only those that the present list has are offered, the commonest ones. */
  open?: true
}

const present: readonly FacetOption[] = [
  { id: 'yes', label: 'Written' },
  { id: 'no', label: 'Not written yet' },
]

/** @param contested slugs of the strategies that are contested (domain/support). */
export function strategyFacets(index: AtlasIndex, contested: ReadonlySet<string>): Facet[] {
  const { levers, axes } = index.vocabulary
  const field = (id: string) => (entry: IndexedEntry) => [textField(entry.content, id)]
  const written = (section: string) => (entry: IndexedEntry) => [
    isBlank(entry.content.sections[section]) ? 'no' : 'yes',
  ]
  return [
    { id: 'lever', label: 'Lever', options: named(levers), valuesOf: field('lever') },
    { id: 'pull', label: 'Pull', options: pullOptions, valuesOf: field('pull') },
    ...axisIds.flatMap((id) => {
      const axis = axes.find((one) => one.id === id)
      const label = fieldDef('strategy', id)?.label ?? id
      return axis ? [{ id, label, options: named(axis.values), valuesOf: field(id) }] : []
    }),
    { id: 'signal', label: 'Falsification signal', options: present, valuesOf: written('falsification') },
    { id: 'threshold', label: 'Threshold', options: present, valuesOf: written('threshold') },
    {
      id: 'contested',
      label: 'Contested',
      options: [
        { id: 'yes', label: 'Contested' },
        { id: 'no', label: 'Not contested' },
      ],
      valuesOf: ({ slug }) => [contested.has(slug) ? 'yes' : 'no'],
    },
    ...openFacets(index),
  ]
}

function openFacets(index: AtlasIndex): Facet[] {
  const entries = (kind: 'scenario' | 'person') =>
    index.byKind(kind).map(({ slug, title }) => ({ id: slug, label: title }))
  return [
    {
      id: 'scenario',
      label: 'Scenario it answers',
      options: entries('scenario'),
      valuesOf: ({ content }) => setField(content, 'scenarios'),
      open: true,
    },
    {
      id: 'tag',
      label: 'Tag',
      options: [...index.tags().keys()].map((tag) => ({ id: tag, label: tag.replaceAll('-', ' ') })),
      valuesOf: ({ content }) => setField(content, 'tags'),
      open: true,
    },
    {
      id: 'person',
      label: 'Person on the record',
      options: entries('person'),
      valuesOf: ({ slug }) => [...new Set(index.positionsOn(slug).map(({ person }) => person.slug))],
      open: true,
    },
  ]
}

function named(words: readonly { id: string; name: string }[]): FacetOption[] {
  return words.map(({ id, name }) => ({ id, label: name }))
}
