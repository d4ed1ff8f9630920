import { hashJson } from '../record/hash.ts'
import type { BallotOption } from './ballot.ts'

/** Always an option, and the last one: it is what holds when nothing else wins ([B26]). */
export const statusQuo: BallotOption = { id: 'status-quo', label: 'Leave everything as it is' }

/** How many options a ballot offers besides the status quo, and how long the words of one may be, in characters. */
export const optionLimits = { least: 2, most: 10, label: 120 } as const

const letters = 'abcdefghij'

/** The options of these labels, in their order, with the status quo as the last one. */
export function makeOptions(labels: readonly string[]): BallotOption[] {
  return [...labels.map((label, i) => ({ id: letters.charAt(i), label: label.trim() })), statusQuo]
}

/** What is wrong with the labels of a ballot's options, or null ([B26]). */
export function optionsFault(labels: readonly string[]): string | null {
  const { least, most, label: longest } = optionLimits
  const said = labels.map((label) => label.trim())
  if (said.length < least) return 'Name two options at least; leaving everything as it is comes with them.'
  if (said.length > most) return `Name ${most} options at most.`
  if (said.some((label) => label === '')) return 'An option has no words.'
  const long = said.find((label) => label.length > longest)
  if (long) return `“${long.slice(0, 40)}…” is longer than ${longest} characters.`
  const plain = said.map((label) => label.toLocaleLowerCase('en'))
  const twice = said.find((_, i) => plain.indexOf(plain[i] ?? '') !== i)
  if (twice) return `“${twice}” is named twice.`
  const same = said.find((_, i) => plain[i] === statusQuo.label.toLocaleLowerCase('en'))
  return same ? `“${same}” is an option of every ballot. Name others.` : null
}

/** The label of an option in quotation marks. @throws RangeError for an id that is not among the options. */
export function quoted(options: readonly BallotOption[], id: string): string {
  const option = options.find((one) => one.id === id)
  if (!option) throw new RangeError(`no option has the id ${id}`)
  return `“${option.label}”`
}

/** "A", "A and B", "A, B and C". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** One hash over what a ballot between options asks where it is about no text; the opening event carries it. */
export function askedHash({
  question,
  options,
}: {
  question: string
  options: readonly BallotOption[] | null
}): string {
  return hashJson({ question, options })
}
