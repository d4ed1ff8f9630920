import { rowsField, textField } from '../../domain/entries/field-values.ts'
import type { Row } from '../../domain/entries/kinds.ts'
import type { IndexedEntry } from './atlas-index.ts'

/** A person counts as profiled with both tiers. */
export function isProfiled({ content }: IndexedEntry): boolean {
  return textField(content, 'expertise') !== '' && textField(content, 'recognition') !== ''
}

/** The positions of a person that name at least one source. */
export function sourcedPositions({ content }: IndexedEntry): Row[] {
  return rowsField(content, 'positions').filter(({ sources }) => Array.isArray(sources) && sources.length > 0)
}
