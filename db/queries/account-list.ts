import type { SQL } from 'drizzle-orm'
import { and, asc, count, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { Role } from '../../domain/access/viewer.ts'
import { actors, users } from '../schema.ts'
import type { Q } from '../store.ts'

/** Which accounts a list is to hold. */
export interface AccountsAsked {
  /** A part of the name or of the e-mail address; empty for all. */
  q: string
  role: Exclude<Role, 'guest'> | null
  suspended: boolean
}

/** Accounts by name, a page of them. */
export async function listAccounts(q: Q, asked: AccountsAsked, { limit, offset }: { limit: number; offset: number }) {
  return q
    .select({
      actorId: users.actorId,
      name: actors.name,
      email: users.email,
      confirmedAt: users.emailConfirmedAt,
      role: users.role,
      madeAt: actors.createdAt,
      suspendedAt: users.suspendedAt,
      suspendedUntil: users.suspendedUntil,
    })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(passes(asked))
    .orderBy(asc(actors.name), asc(users.actorId))
    .limit(limit)
    .offset(offset)
}

/** How many accounts such a list holds in all. */
export async function countAccounts(q: Q, asked: AccountsAsked): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(passes(asked))
  return row?.n ?? 0
}

/** How many accounts each role has, and how many of those are suspended. */
export async function countRoles(q: Q) {
  return q
    .select({ role: users.role, n: count(), suspended: count(users.suspendedAt) })
    .from(users)
    .groupBy(users.role)
}

function passes({ q, role, suspended }: AccountsAsked): SQL | undefined {
  // What a person types is looked for as it stands, also an underscore.
  const pattern = `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const holds = (column: typeof users.email | typeof actors.name) => sql`${column} like ${pattern} escape '\\'`
  return and(
    q === '' ? undefined : or(holds(actors.name), holds(users.email)),
    role === null ? undefined : eq(users.role, role),
    suspended ? isNotNull(users.suspendedAt) : undefined,
  )
}
