import { eq } from 'drizzle-orm'
import { amongNamed, pairAmongNamed, prepared } from '../prepared.ts'
import { actors, apiTokens, draftMembers, drafts, guests, sessions, users } from '../schema.ts'
import type { Q } from '../store.ts'
import { listRooms } from './workshop-rights.ts'

const statements = prepared((q) => ({
  people: q
    .select({
      id: actors.id,
      name: actors.name,
      role: users.role,
      colour: users.colour,
      suspendedAt: users.suspendedAt,
      email: users.email,
    })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(amongNamed(users.actorId, 'actorIds'))
    .prepare(),
  guests: q
    .select({ id: actors.id, name: actors.name, removedAt: guests.removedAt, claimedBy: guests.claimedBy })
    .from(guests)
    .innerJoin(actors, eq(actors.id, guests.actorId))
    .where(amongNamed(guests.actorId, 'actorIds'))
    .prepare(),
  drafts: q
    .select({
      id: drafts.id,
      state: drafts.state,
      visibility: drafts.visibility,
      writing: drafts.writing,
      ownerId: drafts.ownerId,
      generation: drafts.generation,
      deletedAt: drafts.deletedAt,
    })
    .from(drafts)
    .where(amongNamed(drafts.id, 'draftIds'))
    .prepare(),
  roles: q
    .select({ draftId: draftMembers.draftId, actorId: draftMembers.actorId, role: draftMembers.role })
    .from(draftMembers)
    .where(pairAmongNamed(draftMembers.draftId, draftMembers.actorId, 'pairs'))
    .prepare(),
  proofs: q
    .select({ hash: sessions.tokenHash, revokedAt: sessions.revokedAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(amongNamed(sessions.tokenHash, 'hashes'))
    .unionAll(
      q
        .select({ hash: apiTokens.tokenHash, revokedAt: apiTokens.revokedAt, expiresAt: apiTokens.expiresAt })
        .from(apiTokens)
        .where(amongNamed(apiTokens.tokenHash, 'hashes')),
    )
    .prepare(),
}))

/**
 * Everything that rights in drafts hang on.
 *
 * @param pairs draft and person.
 * @param hashes of sessions and tokens.
 */
export async function listRightsGround(q: Q, pairs: readonly (readonly [string, string])[], hashes: readonly string[]) {
  const ask = statements(q)
  const distinct = (ids: readonly string[]) => JSON.stringify([...new Set(ids)])
  const actorIds = distinct(pairs.map(([, actorId]) => actorId))
  return {
    people: [...(await ask.people.all({ actorIds })), ...(await ask.guests.all({ actorIds }))],
    room: await listRooms(q, pairs),
    drafts: await ask.drafts.all({ draftIds: distinct(pairs.map(([draftId]) => draftId)) }),
    roles: await ask.roles.all({ pairs: JSON.stringify(pairs) }),
    proofs: await ask.proofs.all({ hashes: distinct(hashes) }),
  }
}
