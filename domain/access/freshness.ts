/** For how long a password, a passkey or a code that was given stands for the person, in milliseconds ([A14]). */
export const freshFor = 10 * 60 * 1000

/** Whether somebody proved who they are lately enough for what cannot be taken back ([A14]). */
export function isFresh(freshAt: number | null | undefined, now: number): boolean {
  return typeof freshAt === 'number' && freshAt <= now && now - freshAt <= freshFor
}
