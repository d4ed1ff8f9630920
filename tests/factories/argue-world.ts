import { eq } from 'drizzle-orm'
import { insertEntry } from '../../db/queries/entries.ts'
import { entries, events } from '../../db/schema.ts'
import type { Role, Viewer } from '../../domain/access/viewer.ts'
import type { LiveEvent } from '../../server/live/bus.ts'
import type { TestPerson } from './draft-world.ts'
import { createPerson, createTestDraft } from './draft-world.ts'
import type { TestDeps } from './test-deps.ts'
import { testDeps } from './test-deps.ts'

export interface Arguer extends Viewer {
  person: TestPerson
}

export async function createArguer(
  deps: TestDeps,
  name: string,
  role: Exclude<Role, 'guest'> = 'contributor',
): Promise<Arguer> {
  const person = await createPerson(deps, name, role)
  return { person, actorId: person.id, name, role, colour: '#335577', suspended: false }
}

/** A private draft with its people, a published strategy, and everything that was published on the bus. */
export async function argueWorld() {
  const deps = testDeps()
  const owner = await createArguer(deps, 'Ana Duarte')
  const commenter = await createArguer(deps, 'Bashir Noor')
  const onlooker = await createArguer(deps, 'Chidi Okafor')
  const outsider = await createArguer(deps, 'Dana Whitfield')
  const reader = await createArguer(deps, 'Ebru Kaya', 'reader')
  const moderator = await createArguer(deps, 'Farid Haddad', 'moderator')
  const draftId = await createTestDraft(deps, owner.person, {
    visibility: 'private',
    members: [
      { person: commenter.person, role: 'commenter' },
      { person: onlooker.person, role: 'reader' },
    ],
  })
  const published = { id: deps.newId(), slug: 'lab-pause' }
  await deps.store.tx(async (q) => {
    await insertEntry(q, { ...published, kind: 'strategy', title: 'Lab pause', createdAt: deps.now() })
    await q.update(entries).set({ currentVersion: 1 }).where(eq(entries.id, published.id))
  })
  const heard: LiveEvent[] = []
  deps.live.subscribe((event) => heard.push(event))
  return {
    deps,
    people: { owner, commenter, onlooker, outsider, reader, moderator },
    draftId,
    published,
    heard,
    /** Types of all recorded events, in order. */
    recorded: async () => (await deps.store.read.select().from(events).orderBy(events.seq)).map(({ type }) => type),
    revisionOf: async (entryId: string) =>
      (await deps.store.read.select().from(entries).where(eq(entries.id, entryId)))[0]?.publicRevision,
  }
}

/** The code of the refusal that `work` ends in. @throws when it is not refused. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; detail: string; field: string | null }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AppError') throw error
    const { code, detail, field } = error as Error & { code: string; detail: string; field?: string }
    return { code, detail, field: field ?? null }
  }
  throw new Error('expected a refusal, but it went through')
}
