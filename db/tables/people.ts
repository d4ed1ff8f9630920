import type { Kit } from '../kit.sqlite.ts'

export const roles = ['reader', 'contributor', 'reviewer', 'facilitator', 'moderator', 'admin'] as const

/** Actors are everyone who can act; users are actors with an account. */
export function definePeople(k: Kit) {
  const actors = k.table('actors', {
    id: k.text('id').primaryKey(),
    type: k.choice('type', ['user', 'guest', 'system']).notNull(),
    /** The name shown to others. */
    name: k.text('name').notNull(),
    createdAt: k.time('created_at').notNull(),
  })

  const users = k.table('users', {
    actorId: k
      .text('actor_id')
      .primaryKey()
      .references(() => actors.id),
    /** Lower case, trimmed. */
    email: k.text('email').notNull().unique(),
    passwordHash: k.text('password_hash'),
    role: k.choice('role', roles).notNull(),
    colour: k.text('colour').notNull(),
    suspendedAt: k.time('suspended_at'),
    /** When whoever owns the address proved it; null until then. */
    emailConfirmedAt: k.time('email_confirmed_at'),
    /** When the suspension ends by itself; null where somebody must lift it. */
    suspendedUntil: k.time('suspended_until'),
  })

  const sessions = k.table(
    'sessions',
    {
      id: k.text('id').primaryKey(),
      /** SHA-256 of the cookie's token; the token itself is stored nowhere. */
      tokenHash: k.text('token_hash').notNull().unique(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      device: k.text('device').notNull(),
      createdAt: k.time('created_at').notNull(),
      lastSeenAt: k.time('last_seen_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      revokedAt: k.time('revoked_at'),
      /** When the person last proved who they are on this session: password, passkey or code. */
      freshAt: k.time('fresh_at'),
    },
    (t) => [k.index('sessions_actor').on(t.actorId)],
  )

  const apiTokens = k.table('api_tokens', {
    id: k.text('id').primaryKey(),
    tokenHash: k.text('token_hash').notNull().unique(),
    actorId: k
      .text('actor_id')
      .notNull()
      .references(() => actors.id),
    name: k.text('name').notNull(),
    createdAt: k.time('created_at').notNull(),
    expiresAt: k.time('expires_at').notNull(),
    revokedAt: k.time('revoked_at'),
  })

  return { actors, users, sessions, apiTokens }
}

export type PeopleTables = ReturnType<typeof definePeople>
