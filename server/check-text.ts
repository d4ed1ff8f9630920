import { limits, manyLines, oneLine } from '../domain/text/limits.ts'
import { AppError } from './errors.ts'

interface TextRule {
  field: string
  /** What people call it, as in "the reason". */
  label: string
  limit: keyof typeof limits
  optional?: boolean
}

/** @throws AppError `bad-input` naming the field when it is empty or too long. */
export function checkLine(input: string | undefined, rule: TextRule): string {
  return check(oneLine(input ?? ''), rule)
}

/** Like `checkLine` for text of several lines. */
export function checkText(input: string | undefined, rule: TextRule): string {
  return check(manyLines(input ?? ''), rule)
}

function check(text: string, { field, label, limit, optional = false }: TextRule): string {
  if (!optional && text.trim() === '') throw new AppError('bad-input', `Write ${label}.`, field)
  const most = limits[limit]
  if (text.length > most) {
    throw new AppError('bad-input', `Shorten ${label} to ${most} characters; it has ${text.length} now.`, field)
  }
  return text
}
