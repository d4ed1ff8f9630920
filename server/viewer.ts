import type { IncomingHttpHeaders } from 'node:http'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { actors, apiTokens, sessions, users } from '../db/schema.ts'
import type { Viewer } from '../domain/access/viewer.ts'
import { sha256Hex } from '../domain/record/hash.ts'
import type { Deps } from './deps.ts'

/** `__Host-` needs https; on plain http (development, localhost) the browser would refuse it. */
export const sessionCookies = { secure: '__Host-folkmoot', plain: 'folkmoot' } as const

const account = {
  actorId: actors.id,
  name: actors.name,
  role: users.role,
  colour: users.colour,
  suspendedAt: users.suspendedAt,
  email: users.email,
}

interface Account {
  actorId: string
  name: string
  role: Viewer['role']
  colour: string
  suspendedAt: number | null
  email: string
}

/**
 * Who is asking, from the session cookie: the same answer for a page and for the socket upgrade, so that nobody
 * can be two people. A demo account counts for nobody while demo mode is off.
 */
export async function viewerOfCookie(
  deps: Deps,
  headers: IncomingHttpHeaders,
): Promise<{ viewer: Viewer; sessionId: string; createdAt: number; lastSeenAt: number } | null> {
  const token = sessionToken(deps, headers.cookie)
  if (!token) return null
  const [row] = await deps.store.read
    .select({
      ...account,
      sessionId: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(actors, eq(actors.id, sessions.actorId))
    .innerJoin(users, eq(users.actorId, actors.id))
    .where(
      and(eq(sessions.tokenHash, sha256Hex(token)), isNull(sessions.revokedAt), gt(sessions.expiresAt, deps.now())),
    )
  const viewer = row && toViewer(deps, row)
  if (!row || !viewer) return null
  const { sessionId, createdAt, lastSeenAt } = row
  return { viewer, sessionId, createdAt, lastSeenAt }
}

/** Where the site is reached by https, a cookie without `__Host-` may have been planted by a neighbouring host. */
function sessionToken(deps: Deps, header: string | undefined): string | undefined {
  const secure = readCookie(header, sessionCookies.secure)
  if (secure !== undefined || deps.env.publicUrl?.startsWith('https:')) return secure
  return readCookie(header, sessionCookies.plain)
}

/** Under which hash the session or token of a request is kept; null when it names none. */
export function credentialOf(
  deps: Deps,
  headers: IncomingHttpHeaders,
  token: string | null,
): { kind: 'session' | 'token'; hash: string } | null {
  if (token !== null) return { kind: 'token', hash: sha256Hex(token) }
  const session = sessionToken(deps, headers.cookie)
  return session === undefined ? null : { kind: 'session', hash: sha256Hex(session) }
}

/** Who is asking, from an API token (`Authorization: Bearer …`, or `?token=` on the socket). */
export async function viewerOfToken(deps: Deps, token: string): Promise<Viewer | null> {
  const [row] = await deps.store.read
    .select(account)
    .from(apiTokens)
    .innerJoin(actors, eq(actors.id, apiTokens.actorId))
    .innerJoin(users, eq(users.actorId, actors.id))
    .where(
      and(eq(apiTokens.tokenHash, sha256Hex(token)), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, deps.now())),
    )
  return row ? toViewer(deps, row) : null
}

function toViewer(deps: Deps, row: Account): Viewer | null {
  if (!deps.env.demo && row.email.endsWith('@demo.invalid')) return null
  return {
    actorId: row.actorId,
    name: row.name,
    role: row.role,
    colour: row.colour,
    suspended: row.suspendedAt !== null,
  }
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}
