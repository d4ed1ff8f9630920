import { insertEntry } from '../../db/queries/entries.ts'
import { actors, apiTokens, draftMembers, drafts, sessions, users } from '../../db/schema.ts'
import type { Role } from '../../domain/access/viewer.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import type { TestDeps } from './test-deps.ts'

export interface TestPerson {
  id: string
  name: string
  email: string
  /** Value of the session cookie. */
  session: string
  /** API token. */
  token: string
}

/** An account with a session and an API token. */
export async function createPerson(
  deps: TestDeps,
  name: string,
  role: Exclude<Role, 'guest'> = 'contributor',
): Promise<TestPerson> {
  const id = deps.newId()
  const person = { id, name, email: `${id}@example.org`, session: `session-${id}`, token: `token-${id}` }
  const now = deps.now()
  await deps.store.tx(async (q) => {
    await q.insert(actors).values({ id, type: 'user', name, createdAt: now })
    await q.insert(users).values({ actorId: id, email: person.email, role, colour: '#335577' })
    await q.insert(sessions).values({
      id: deps.newId(),
      tokenHash: sha256Hex(person.session),
      actorId: id,
      device: 'test',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + 86_400_000,
    })
    await q.insert(apiTokens).values({
      id: deps.newId(),
      tokenHash: sha256Hex(person.token),
      actorId: id,
      name: 'test',
      createdAt: now,
      expiresAt: now + 86_400_000,
    })
  })
  return person
}

export const sampleContent: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Pause',
  sections: { bet: paragraph('Time is what is missing.'), mechanism: paragraph('Stop training runs.') },
  fields: { lever: 'speed', pull: '-', tags: ['moratorium', 'speed'] },
  declarations: [{ kind: 'conflict', to: 'acceleration', rationale: '' }],
}

interface DraftOptions {
  content?: EntryContent
  visibility?: 'private' | 'unlisted' | 'members' | 'public'
  writing?: 'invited' | 'members'
  /** Besides the owner. */
  members?: { person: TestPerson; role: 'writer' | 'commenter' | 'reader' }[]
}

/** A draft of a new strategy with its document. @returns its id. */
export async function createTestDraft(
  deps: TestDeps,
  owner: TestPerson,
  { content = sampleContent, visibility = 'members', writing = 'invited', members = [] }: DraftOptions = {},
): Promise<string> {
  const id = deps.newId()
  const entryId = deps.newId()
  const now = deps.now()
  await deps.store.tx(async (q) => {
    await insertEntry(q, {
      id: entryId,
      kind: content.kind,
      slug: `entry-${entryId}`,
      title: content.title,
      createdAt: now,
    })
    await q.insert(drafts).values({
      id,
      entryId,
      kind: content.kind,
      title: content.title,
      state: 'writing',
      visibility,
      writing,
      ownerId: owner.id,
      generation: 1,
      createdAt: now,
      updatedAt: now,
    })
    await q
      .insert(draftMembers)
      .values([
        { draftId: id, actorId: owner.id, role: 'owner' as const },
        ...members.map(({ person, role }) => ({ draftId: id, actorId: person.id, role })),
      ])
    await deps.collab.createDocument(q, id, owner.id, content)
  })
  return id
}
