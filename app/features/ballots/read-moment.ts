const minute = 60_000
const day = 24 * 60 * minute

/** Ways to say when a ballot closes, from its opening; `at` takes a moment. */
export const closingChoices = [
  { id: '2m', label: 'In 2 minutes', span: 2 * minute },
  { id: '15m', label: 'In 15 minutes', span: 15 * minute },
  { id: '1h', label: 'In 1 hour', span: 60 * minute },
  { id: '1d', label: 'In 1 day', span: day },
  { id: '3d', label: 'In 3 days', span: 3 * day },
  { id: '1w', label: 'In 1 week', span: 7 * day },
] as const

/** Ways to say until when a ballot is extended, from its closing time. */
export const extendChoices = [
  { id: '1h', label: 'By 1 hour', span: 60 * minute },
  { id: '1d', label: 'By 1 day', span: day },
  { id: '3d', label: 'By 3 days', span: 3 * day },
  { id: '1w', label: 'By 1 week', span: 7 * day },
] as const

/**
 * The moment that a `MomentChoice` says.
 *
 * @param from what the spans count from, milliseconds since 1970, UTC.
 * @returns milliseconds since 1970, UTC; NaN where nothing readable was typed.
 */
export function readMoment(
  text: (name: string) => string,
  name: string,
  choices: readonly { id: string; span: number }[],
  from: number,
): number {
  const known = choices.find(({ id }) => id === text(name))
  if (known) return from + known.span
  const [local, utc] = [text(`${name}At`), text(`${name}AtUtc`)]
  // The browser says the moment in UTC where scripts run; without them the input itself is in UTC.
  return Date.parse(utc === '' ? `${local}Z` : utc)
}
