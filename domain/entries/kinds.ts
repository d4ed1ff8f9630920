import type { Block } from '../prose/tree.ts'

export const entryKinds = ['strategy', 'concept', 'person', 'scenario', 'source'] as const
export type EntryKind = (typeof entryKinds)[number]

/** URL segment of each kind, as in `/strategies/:id`. */
export const kindPath: Record<EntryKind, string> = {
  strategy: 'strategies',
  concept: 'concepts',
  person: 'people',
  scenario: 'scenarios',
  source: 'sources',
}

export interface SectionDef {
  id: string
  label: string
  /** What the section is for, shown to writers. */
  prompt: string
  /** Characters that a reader takes in at a glance; more are possible. */
  advised?: number
}

/** Where the values of a choice or a set come from. */
export type OptionSource =
  | 'levers'
  | 'pulls'
  | `axis:${string}`
  | 'strategies'
  | 'scenarios'
  | 'tags'
  | 'expertise'
  | 'recognition'
  | 'stances'
  | 'claim-statuses'
  | 'adversary-classes'
  | 'analogue-domains'
  | 'commitment-topics'
  | 'source-statuses'
  | 'source-caveats'
  | 'provenance-kinds'

export interface ColumnDef {
  id: string
  label: string
  type: 'text' | 'choice' | 'flag' | 'sources'
  options?: OptionSource
}

/**
 * One structured field. In the shared document a `text`, `choice` or `flag` is one key; a `set` is one key
 * per member (`tags/<tag>`); `rows` is one key per row (`vintages/<row id>`).
 */
export type FieldDef =
  | { id: string; label: string; type: 'text'; prompt?: string; long?: boolean }
  | { id: string; label: string; type: 'choice'; options: OptionSource }
  | { id: string; label: string; type: 'flag' }
  | { id: string; label: string; type: 'set'; options: OptionSource }
  | { id: string; label: string; type: 'rows'; columns: ColumnDef[] }

export interface KindDef {
  kind: EntryKind
  label: string
  plural: string
  sections: SectionDef[]
  fields: FieldDef[]
  /** Relation kinds that entries of this kind may declare. */
  declares: RelationKind[]
}

/** `twin` is derived and never declared. */
export type RelationKind = 'conflict' | 'complement'

export interface Declaration {
  kind: RelationKind
  /** Slug of a strategy. */
  to: string
  /** Why, in one or two sentences; empty when nobody has written it. */
  rationale: string
}

export interface SourceRef {
  title: string
  publisher: string
  url: string
  medium: string
  date: string
}

export type Row = Record<string, string | boolean | SourceRef[]>
export type FieldValue = string | boolean | string[] | Row[]

/** The schema version of `EntryContent`; raise it with an upgrade step. Stored content outlives code. */
export const contentSchema = 1

/**
 * What an entry says at one moment. Sections and fields without content are absent; sets are sorted,
 * declarations are sorted by kind and target, so that equal content has one spelling and one hash.
 */
export interface EntryContent {
  kind: EntryKind
  schema: typeof contentSchema
  title: string
  sections: Record<string, Block[]>
  fields: Record<string, FieldValue>
  declarations: Declaration[]
}

export const axisIds = ['acts-on', 'coercion', 'actor-in-control', 'time-horizon', 'legitimacy-source'] as const

const strategy: KindDef = {
  kind: 'strategy',
  label: 'Strategy',
  plural: 'Strategies',
  sections: [
    {
      id: 'bet',
      label: 'Bet',
      prompt: 'What must be true for this strategy to be right? One or two sentences.',
      advised: 240,
    },
    { id: 'mechanism', label: 'Mechanism', prompt: 'What would people who pursue it actually do?' },
    { id: 'binds-next', label: 'If it succeeds: what binds next', prompt: 'Which problem is left once it has worked?' },
    { id: 'falsification', label: 'Falsification signal', prompt: 'Which observation should end support for it?' },
    { id: 'threshold', label: 'Self-undermining threshold', prompt: 'Past which point does pushing harder defeat it?' },
    {
      id: 'overshoot',
      label: 'How it overshoots',
      prompt: 'Why does more of it turn against the aim beyond that point?',
    },
    {
      id: 'analogue-produced',
      label: 'Historical analogue: what it produced',
      prompt: 'What did the analogue achieve?',
    },
    {
      id: 'analogue-failed',
      label: 'Historical analogue: what it did not',
      prompt: 'What did the analogue fail to achieve?',
    },
  ],
  fields: [
    { id: 'lever', label: 'Lever', type: 'choice', options: 'levers' },
    { id: 'pull', label: 'Pull', type: 'choice', options: 'pulls' },
    { id: 'acts-on', label: 'Acts on', type: 'choice', options: 'axis:acts-on' },
    { id: 'coercion', label: 'Coercion', type: 'choice', options: 'axis:coercion' },
    { id: 'actor-in-control', label: 'Actor in control', type: 'choice', options: 'axis:actor-in-control' },
    { id: 'time-horizon', label: 'Time horizon', type: 'choice', options: 'axis:time-horizon' },
    { id: 'legitimacy-source', label: 'Legitimacy source', type: 'choice', options: 'axis:legitimacy-source' },
    { id: 'rejects-frame', label: 'Rejects the usual frame', type: 'flag' },
    { id: 'foreclosing', label: 'Closes a path for good', type: 'flag' },
    { id: 'no-falsification-reason', label: 'Why there is no falsification signal', type: 'text', long: true },
    { id: 'no-threshold-reason', label: 'Why there is no threshold', type: 'text', long: true },
    { id: 'scenarios', label: 'Scenarios it answers', type: 'set', options: 'scenarios' },
    { id: 'tags', label: 'Tags', type: 'set', options: 'tags' },
    { id: 'analogue-domain', label: 'Analogue: domain', type: 'choice', options: 'analogue-domains' },
    { id: 'analogue-regime', label: 'Analogue: regime', type: 'text' },
    {
      id: 'vintages',
      label: 'What the name has meant',
      type: 'rows',
      columns: [
        { id: 'year', label: 'Year', type: 'text' },
        { id: 'text', label: 'Meaning', type: 'text' },
      ],
    },
    {
      id: 'commitments',
      label: 'Commitments',
      type: 'rows',
      columns: [
        { id: 'topic', label: 'Topic', type: 'choice', options: 'commitment-topics' },
        { id: 'claim', label: 'Claim', type: 'text' },
        { id: 'fails-if', label: 'Fails if', type: 'text' },
      ],
    },
    { id: 'source-note', label: 'Source note', type: 'text' },
  ],
  declares: ['conflict', 'complement'],
}

