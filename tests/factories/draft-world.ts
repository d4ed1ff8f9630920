import { insertEntry } from '../../db/queries/entries.ts'
import { draftMembers, drafts } from '../../db/schema.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { makeAccount, makeSession, makeToken } from './accounts.ts'
import type { TestDeps } from './test-deps.ts'

export interface TestPerson {
  id: string
  name: string
  colour: string
  /** `Cookie` header of a session. */
  cookie: string
  /** API token. */
  token: string
}

/** A contributor with a session and an API token. */
export async function createPerson(
  deps: TestDeps,
  name: string,
  role: 'reader' | 'contributor' | 'reviewer' | 'facilitator' | 'moderator' | 'admin' = 'contributor',
): Promise<TestPerson> {
  const viewer = await makeAccount(deps, { name, role })
  return {
    id: viewer.actorId,
    name,
    colour: viewer.colour,
    cookie: await makeSession(deps, viewer),
    token: await makeToken(deps, viewer),
  }
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

/** Invites a person into a draft, without the use case. */
export async function memberOf(
  deps: TestDeps,
  draftId: string,
  person: TestPerson,
  role: 'writer' | 'commenter' | 'reader',
): Promise<void> {
  await deps.store.tx((q) => q.insert(draftMembers).values({ draftId, actorId: person.id, role }))
}
