import { eq } from 'drizzle-orm'
import { actors, users } from '../../../db/schema.ts'
import type { Role } from '../../../domain/access/viewer.ts'
import { hashPassword } from '../../accounts/passwords.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

/** Password of every demo account; demo mode also signs in with one click. */
export const demoPassword = 'folkmoot-demo'

/** The people of the demo; none of them exists. */
export const demoAccounts = [
  { mailbox: 'moderator', name: 'Edda Branting', role: 'moderator', colour: '#1F5FA8' },
  { mailbox: 'facilitator', name: 'Tomás Arrieta', role: 'facilitator', colour: '#B5500F' },
  { mailbox: 'reviewer', name: 'Priya Ramaswamy', role: 'reviewer', colour: '#8A3D8F' },
  { mailbox: 'contributor', name: 'Noor Elbaz', role: 'contributor', colour: '#0B7A5E' },
  { mailbox: 'contributor2', name: 'Jonas Wikander', role: 'contributor', colour: '#A3211B' },
  { mailbox: 'admin', name: 'Marguerite Osei', role: 'admin', colour: '#3D5A5C' },
] as const satisfies { mailbox: string; name: string; role: Exclude<Role, 'guest'>; colour: string }[]

interface NewAccount {
  email: string
  name: string
  role: Exclude<Role, 'guest'>
  colour: string
  passwordHash: string
}

/** Creates the demo accounts that are missing, in one transaction. */
export async function createDemoAccounts(deps: Deps): Promise<{ created: number; existing: number }> {
  const missing: NewAccount[] = []
  for (const { mailbox, name, role, colour } of demoAccounts) {
    const email = `${mailbox}@demo.invalid`
    const [known] = await deps.store.read.select({ id: users.actorId }).from(users).where(eq(users.email, email))
    if (!known) missing.push({ email, name, role, colour, passwordHash: await hashPassword(demoPassword) })
  }
  if (missing.length > 0) {
    await deps.store.tx(async (q) => {
      for (const { name, role, colour, email, passwordHash } of missing) {
        const actorId = deps.newId()
        await q.insert(actors).values({ id: actorId, type: 'user', name, createdAt: deps.now() })
        await q
          .insert(users)
          .values({ actorId, email, passwordHash, role, colour, suspendedAt: null, emailConfirmedAt: deps.now() })
        await recordEvent(deps, q, {
          type: 'actor.signed-up',
          subject: `actor/${actorId}`,
          payload: { actorId, role },
          leaf: { name, email },
        })
      }
    })
  }
  return { created: missing.length, existing: demoAccounts.length - missing.length }
}
