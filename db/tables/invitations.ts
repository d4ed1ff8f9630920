import { invitationRoles } from '../../domain/access/invitations.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { DraftTables } from './drafts.ts'
import type { PeopleTables } from './people.ts'

/** Links that give whoever accepts them a role: on the site, or in a draft. */
export function defineInvitations(k: Kit, { actors }: PeopleTables, { drafts }: DraftTables) {
  const invitations = k.table(
    'invitations',
    {
      id: k.text('id').primaryKey(),
      /** SHA-256 of the token in the link; the token itself is stored nowhere. */
      tokenHash: k.text('token_hash').notNull().unique(),
      /** Null for the site. */
      draftId: k.text('draft_id').references(() => drafts.id),
      role: k.choice('role', invitationRoles).notNull(),
      createdBy: k
        .text('created_by')
        .notNull()
        .references(() => actors.id),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      /** How many people may accept it. */
      most: k.int('most').notNull(),
      used: k.int('used').notNull(),
      revokedAt: k.time('revoked_at'),
    },
    (t) => [k.index('invitations_draft').on(t.draftId)],
  )

  const invitationUses = k.table(
    'invitation_uses',
    {
      invitationId: k
        .text('invitation_id')
        .notNull()
        .references(() => invitations.id),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      at: k.time('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.invitationId, t.actorId] })],
  )

  return { invitations, invitationUses }
}
