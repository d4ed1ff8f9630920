import type { Side } from '../../../domain/entries/vocabulary.ts'
import type { WordList } from '../../../domain/vocabulary/lists.ts'
import { checkLine, checkText } from '../../check-text.ts'
import { AppError } from '../../errors.ts'

/** What a form says of a word; which of it counts depends on the list. */
export interface TypedWord {
  name?: string | undefined
  description?: string | undefined
  positivePull?: string | undefined
  negativePull?: string | undefined
  side?: string | undefined
}

const sides: readonly Side[] = ['ai-side', 'world-side', 'mixed']

/** The texts of a word, tidied. @throws AppError `bad-input` naming the field. */
export function wordTexts(list: WordList, typed: TypedWord): Record<string, string> {
  const described = { field: 'description', label: 'what it means', limit: 'headerField' } as const
  if (list === 'tag') return { description: checkText(typed.description, { ...described, optional: true }) }
  const line = (field: 'name' | 'positivePull' | 'negativePull', label: string) =>
    checkLine(typed[field], { field, label, limit: 'name' })
  return {
    name: line('name', 'a name'),
    ...(list === 'lever'
      ? {
          positivePull: line('positivePull', 'what one direction is called'),
          negativePull: line('negativePull', 'what the other direction is called'),
        }
      : {}),
    description: checkText(typed.description, described),
  }
}

/** The side of a new lever. @throws AppError `bad-input` (side). */
export function newSide(typed: TypedWord): Side {
  const side = sides.find((one) => one === typed.side)
  if (!side) throw new AppError('bad-input', 'Choose the side on which it works.', 'side')
  return side
}
