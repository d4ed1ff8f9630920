import { startOfDay } from '#domain/text/day.ts'
import type { BandView } from '#server/views/band-of.ts'

const format = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 })
const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A number of a scale as it is shown. */
export function numberWords(value: number): string {
  return format.format(value)
}

/** The current reading with its source and date, in a sentence. */
export function readingWords(scale: NonNullable<BandView['scale']>): string {
  if (scale.reading === null) return 'Nobody has written the current reading yet.'
  const date = dates.format(startOfDay(scale.readingDate))
  return `It now reads ${numberWords(scale.reading)} ${scale.unit} (${scale.readingSource}, ${date}).`
}
