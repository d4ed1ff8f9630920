import type { EntryKind } from '../../../domain/entries/kinds.ts'
import type { PartContent, SuggestPlace } from '../../../domain/suggestions/place.ts'
import { typedPart } from '../../../domain/suggestions/place.ts'
import { checkLine, checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { draftOptions } from '../../views/draft-options.ts'

/**
 * What somebody typed as the new wording or value of a place, checked.
 *
 * @throws AppError `bad-input` (field `text`) when it is too long, empty where it may not be, or no value of the field.
 */
export async function typedProposal(
  deps: Pick<Deps, 'store'>,
  kind: EntryKind,
  place: SuggestPlace,
  typed: string | undefined,
): Promise<PartContent> {
  const rule = { field: 'text', label: 'the wording' } as const
  if (place.type === 'section') return typedPart(place, checkText(typed, { ...rule, limit: 'section', optional: true }))
  const { field } = place
  if (field.id === 'title') return checkLine(typed, { ...rule, label: 'the title', limit: 'title' })
  if (field.type === 'text') return checkText(typed, { ...rule, limit: 'fieldText', optional: true }).trim()
  const value = (typed ?? '').trim()
  if (field.type === 'choice' && value !== '') {
    const known = (await draftOptions(deps, kind)).options[field.options] ?? []
    if (!known.some(({ id }) => id === value)) {
      throw new AppError('bad-input', `Choose one of: ${known.map(({ label }) => label).join(', ')}.`, 'text')
    }
  }
  return typedPart(place, value)
}
