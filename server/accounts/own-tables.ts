import { eq } from 'drizzle-orm'
import * as s from '../../db/schema.ts'
import type { PersonalTable } from './personal-table.ts'

/** Tables about the account itself, and how it is kept up to date. */
export const ownAccountTables: Readonly<Record<string, PersonalTable>> = {
  users: {
    words: 'Account',
    read: (q, id) =>
      q
        .select({
          email: s.users.email,
          role: s.users.role,
          colour: s.users.colour,
          emailConfirmedAt: s.users.emailConfirmedAt,
          suspendedAt: s.users.suspendedAt,
          suspendedUntil: s.users.suspendedUntil,
        })
        .from(s.users)
        .where(eq(s.users.actorId, id)),
  },
  profiles: { words: 'Profile', read: (q, id) => q.select().from(s.profiles).where(eq(s.profiles.actorId, id)) },
  preferences: {
    words: 'Preferences',
    read: (q, id) => q.select().from(s.preferences).where(eq(s.preferences.actorId, id)),
  },
  notification_channels: {
    words: 'How you are told',
    read: (q, id) => q.select().from(s.notificationChannels).where(eq(s.notificationChannels.actorId, id)),
  },
  sessions: {
    words: 'Where you were signed in',
    read: (q, id) =>
      q
        .select({
          device: s.sessions.device,
          createdAt: s.sessions.createdAt,
          lastSeenAt: s.sessions.lastSeenAt,
          expiresAt: s.sessions.expiresAt,
          revokedAt: s.sessions.revokedAt,
        })
        .from(s.sessions)
        .where(eq(s.sessions.actorId, id)),
  },
  api_tokens: {
    words: 'API tokens',
    read: (q, id) =>
      q
        .select({
          name: s.apiTokens.name,
          createdAt: s.apiTokens.createdAt,
          expiresAt: s.apiTokens.expiresAt,
          revokedAt: s.apiTokens.revokedAt,
        })
        .from(s.apiTokens)
        .where(eq(s.apiTokens.actorId, id)),
  },
  passkeys: {
    words: 'Passkeys',
    read: (q, id) =>
      q
        .select({ name: s.passkeys.name, createdAt: s.passkeys.createdAt, lastUsedAt: s.passkeys.lastUsedAt })
        .from(s.passkeys)
        .where(eq(s.passkeys.actorId, id)),
  },
  second_factors: {
    words: 'Second factor',
    read: (q, id) =>
      q
        .select({ confirmedAt: s.secondFactors.confirmedAt })
        .from(s.secondFactors)
        .where(eq(s.secondFactors.actorId, id)),
  },
  recovery_codes: { not: 'Secrets are in no copy.' },
  mail_tokens: {
    words: 'Links that were mailed',
    read: (q, id) =>
      q
        .select({ kind: s.mailTokens.kind, email: s.mailTokens.email, createdAt: s.mailTokens.createdAt })
        .from(s.mailTokens)
        .where(eq(s.mailTokens.actorId, id)),
  },
  proof_challenges: { not: 'It lasts for minutes.' },
  mails: {
    words: 'Mails',
    read: (q, id) =>
      q
        .select({ kind: s.mails.kind, createdAt: s.mails.createdAt, sentAt: s.mails.sentAt })
        .from(s.mails)
        .where(eq(s.mails.actorId, id)),
  },
  notifications: {
    words: 'Notifications',
    read: (q, id) =>
      q
        .select({
          kind: s.notifications.kind,
          thing: s.notifications.thing,
          ref: s.notifications.ref,
          at: s.notifications.at,
          doneAt: s.notifications.doneAt,
          snoozedUntil: s.notifications.snoozedUntil,
        })
        .from(s.notifications)
        .where(eq(s.notifications.actorId, id)),
  },
  watches: { words: 'Watching', read: (q, id) => q.select().from(s.watches).where(eq(s.watches.actorId, id)) },
  last_reads: { words: 'Last read', read: (q, id) => q.select().from(s.lastReads).where(eq(s.lastReads.actorId, id)) },
  digests: { words: 'Digests', read: (q, id) => q.select().from(s.digests).where(eq(s.digests.actorId, id)) },
  dismissals: {
    words: 'Hints put away',
    read: (q, id) => q.select().from(s.dismissals).where(eq(s.dismissals.actorId, id)),
  },
  data_exports: {
    words: 'Copies of your data',
    read: (q, id) =>
      q
        .select({ askedAt: s.dataExports.askedAt, madeAt: s.dataExports.madeAt })
        .from(s.dataExports)
        .where(eq(s.dataExports.actorId, id)),
  },
}
