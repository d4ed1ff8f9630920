const units = [
  { ms: 7 * 24 * 60 * 60_000, one: 'week', most: 8 },
  { ms: 24 * 60 * 60_000, one: 'day', most: 366 },
  { ms: 60 * 60_000, one: 'hour', most: 72 },
  { ms: 60_000, one: 'minute', most: Number.MAX_SAFE_INTEGER },
] as const

/** A length of time in the largest unit that fits it whole, as in `10 days`. @param ms milliseconds. */
export function spanWords(ms: number): string {
  const unit = units.find(({ ms: one, most }) => ms >= one && ms % one === 0 && ms / one <= most) ?? units[3]
  const n = Math.round(ms / unit.ms)
  return `${n} ${unit.one}${n === 1 ? '' : 's'}`
}
