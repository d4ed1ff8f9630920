import type { Comparison } from '../../domain/compare/contents.ts'
import { compareContents } from '../../domain/compare/contents.ts'
import type { NameOf } from '../../domain/compare/fields.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import { optionLabel } from '../../domain/entries/options.ts'
import type { Deps } from '../deps.ts'
import { draftOptions } from './draft-options.ts'

/** How stored values of a kind's fields are called, by the vocabulary in force. */
export async function namesOf(deps: Pick<Deps, 'store'>, kind: EntryKind): Promise<NameOf> {
  const { options } = await draftOptions(deps, kind)
  return (source, value) => optionLabel(options[source], value)
}

/**
 * What differs between two contents of an entry, in words.
 *
 * @param before null where there was nothing before.
 */
export async function comparison(
  deps: Pick<Deps, 'store'>,
  before: EntryContent | null,
  after: EntryContent,
): Promise<Comparison> {
  return compareContents(before, after, await namesOf(deps, after.kind))
}
