import type { Role } from './viewer.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** How long a session lives, in milliseconds: since its last use, and in all ([A4], [A12]). */
export function sessionLifetime(role: Role): { idle: number; absolute: number } {
  if (role === 'guest') return { idle: 12 * hour, absolute: 3 * day }
  return role === 'moderator' || role === 'admin'
    ? { idle: 12 * hour, absolute: 7 * day }
    : { idle: 14 * day, absolute: 90 * day }
}

/**
 * When a session ends if it is not used again.
 *
 * @param createdAt milliseconds since 1970, UTC, as is `usedAt` and the result.
 */
export function sessionEnd(role: Role, createdAt: number, usedAt: number): number {
  const { idle, absolute } = sessionLifetime(role)
  return Math.min(usedAt + idle, createdAt + absolute)
}
