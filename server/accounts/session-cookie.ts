import { sessionLifetime } from '../../domain/access/session-lifetime.ts'
import type { Role } from '../../domain/access/viewer.ts'
import { sessionCookies } from '../viewer.ts'

/** The `Set-Cookie` value that signs in. The server decides when a session ends; the browser only forgets it later. */
export function sessionCookie(token: string, role: Role, secure: boolean): string {
  const maxAge = Math.floor(sessionLifetime(role).absolute / 1000)
  return cookie(token, maxAge, secure)
}

/** The `Set-Cookie` value that signs out. */
export function endedSessionCookie(secure: boolean): string {
  return cookie('', 0, secure)
}

/** Names of the cookie between the first step of signing in and the second. */
export const stepCookies = { secure: '__Host-folkmoot-step', plain: 'folkmoot-step' } as const

/** The `Set-Cookie` value that lets this browser answer with a code, for so many milliseconds. */
export function stepCookie(token: string, life: number, secure: boolean): string {
  return cookie(token, Math.floor(life / 1000), secure, stepCookies)
}

function cookie(
  value: string,
  maxAge: number,
  secure: boolean,
  names: { secure: string; plain: string } = sessionCookies,
): string {
  const name = secure ? names.secure : names.plain
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`
}
