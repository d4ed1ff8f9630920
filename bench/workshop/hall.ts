import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { openStore } from '../../db/store.ts'
import type { Deps } from '../../server/deps.ts'
import { newId } from '../../server/ids.ts'
import { makeAccount, makeSession } from '../../tests/factories/accounts.ts'
import { Person } from './person.ts'

export interface Hall {
  lead: Person
  crowd: Person[]
  /** Address of the facilitator's console. */
  console: string
  code: string
  draftId: string
}

/** A workshop of an hour that has begun, and so many members with a session each, who have not joined yet. */
export async function fillHall(origin: string, dataDir: string, people: number): Promise<Hall> {
  const sessions = await members(dataDir, people)
  const lead = new Person(origin)
  await lead.post('/sign-in', { email: 'moderator@demo.invalid', password: 'folkmoot-demo' })
  const drafted = await lead.post('/drafts/new', { kind: 'strategy', title: 'A pause for a full hall' })
  const draftId = /[a-z2-7]{20}/.exec(drafted.location)?.[0] ?? ''
  const made = await lead.post('/workshops/new', {
    title: 'A full hall',
    purpose: 'How fast the room follows.',
    startsAt: new Date(Date.now() + 60_000).toISOString().slice(0, 16),
    zone: 'UTC',
    guests: 'welcome',
    capacity: String(2 * people + 10),
    template: '60',
    hearing: 'falsification',
    draftIds: draftId,
  })
  const code = /\b[A-Z]{3}-\d{4}\b/.exec(await lead.text(made.location))?.[0] ?? ''
  const console = `${made.location}/console`
  await lead.post(console, { intent: 'start' })
  const crowd = sessions.map((cookie) => new Person(origin, code, cookie))
  return { lead, crowd, console, code, draftId }
}

/** Accounts without a password, written beside the server, as two hundred of them would take long to sign up. */
async function members(dataDir: string, people: number): Promise<string[]> {
  const store = openStore(join(dataDir, 'folkmoot.db'), resolve('db/migrations'))
  // All that making accounts and sessions asks for.
  const parts: Partial<Deps> = { store, newId, now: Date.now, randomBytes: (n) => randomBytes(n) }
  const deps = parts as Deps
  const cookies: string[] = []
  for (let i = 0; i < people; i += 1) {
    cookies.push(await makeSession(deps, await makeAccount(deps, { name: `Member ${i + 1}` })))
  }
  store.close()
  return cookies
}
