import { eq } from 'drizzle-orm'
import { actors, apiTokens, sessions, users } from '../../db/schema.ts'
import { colourFor } from '../../domain/access/colours.ts'
import { sessionEnd } from '../../domain/access/session-lifetime.ts'
import type { Role, Viewer } from '../../domain/access/viewer.ts'
import { newSecret } from '../../server/accounts/tokens.ts'
import type { Deps } from '../../server/deps.ts'
import { viewerOfCookie } from '../../server/viewer.ts'

type AccountRole = Exclude<Role, 'guest'>

/** An account without a password, and the viewer it is. */
export async function makeAccount(
  deps: Deps,
  { role = 'contributor', name, email }: { role?: AccountRole; name?: string; email?: string } = {},
): Promise<Viewer & { email: string }> {
  const actorId = deps.newId()
  const account = {
    actorId,
    email: email ?? `${role}-${actorId}@example.org`,
    passwordHash: null,
    role,
    colour: colourFor(actorId),
    suspendedAt: null,
  }
  const shown = name ?? `Test ${role}`
  await deps.store.tx(async (q) => {
    await q.insert(actors).values({ id: actorId, type: 'user', name: shown, createdAt: deps.now() })
    await q.insert(users).values(account)
  })
  return { actorId, name: shown, role, colour: account.colour, suspended: false, email: account.email }
}

export async function suspendAccount(deps: Deps, actorId: string): Promise<void> {
  await deps.store.tx(async (q) => {
    await q.update(users).set({ suspendedAt: deps.now() }).where(eq(users.actorId, actorId))
  })
}

/** A session as signing in with a password would make it, unless `fresh` is false; returns the `Cookie` header value. */
export async function makeSession(deps: Deps, viewer: Viewer, { expired = false, fresh = true } = {}): Promise<string> {
  const { token, tokenHash } = newSecret(deps)
  const now = deps.now()
  await deps.store.tx(async (q) => {
    await q.insert(sessions).values({
      id: deps.newId(),
      tokenHash,
      actorId: viewer.actorId,
      device: 'Test',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expired ? now - 1 : sessionEnd(viewer.role, now, now),
      revokedAt: null,
      freshAt: fresh ? now : null,
    })
  })
  return `folkmoot=${token}`
}

/** An API token of an account, good for a day. */
export async function makeToken(deps: Deps, viewer: Viewer, { expired = false } = {}): Promise<string> {
  const { token, tokenHash } = newSecret(deps, 'folk_')
  const now = deps.now()
  await deps.store.tx(async (q) => {
    await q.insert(apiTokens).values({
      id: deps.newId(),
      tokenHash,
      actorId: viewer.actorId,
      name: 'test',
      createdAt: now,
      expiresAt: expired ? now - 1 : now + 86_400_000,
      revokedAt: null,
    })
  })
  return token
}

/** A visitor with a new session of that account, as the services take it. */
export async function sessionOf(deps: Deps, viewer: Viewer, { fresh = true } = {}) {
  const cookie = await makeSession(deps, viewer, { fresh })
  const signedIn = await viewerOfCookie(deps, { cookie })
  if (!signedIn) throw new Error('a new session was not taken')
  return { sessionId: signedIn.sessionId, address: '192.0.2.1', device: 'Firefox on Linux', secure: false }
}
