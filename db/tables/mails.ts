import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

/** Letters to people: what is to be sent, and what became of it. The words of one are gone once it is sent. */
export function defineMails(k: Kit, { actors }: PeopleTables) {
  const mails = k.table('mails', {
    id: k.text('id').primaryKey(),
    /** Two mails with one key are one mail. */
    key: k.text('key').notNull().unique(),
    /** As in `reset` or `notice`: who writes it, and what it is counted as. */
    kind: k.text('kind').notNull(),
    /** To an account, at the address that it has when it is sent; null for one that goes to an address. */
    actorId: k.text('actor_id').references(() => actors.id),
    /** Taken away once it is sent. */
    address: k.text('address'),
    /** Null for one that is written when it is sent, and for one whose words are gone. */
    subject: k.text('subject'),
    text: k.text('text'),
    html: k.text('html'),
    headers: k.json<Record<string, string>>('headers').notNull(),
    /** From what one is written when it is sent: ids and times. */
    about: k.json<Record<string, unknown>>('about').notNull(),
    /** After this it is not worth sending any more. */
    worthUntil: k.time('worth_until').notNull(),
    createdAt: k.time('created_at').notNull(),
    /** When its sending began; it stands while nobody knows whether it went. */
    sendingAt: k.time('sending_at'),
    sentAt: k.time('sent_at'),
    /** When it was given up, or found to say nothing any more. */
    endedAt: k.time('ended_at'),
    attempts: k.int('attempts').notNull(),
    error: k.text('error'),
  })

  return { mails }
}