const concept: KindDef = {
  kind: 'concept',
  label: 'Concept',
  plural: 'Concepts',
  sections: [{ id: 'body', label: 'Text', prompt: 'What the term has to mean, what is open, who disagrees.' }],
  fields: [
    { id: 'kicker', label: 'Kind of concept', type: 'text' },
    { id: 'summary', label: 'Summary', type: 'text', long: true },
    { id: 'related', label: 'Related strategies', type: 'set', options: 'strategies' },
    { id: 'tags', label: 'Tags', type: 'set', options: 'tags' },
  ],
  declares: [],
}

const person: KindDef = {
  kind: 'person',
  label: 'Person',
  plural: 'People',
  sections: [{ id: 'body', label: 'Text', prompt: 'Thesis, context and open questions, in our own words.' }],
  fields: [
    { id: 'role', label: 'Role', type: 'text' },
    { id: 'expertise', label: 'Expertise', type: 'choice', options: 'expertise' },
    { id: 'recognition', label: 'Recognition', type: 'choice', options: 'recognition' },
    { id: 'categories', label: 'Categories', type: 'set', options: 'tags' },
    { id: 'wikipedia', label: 'Wikipedia', type: 'text' },
    {
      id: 'affiliations',
      label: 'Affiliations',
      type: 'rows',
      columns: [
        { id: 'org', label: 'Organisation', type: 'text' },
        { id: 'role', label: 'Role', type: 'text' },
        { id: 'current', label: 'Current', type: 'flag' },
        { id: 'end', label: 'Until', type: 'text' },
      ],
    },
    {
      id: 'positions',
      label: 'Positions',
      type: 'rows',
      columns: [
        { id: 'strategy', label: 'Strategy', type: 'choice', options: 'strategies' },
        { id: 'stance', label: 'Stance', type: 'choice', options: 'stances' },
        { id: 'tentative', label: 'Tentative', type: 'flag' },
        { id: 'summary', label: 'In our words', type: 'text' },
        { id: 'sources', label: 'Sources', type: 'sources' },
      ],
    },
  ],
  declares: [],
}

const scenario: KindDef = {
  kind: 'scenario',
  label: 'Scenario',
  plural: 'Scenarios',
  sections: [
    { id: 'description', label: 'Description', prompt: 'What goes wrong, told plainly.' },
    { id: 'note', label: 'Note', prompt: 'What a reader should know about the list of strategies.' },
  ],
  fields: [{ id: 'adversary-class', label: 'Adversary class', type: 'choice', options: 'adversary-classes' }],
  declares: [],
}

const source: KindDef = {
  kind: 'source',
  label: 'Source',
  plural: 'Sources',
  sections: [
    { id: 'summary', label: 'Summary', prompt: 'What the document says.' },
    { id: 'why-it-matters', label: 'Why it matters', prompt: 'What it changes for the strategies it bears on.' },
    { id: 'takeaways', label: 'Key takeaways', prompt: 'The points to remember, as a list.' },
    { id: 'unknown', label: 'What is unknown', prompt: 'What the document does not say, as a list.' },
  ],
  fields: [
    { id: 'outlet', label: 'Outlet', type: 'text' },
    { id: 'author', label: 'Author', type: 'text' },
    { id: 'author-role', label: 'Author role', type: 'text' },
    { id: 'origin', label: 'Origin', type: 'text' },
    { id: 'campaign-site', label: 'Campaign site', type: 'text' },
    { id: 'published', label: 'Published', type: 'text' },
    { id: 'status', label: 'Status', type: 'choice', options: 'source-statuses' },
    { id: 'strategies', label: 'Strategies it bears on', type: 'set', options: 'strategies' },
    { id: 'tags', label: 'Tags', type: 'set', options: 'tags' },
    {
      id: 'claims',
      label: 'Claims',
      type: 'rows',
      columns: [
        { id: 'text', label: 'Claim', type: 'text' },
        { id: 'status', label: 'Status', type: 'choice', options: 'claim-statuses' },
      ],
    },
    { id: 'caveats', label: 'Caveats', type: 'set', options: 'source-caveats' },
    {
      id: 'provenance',
      label: 'Provenance',
      type: 'rows',
      columns: [
        { id: 'item', label: 'What it was passed on as', type: 'text' },
        { id: 'kind', label: 'Kind', type: 'choice', options: 'provenance-kinds' },
        { id: 'url', label: 'Address', type: 'text' },
      ],
    },
  ],
  declares: [],
}

/** Everything that is particular to a kind of entry, as data. */
export const kinds: Record<EntryKind, KindDef> = { strategy, concept, person, scenario, source }

export function sectionDef(kind: EntryKind, id: string): SectionDef | undefined {
  return kinds[kind].sections.find((section) => section.id === id)
}

export function fieldDef(kind: EntryKind, id: string): FieldDef | undefined {
  return kinds[kind].fields.find((field) => field.id === id)
}
