/**
 * Colours by which people are told apart in presence and carets; each stands beside a name, never alone. All are
 * dark enough for white letters (contrast above 4.5).
 */
export const personColours = [
  '#1c4a86',
  '#8a3b12',
  '#0e6e62',
  '#6b4fa0',
  '#8c2f5b',
  '#3d6b1f',
  '#7a4b00',
  '#2f5f73',
  '#a3211b',
  '#4a5568',
] as const

/** The colour of a new account, the same for one id at any time. */
export function colourFor(actorId: string): string {
  let sum = 0
  for (const character of actorId) sum = (sum * 31 + character.charCodeAt(0)) % 997
  return personColours[sum % personColours.length] as string
}
