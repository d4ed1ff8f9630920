/** A share as two whole numbers, so that no count is ever decided by a rounding error. */
export interface Fraction {
  part: number
  of: number
}

/**
 * A share between 0 and 1 as a fraction ([B6]): thirds where it is written as one (0.333, 0.6667 …), otherwise
 * hundredths of a per cent.
 */
export function toFraction(share: number): Fraction {
  for (const part of [1, 2]) {
    if (Math.abs(share - part / 3) < 0.0004) return { part, of: 3 }
  }
  return { part: Math.round(share * 10_000), of: 10_000 }
}

/** Whether `yes` of `all` is at least the share; exact. */
export function reaches(yes: number, all: number, share: number): boolean {
  const { part, of } = toFraction(share)
  return all > 0 && yes * of >= part * all
}

/** The share of a whole number, rounded up; exact. */
export function shareOf(all: number, share: number): number {
  const { part, of } = toFraction(share)
  return Math.floor((all * part + of - 1) / of)
}

/** A share in words: "two thirds", "80 %", "66.5 %". */
export function shareWords(share: number): string {
  const { part, of } = toFraction(share)
  if (of === 3) return part === 1 ? 'one third' : 'two thirds'
  return `${Math.round((part / of) * 10_000) / 100} %`
}
