import type { EntryKind } from '../../domain/entries/kinds.ts'

/** How the entries of one kind are laid out in the vault; the format is told in the vault's README. */
export interface KindLayout {
  /** Front matter field of the title. */
  title: 'title' | 'name'
  /** Front matter names of fields that are not their id in camel case. */
  names: Record<string, string>
  /** Fields that are always written and must not be null. */
  required: string[]
  /** Fields that are always written and are null where nobody has filled them. */
  written: string[]
  /** Fields that have a place in the body; in the front matter only where their value does not fit there. */
  body: string[]
  /** Headings of sections that are prose and nothing else, by section id. */
  headings: Record<string, string>
}

/** Fields in no list are sets, flags or rows (always written), or texts that are written only where present. */
export const layouts: Record<EntryKind, KindLayout> = {
  strategy: {
    title: 'title',
    names: { pull: 'direction' },
    required: ['lever', 'pull', 'acts-on', 'coercion', 'actor-in-control', 'time-horizon', 'legitimacy-source'],
    written: ['source-note'],
    body: ['vintages', 'commitments', 'analogue-domain', 'analogue-regime'],
    headings: {
      bet: 'Bet',
      mechanism: 'Mechanism',
      'binds-next': 'What binds next',
      falsification: 'Falsification signal',
      threshold: 'Threshold',
      overshoot: 'How it overshoots',
      'analogue-produced': 'Historical analogue: what it produced',
      'analogue-failed': 'Historical analogue: what it did not',
    },
  },
  concept: { title: 'title', names: {}, required: [], written: ['kicker', 'summary'], body: [], headings: {} },
  person: {
    title: 'name',
    names: {},
    required: [],
    written: ['role', 'expertise', 'recognition', 'wikipedia'],
    body: [],
    headings: {},
  },
  scenario: {
    title: 'title',
    names: {},
    required: [],
    written: ['adversary-class'],
    body: [],
    headings: { description: 'Description', note: 'Note' },
  },
  source: {
    title: 'title',
    names: {},
    required: [],
    written: ['status', 'outlet', 'author', 'author-role', 'origin', 'campaign-site', 'published'],
    // In the front matter, but only where there is something to say.
    body: ['caveats', 'provenance'],
    headings: {
      summary: 'Summary',
      'why-it-matters': 'Why it matters',
      takeaways: 'Key takeaways',
      unknown: 'What is unknown',
    },
  },
}

/** Headings of a strategy that hold more than prose. */
export const structured = {
  threshold: 'Self-undermining threshold',
  analogue: 'Historical analogue',
  vintages: 'Vintages',
  commitments: 'Commitments',
} as const

/** Heading under which a person's positions are worded. */
export const positionHeading = 'Position'

/** What a person may be put under. */
export const categories = [
  'academic',
  'activist',
  'engineer',
  'executive',
  'founder',
  'investor',
  'journalist',
  'policy',
  'public-intellectual',
  'researcher',
]

export const media = ['article', 'blog', 'book', 'paper', 'podcast', 'testimony', 'tweet', 'video']

/** Front matter name of a field. */
export function fieldName(kind: EntryKind, id: string): string {
  return layouts[kind].names[id] ?? camelCase(id)
}

/** Front matter name of a column or field: `fails-if` is written `failsIf`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
