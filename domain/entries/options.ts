import type { EntryKind, FieldDef, OptionSource } from './kinds.ts'
import { kinds } from './kinds.ts'

/** One value that a choice or a set may take. */
export interface Option {
  id: string
  label: string
  /** What it means, in a sentence; shown to those who choose. */
  description?: string
}

/** The values of every source that the fields of one kind draw on. */
export type Options = Partial<Record<OptionSource, Option[]>>

/** What each lever calls its two directions, by lever id. */
export type PullNames = Record<string, { '+': string; '-': string }>

export const pullOptions: readonly Option[] = [
  { id: '+', label: 'Positive pull' },
  { id: '-', label: 'Negative pull' },
  { id: 'neutral', label: 'Neutral', description: 'It moves the lever neither way.' },
]

const words = (ids: readonly string[]): Option[] => ids.map((id) => ({ id, label: capital(id.replaceAll('-', ' ')) }))

/** Values that are fixed by the kind of entry and not by the vocabulary. */
export const fixedOptions: Options = {
  pulls: [...pullOptions],
  'claim-statuses': [
    { id: 'advocacy', label: 'Advocacy', description: 'Something a party asks for or urges.' },
    { id: 'reported', label: 'Reported', description: 'Stated as fact by the document.' },
    { id: 'established', label: 'Established', description: 'Common knowledge, or confirmed independently.' },
    { id: 'contested', label: 'Contested', description: 'Informed people disagree.' },
    { id: 'unverified', label: 'Unverified', description: 'Could be checked and has not been.' },
    { id: 'off-topic', label: 'Off topic', description: 'On the page, but not about the subject.' },
  ],
  'adversary-classes': [
    {
      id: 'ai-populations',
      label: 'AI populations',
      description: 'Many systems do harm at once; none need intend it.',
    },
    {
      id: 'future-generations',
      label: 'Future generations',
      description: 'What is settled now binds people who had no say in it.',
    },
    { id: 'lab-drift', label: 'Lab drift', description: 'A laboratory gives up its own safeguards.' },
    { id: 'misaligned-ai', label: 'Misaligned AI', description: 'A system pursues ends its makers did not choose.' },
    { id: 'non-state-actor', label: 'Non-state actor', description: 'A small group uses AI to do great harm.' },
    { id: 'state-actor', label: 'State actor', description: 'A government uses AI to rule without check.' },
    { id: 'structural', label: 'Structural', description: 'Nobody attacks; many small changes add up.' },
  ],
  'analogue-domains': words(['aviation', 'biotech', 'climate', 'financial', 'nuclear', 'pharma']),
  'commitment-topics': [
    { id: 'agency', label: 'Agency' },
    { id: 'ai-nature', label: 'Nature of AI' },
    ...words(['authority', 'coordination', 'humans', 'time', 'values']),
  ],
  'source-statuses': words(['draft', 'published']),
  'source-caveats': [
    {
      id: 'advocacy-as-fact',
      label: 'Advocacy as fact',
      description: 'What a party wants is told as if it were settled.',
    },
    { id: 'loaded-wording', label: 'Loaded wording', description: 'Its words decide the question before it is asked.' },
    {
      id: 'binary-framing',
      label: 'Two sides only',
      description: 'A contest to be won; positions in between are left out.',
    },
    { id: 'undefined-term', label: 'Undefined term', description: 'A main term has no standard meaning.' },
    {
      id: 'origin-unclear',
      label: 'Origin or scale unclear',
      description: 'Who stands behind it, and how many, is not said.',
    },
    { id: 'single-outlet', label: 'Hardly seen elsewhere', description: 'Known from very few places.' },
    { id: 'off-topic-padding', label: 'Padding', description: 'Parts of it have nothing to do with the subject.' },
    { id: 'commercial-insert', label: 'Advertising inside', description: 'An advertisement stands among the text.' },
    {
      id: 'machine-written',
      label: 'Perhaps machine-written',
      description: 'Signs of text that nobody wrote by hand.',
    },
    { id: 'translation', label: 'Translation', description: 'Not in the words of the original.' },
  ],
  'provenance-kinds': [
    { id: 'original', label: 'Original', description: 'Where it was said first.' },
    { id: 'link', label: 'Link', description: 'Points to the original and says little itself.' },
    { id: 'report', label: 'Report', description: 'Tells what the original says.' },
    { id: 'digest', label: 'Digest', description: 'Repeats the original, shortened.' },
  ],
}

/** The sources that the fields of a kind draw on, relations included. */
export function sourcesOf(kind: EntryKind): OptionSource[] {
  const found = new Set<OptionSource>(kinds[kind].fields.flatMap(sourcesOfField))
  if (kinds[kind].declares.length > 0) found.add('strategies')
  return [...found]
}

function sourcesOfField(field: FieldDef): OptionSource[] {
  if (field.type === 'choice' || field.type === 'set') return [field.options]
  if (field.type === 'rows') return field.columns.flatMap((column) => (column.options ? [column.options] : []))
  return []
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The label of a value; a value outside the list is shown as it is, so that nothing is hidden. */
export function optionLabel(options: readonly Option[] | undefined, id: string): string {
  return options?.find((option) => option.id === id)?.label ?? id
}
