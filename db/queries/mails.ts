import { and, eq, isNull } from 'drizzle-orm'
import { actors, mails, users } from '../schema.ts'
import type { Q } from '../store.ts'

export type MailRow = typeof mails.$inferSelect

type NewMail = Omit<MailRow, 'sendingAt' | 'sentAt' | 'endedAt' | 'attempts' | 'error'>

/** Rows of one statement: SQLite binds so many values at once. */
const chunk = 500

/** Writes mails to be sent; one of a key that is known is not added. @returns ids of those that were. */
export async function insertMails(q: Q, rows: readonly NewMail[]): Promise<string[]> {
  const added: string[] = []
  for (let i = 0; i < rows.length; i += chunk) {
    const written = await q
      .insert(mails)
      .values(rows.slice(i, i + chunk).map((row) => ({ ...row, attempts: 0 })))
      .onConflictDoNothing({ target: mails.key })
      .returning({ id: mails.id })
    added.push(...written.map(({ id }) => id))
  }
  return added
}

export async function findMail(q: Q, id: string): Promise<MailRow | undefined> {
  const [row] = await q.select().from(mails).where(eq(mails.id, id))
  return row
}

/** Notes how sending a mail goes on. */
export async function noteMail(q: Q, id: string, change: Partial<MailRow>): Promise<void> {
  await q.update(mails).set(change).where(eq(mails.id, id))
}

/**
 * Marks that a mail is being sent, where it neither went nor is on its way.
 *
 * @returns whether it may be sent now.
 */
export async function beginMail(q: Q, { id, attempts }: MailRow, sendingAt: number): Promise<boolean> {
  const begun = await q
    .update(mails)
    .set({ sendingAt, attempts: attempts + 1 })
    .where(and(eq(mails.id, id), isNull(mails.sendingAt), isNull(mails.sentAt), isNull(mails.endedAt)))
    .returning({ id: mails.id })
  return begun.length > 0
}

/** Where an account is written to: undefined for a guest, and for who is not there. */
export async function findMailbox(
  q: Q,
  actorId: string,
): Promise<{ name: string; email: string; suspended: boolean } | undefined> {
  const [row] = await q
    .select({ name: actors.name, email: users.email, suspendedAt: users.suspendedAt })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(eq(users.actorId, actorId))
  return row && { name: row.name, email: row.email, suspended: row.suspendedAt !== null }
}
