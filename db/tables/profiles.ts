import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

/** What people say about themselves, and what they take with them. */
export function defineProfiles(k: Kit, { actors }: PeopleTables) {
  const profiles = k.table('profiles', {
    actorId: k
      .text('actor_id')
      .primaryKey()
      .references(() => actors.id),
    bio: k.text('bio').notNull(),
    /** As in `0000-0002-1825-0097`. */
    orcid: k.text('orcid'),
  })

  /** Copies of what is kept about somebody, made on their wish and kept for a few days. */
  const dataExports = k.table(
    'data_exports',
    {
      id: k.text('id').primaryKey(),
      actorId: k
        .text('actor_id')
        .notNull()
        .references(() => actors.id),
      askedAt: k.time('asked_at').notNull(),
      madeAt: k.time('made_at'),
      expiresAt: k.time('expires_at').notNull(),
      json: k.text('json'),
      markdown: k.text('markdown'),
    },
    (t) => [k.index('data_exports_actor').on(t.actorId, t.askedAt)],
  )

  return { profiles, dataExports }
}
