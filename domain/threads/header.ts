import type { HearingKind, ThreadKind } from './words.ts'
import { isHearing } from './words.ts'

export interface HeaderField {
  id: string
  label: string
  /** What to write there. */
  hint: string
  example: string
}

/** The structured header of each hearing ([T4]). */
export const headerFields: Record<HearingKind, HeaderField[]> = {
  falsification: [
    {
      id: 'observation',
      label: 'Observation',
      hint: 'What would be seen, in words a stranger could check.',
      example: 'An openly released model is the main tool in an attack that kills more than a thousand people.',
    },
    {
      id: 'measured',
      label: 'How it would be measured',
      hint: 'Source, unit and who collects it.',
      example: 'Two independent investigations that name the model and its weights.',
    },
    {
      id: 'by-when',
      label: 'By when',
      hint: 'A date or another bound, after which it counts as not seen.',
      example: 'By the end of 2029.',
    },
    {
      id: 'recognised-by',
      label: 'Who would recognise it',
      hint: 'Somebody whom supporters accept as a judge.',
      example: 'A national inquiry, or three of five reviewers named beforehand.',
    },
    {
      id: 'fine-print',
      label: 'Fine print',
      hint: 'What would count and what would not.',
      example: 'Use of a model through a hosted interface does not count.',
    },
    {
      id: 'state',
      label: 'Current state',
      hint: 'How far the world is from it today, with a date.',
      example: 'Not seen as of November 2026.',
    },
  ],
  threshold: [
    {
      id: 'indicator',
      label: 'Indicator or condition',
      hint: 'The quantity that is pushed, or the condition that is approached.',
      example: 'Share of frontier training compute held by one alliance.',
    },
    {
      id: 'stable-side',
      label: 'Stable side',
      hint: 'What still works below it.',
      example: 'Below two thirds, outsiders gain more from joining than from racing.',
    },
    {
      id: 'unstable-side',
      label: 'Unstable side',
      hint: 'What happens beyond it.',
      example: 'Above it, outsiders have nothing to lose by hiding their work.',
    },
    {
      id: 'overshoot',
      label: 'How it overshoots',
      hint: 'Why more of the same turns against the aim.',
      example: 'Enforcement drives the remaining work to places nobody inspects.',
    },
    {
      id: 'leading-indicator',
      label: 'Leading indicator',
      hint: 'What would be seen before the point is reached.',
      example: 'Chip purchases through intermediaries rise for two quarters.',
    },
    {
      id: 'reading',
      label: 'Current reading',
      hint: 'Where the indicator stands, with source and date.',
      example: 'About half, by published estimates of 2026.',
    },
  ],
}

export function headerFieldsOf(kind: ThreadKind): HeaderField[] {
  return isHearing(kind) ? headerFields[kind] : []
}

/** Is the text a change started from still the present one ([T5])? */
export function startsFromPresent(header: Record<string, string>, field: string, was: string): boolean {
  return (header[field] ?? '') === was
}

/** The header after one field has changed; an empty text removes the field. */
export function withHeaderField(header: Record<string, string>, field: string, text: string): Record<string, string> {
  const { [field]: _before, ...rest } = header
  return text === '' ? rest : { ...rest, [field]: text }
}
