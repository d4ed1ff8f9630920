import { eq, inArray } from 'drizzle-orm'
import { actors, apiTokens, draftMembers, drafts, sessions, users } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { Deps } from '../deps.ts'

/** Whose rights in what are watched, and by what they are known. */
export interface Watched {
  actorId: string
  draftId: string
  credential: Credential
}

/** Where the hash of a session's or token's secret is found. */
export interface Credential {
  kind: 'session' | 'token'
  hash: string
}

const chunk = 400

/** Looks again and again at what rights hang on, and tells where it is no longer what it was. */
export class RightsWatch {
  private known = new WeakMap<object, string>()
  private looking = false
  private readonly deps: Pick<Deps, 'store' | 'now'>

  constructor(deps: Pick<Deps, 'store' | 'now'>) {
    this.deps = deps
  }

  /** @returns those whose rights may have changed since the last look; all who are looked at for the first time. */
  async look<T extends Watched & { connection: object }>(watched: readonly T[]): Promise<T[]> {
    if (this.looking || watched.length === 0) return []
    this.looking = true
    try {
      const lines = await rightsLines(this.deps.store.read, watched, this.deps.now())
      return watched.filter(({ connection }, i) => {
        const line = lines[i] ?? ''
        const changed = this.known.get(connection) !== line
        this.known.set(connection, line)
        return changed
      })
    } finally {
      this.looking = false
    }
  }
}

/**
 * Everything that the rights of these sockets hang on, as one line each: equal lines, equal rights. A few queries for
 * all of them, so that it can be done every second; it also sees what another process or a person at the database
 * changed (SPEC [W9]).
 */
async function rightsLines(q: Q, watched: readonly Watched[], now: number): Promise<string[]> {
  const draftIds = watched.map(({ draftId }) => draftId)
  const people = await indexed(
    watched.map(({ actorId }) => actorId),
    (ids) =>
      q
        .select({
          key: actors.id,
          name: actors.name,
          role: users.role,
          colour: users.colour,
          suspendedAt: users.suspendedAt,
          email: users.email,
        })
        .from(users)
        .innerJoin(actors, eq(actors.id, users.actorId))
        .where(inArray(users.actorId, ids)),
  )
  const places = await indexed(draftIds, (ids) =>
    q
      .select({
        key: drafts.id,
        state: drafts.state,
        visibility: drafts.visibility,
        writing: drafts.writing,
        ownerId: drafts.ownerId,
        generation: drafts.generation,
        deletedAt: drafts.deletedAt,
      })
      .from(drafts)
      .where(inArray(drafts.id, ids)),
  )
  const roles = new Map<string, string>()
  for (const ids of chunksOf(draftIds)) {
    const rows = await q.select().from(draftMembers).where(inArray(draftMembers.draftId, ids))
    for (const { draftId, actorId, role } of rows) roles.set(`${draftId} ${actorId}`, role)
  }
  const hashesOf = (kind: Credential['kind']) =>
    watched.flatMap(({ credential }) => (credential.kind === kind ? credential.hash : []))
  const ends = { revokedAt: sessions.revokedAt, expiresAt: sessions.expiresAt }
  const inSessions = await indexed(hashesOf('session'), (hashes) =>
    q
      .select({ key: sessions.tokenHash, ...ends })
      .from(sessions)
      .where(inArray(sessions.tokenHash, hashes)),
  )
  const inTokens = await indexed(hashesOf('token'), (hashes) =>
    q
      .select({ key: apiTokens.tokenHash, revokedAt: apiTokens.revokedAt, expiresAt: apiTokens.expiresAt })
      .from(apiTokens)
      .where(inArray(apiTokens.tokenHash, hashes)),
  )
  return watched.map(({ actorId, draftId, credential }) => {
    const proof = (credential.kind === 'session' ? inSessions : inTokens).get(credential.hash)
    const valid = proof !== undefined && proof.revokedAt === null && proof.expiresAt > now
    const role = roles.get(`${draftId} ${actorId}`) ?? null
    return JSON.stringify([people.get(actorId), places.get(draftId), role, valid])
  })
}

async function indexed<T extends { key: string }>(
  keys: readonly string[],
  find: (keys: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (const part of chunksOf(keys)) for (const row of await find(part)) found.set(row.key, row)
  return found
}

function* chunksOf(keys: readonly string[]): Generator<string[]> {
  const distinct = [...new Set(keys)]
  for (let i = 0; i < distinct.length; i += chunk) yield distinct.slice(i, i + chunk)
}
