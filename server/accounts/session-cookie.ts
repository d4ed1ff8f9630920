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

function cookie(value: string, maxAge: number, secure: boolean): string {
  const name = secure ? sessionCookies.secure : sessionCookies.plain
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`
}
