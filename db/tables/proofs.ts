import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

export const mailTokenKinds = ['reset', 'sign-in', 'confirm', 'new-email', 'undo-email'] as const
export const challengeKinds = ['second-step', 'passkey-new', 'passkey-sign-in'] as const

/** By what an account proves that it is its owner's, besides the password. No secret stands here in the clear. */
export function defineProofs(k: Kit, { actors }: PeopleTables) {
  const actorId = () =>
    k
      .text('actor_id')
      .notNull()
      .references(() => actors.id)

  /** Links that were mailed: each good once, for a while. */
  const mailTokens = k.table(
    'mail_tokens',
    {
      id: k.text('id').primaryKey(),
      tokenHash: k.text('token_hash').notNull().unique(),
      kind: k.choice('kind', mailTokenKinds).notNull(),
      actorId: actorId(),
      /** The address that it confirms, or to which it leads back. */
      email: k.text('email').notNull(),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      usedAt: k.time('used_at'),
    },
    (t) => [k.index('mail_tokens_actor').on(t.actorId, t.kind)],
  )

  /** What the server asked a browser for and will take once. */
  const proofChallenges = k.table('proof_challenges', {
    hash: k.text('hash').primaryKey(),
    kind: k.choice('kind', challengeKinds).notNull(),
    /** Null where whoever answers says who they are. */
    actorId: k.text('actor_id').references(() => actors.id),
    expiresAt: k.time('expires_at').notNull(),
  })

  const passkeys = k.table(
    'passkeys',
    {
      /** Of the credential, base64url. */
      id: k.text('id').primaryKey(),
      actorId: actorId(),
      name: k.text('name').notNull(),
      publicKey: k.text('public_key').notNull(),
      counter: k.int('counter').notNull(),
      transports: k.json<string[]>('transports').notNull(),
      createdAt: k.time('created_at').notNull(),
      lastUsedAt: k.time('last_used_at'),
    },
    (t) => [k.index('passkeys_actor').on(t.actorId)],
  )

  /** The codes of an app. */
  const secondFactors = k.table('second_factors', {
    actorId: actorId().primaryKey(),
    /** Encrypted with a key that is not in the database. */
    secret: k.text('secret').notNull(),
    /** Null until a first code proved that the app has it. */
    confirmedAt: k.time('confirmed_at'),
    /** The step of time of the last code that was taken: none is taken twice. */
    lastStep: k.int('last_step').notNull(),
  })

  const recoveryCodes = k.table(
    'recovery_codes',
    {
      codeHash: k.text('code_hash').primaryKey(),
      actorId: actorId(),
      usedAt: k.time('used_at'),
    },
    (t) => [k.index('recovery_codes_actor').on(t.actorId)],
  )

  return { mailTokens, proofChallenges, passkeys, secondFactors, recoveryCodes }
}
