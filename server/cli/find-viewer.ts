import { eq } from 'drizzle-orm'
import { actors, users } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { normalEmail } from '../accounts/check-email.ts'
import { AppError } from '../errors.ts'

/**
 * The person in whose name a command acts.
 *
 * @throws AppError `not-found` when nobody has this e-mail.
 */
export async function findViewerByEmail(q: Q, input: string): Promise<Viewer> {
  const email = normalEmail(input)
  const [row] = await q
    .select({
      actorId: actors.id,
      name: actors.name,
      role: users.role,
      colour: users.colour,
      suspendedAt: users.suspendedAt,
    })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(eq(users.email, email))
  if (!row) throw new AppError('not-found', `Nobody has the e-mail ${email}. Make the account with the user command.`)
  const { suspendedAt, ...viewer } = row
  return { ...viewer, suspended: suspendedAt !== null }
}
