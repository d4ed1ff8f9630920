import type { IncomingHttpHeaders } from 'node:http'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { prepared } from '../db/prepared.ts'
import { actors, apiTokens, guests, sessions, users, workshops } from '../db/schema.ts'
import { guestIsIn } from '../domain/access/guests.ts'
import type { Viewer } from '../domain/access/viewer.ts'
import { digest } from './collab/digest.ts'
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

/** Of a guest, where an account has its role and e-mail. */
const guest = {
  guestColour: guests.colour,
  removedAt: guests.removedAt,
  claimedBy: guests.claimedBy,
  workshopEndedAt: workshops.endedAt,
}

interface Account {
  actorId: string
  name: string
  role: Viewer['role']
  colour: string
  suspendedAt: number | null
  email: string
}

/** Whoever holds a session: an account, or a guest of a workshop. */
interface Holder {
  actorId: string
  name: string
  role: Account['role'] | null
  colour: string | null
  suspendedAt: number | null
  email: string | null
  guestColour: string | null
  removedAt: number | null
  claimedBy: string | null
  workshopEndedAt: number | null
}

const statements = prepared((q) => {
  const { placeholder } = sql
  return {
    session: q
      .select({
        ...account,
        ...guest,
        sessionId: sessions.id,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .innerJoin(actors, eq(actors.id, sessions.actorId))
      .leftJoin(users, eq(users.actorId, actors.id))
      .leftJoin(guests, eq(guests.actorId, actors.id))
      .leftJoin(workshops, eq(workshops.id, guests.workshopId))
      .where(
        and(
          eq(sessions.tokenHash, placeholder('hash')),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, placeholder('now')),
        ),
      )
      .prepare(),
    token: q
      .select(account)
      .from(apiTokens)
      .innerJoin(actors, eq(actors.id, apiTokens.actorId))
      .innerJoin(users, eq(users.actorId, actors.id))
      .where(
        and(
          eq(apiTokens.tokenHash, placeholder('hash')),
          isNull(apiTokens.revokedAt),
          gt(apiTokens.expiresAt, placeholder('now')),
        ),
      )
      .prepare(),
  }
})

/** Under which hash a session's or token's secret is kept. */
export interface Credential {
  kind: 'session' | 'token'
  hash: string
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
  return token ? sessionUnder(deps, digest(token)) : null
}

async function sessionUnder(deps: Deps, hash: string) {
  const [row] = await statements(deps.store.read).session.all({ hash, now: deps.now() })
  const viewer = row && holderOf(deps, row)
  if (!row || !viewer) return null
  const { sessionId, createdAt, lastSeenAt } = row
  return { viewer, sessionId, createdAt, lastSeenAt }
}

/** Who holds a credential; null when it is not valid any more. */
export async function viewerOf(deps: Deps, { kind, hash }: Credential): Promise<Viewer | null> {
  if (kind === 'session') return (await sessionUnder(deps, hash))?.viewer ?? null
  const [row] = await statements(deps.store.read).token.all({ hash, now: deps.now() })
  return row ? toViewer(deps, row) : null
}

/** Where the site is reached by https, a cookie without `__Host-` may have been planted by a neighbouring host. */
function sessionToken(deps: Deps, header: string | undefined): string | undefined {
  const secure = readCookie(header, sessionCookies.secure)
  if (secure !== undefined || deps.env.publicUrl?.startsWith('https:')) return secure
  return readCookie(header, sessionCookies.plain)
}

/** The session or token that a request names; null when it names none. */
export function credentialOf(deps: Deps, headers: IncomingHttpHeaders, token: string | null): Credential | null {
  if (token !== null) return { kind: 'token', hash: digest(token) }
  const session = sessionToken(deps, headers.cookie)
  return session === undefined ? null : { kind: 'session', hash: digest(session) }
}

/** Who is asking, from an API token (`Authorization: Bearer …`, or `?token=` on the socket). */
export async function viewerOfToken(deps: Deps, token: string): Promise<Viewer | null> {
  return viewerOf(deps, { kind: 'token', hash: digest(token) })
}

function holderOf(deps: Deps, row: Holder): Viewer | null {
  const { actorId, name, role, colour, email, guestColour } = row
  if (role !== null && colour !== null && email !== null) {
    return toViewer(deps, { actorId, name, role, colour, email, suspendedAt: row.suspendedAt })
  }
  if (guestColour === null || !guestIsIn(row, deps.now())) return null
  return { actorId, name, role: 'guest', colour: guestColour, suspended: false }
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
