import { day } from '#domain/text/day.ts'
import { isZone, momentIn } from '#domain/text/zoned-time.ts'

const minute = 60_000

/** Ways to say when a ballot opens, from now; `at` takes a moment. At once is no span. */
export const openingChoices = [
  { id: 'now', label: 'At once' },
  { id: '1h', label: 'In 1 hour', span: 60 * minute },
  { id: '1d', label: 'In 1 day', span: day },
  { id: '1w', label: 'In 1 week', span: 7 * day },
] as const

/** Ways to say when a draft is published, from now. */
export const publishingChoices = [
  { id: 'now', label: 'Now' },
  { id: '1h', label: 'In 1 hour', span: 60 * minute },
  { id: '1d', label: 'In 1 day', span: day },
  { id: '1w', label: 'In 1 week', span: 7 * day },
] as const

/** Ways to say when a ballot closes, from its opening; `at` takes a moment. */
export const closingChoices = [
  { id: '2m', label: 'In 2 minutes', span: 2 * minute },
  { id: '15m', label: 'In 15 minutes', span: 15 * minute },
  { id: '1h', label: 'In 1 hour', span: 60 * minute },
  { id: '1d', label: 'In 1 day', span: day },
  { id: '3d', label: 'In 3 days', span: 3 * day },
  { id: '1w', label: 'In 1 week', span: 7 * day },
  { id: '2w', label: 'In 2 weeks', span: 14 * day },
  { id: '4w', label: 'In 4 weeks', span: 28 * day },
] as const

/** Ways to say until when a ballot is extended, from its closing time. */
export const extendChoices = [
  { id: '1h', label: 'By 1 hour', span: 60 * minute },
  { id: '1d', label: 'By 1 day', span: day },
  { id: '3d', label: 'By 3 days', span: 3 * day },
  { id: '1w', label: 'By 1 week', span: 7 * day },
] as const

/** How long before its closing the last call of a ballot begins. */
export const lastCallChoices = [
  { id: 'none', label: 'No last call', span: 0 },
  { id: '1m', label: '1 minute', span: minute },
  { id: '1h', label: '1 hour', span: 60 * minute },
  { id: '1d', label: '1 day', span: day },
  { id: '3d', label: '3 days', span: 3 * day },
  { id: '1w', label: '1 week', span: 7 * day },
  { id: '10d', label: '10 days', span: 10 * day },
] as const
/** Ways to say when a ballot closes whose text is amended, from its closing time. */
export const amendChoices = [{ id: 'stays', label: 'Stays as it is', span: 0 }, ...extendChoices] as const

/**
 * The moment that a `MomentChoice` says.
 *
 * @param from what the spans count from, milliseconds since 1970, UTC.
 * @returns milliseconds since 1970, UTC; NaN where nothing readable was typed.
 */
export function readMoment(
  text: (name: string) => string,
  name: string,
  choices: readonly { id: string; span?: number }[],
  from: number,
): number {
  const known = choices.find(({ id }) => id === text(name))
  if (known) return from + (known.span ?? 0)
  const [local, utc] = [text(`${name}At`), text(`${name}AtUtc`)]
  // The browser says the moment in UTC where scripts run; without them the input is in the zone that the server knew,
  // or in UTC.
  if (utc !== '') return Date.parse(utc)
  const zone = text(`${name}Zone`)
  return momentIn(local, isZone(zone) ? zone : 'UTC')
}
