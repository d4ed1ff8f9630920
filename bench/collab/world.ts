import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedUpdate } from '../../collab/doc-shape.ts'
import { insertDraft } from '../../db/queries/drafts.ts'
import { insertEntry } from '../../db/queries/entries.ts'
import { actors, apiTokens, users } from '../../db/schema.ts'
import { openStore } from '../../db/store.ts'
import { colourFor } from '../../domain/access/colours.ts'
import { contentSchema } from '../../domain/entries/kinds.ts'
import { newSecret } from '../../server/accounts/tokens.ts'
import { appendEntries } from '../../server/collab/update-log.ts'
import { newId } from '../../server/ids.ts'

/** A database with many accounts and drafts, which every server of the benchmark starts on a copy of. */
export interface World {
  root: string
  dataDir: string
  tokens: string[]
  drafts: string[]
  actorIds: string[]
  remove(): void
}

const people = 2_050
const drafts = 1_250
const day = 86_400_000

export async function makeWorld(root: string): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-bench-world-'))
  const store = openStore(join(dataDir, 'folkmoot.db'), join(root, 'db/migrations'))
  const now = Date.now()
  const accounts = Array.from({ length: people }, (_, i) => ({
    id: newId(),
    name: `Person ${i + 1}`,
    secret: newSecret({ randomBytes }, 'folk_'),
  }))
  const owner = accounts[0]!.id
  const ids = Array.from({ length: drafts }, () => newId())
  await store.tx(async (q) => {
    for (const { id, name, secret } of accounts) {
      await q.insert(actors).values({ id, type: 'user', name, createdAt: now })
      await q.insert(users).values({
        actorId: id,
        email: `${id}@example.org`,
        passwordHash: null,
        role: 'contributor',
        colour: colourFor(id),
        suspendedAt: null,
      })
      await q.insert(apiTokens).values({
        id: newId(),
        tokenHash: secret.tokenHash,
        actorId: id,
        name: 'bench',
        createdAt: now,
        expiresAt: now + day,
        revokedAt: null,
      })
    }
    for (const [i, id] of ids.entries()) {
      const title = `Draft ${i + 1}`
      const entryId = newId()
      await insertEntry(q, { id: entryId, kind: 'strategy', slug: `draft-${i + 1}`, title, createdAt: now })
      await insertDraft(q, {
        id,
        entryId,
        kind: 'strategy',
        title,
        baseVersion: null,
        forkedFrom: null,
        scope: null,
        state: 'writing',
        visibility: 'members',
        writing: 'members',
        ownerId: owner,
        generation: 1,
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      })
      const bytes = seedUpdate({
        kind: 'strategy',
        schema: contentSchema,
        title,
        sections: {},
        fields: {},
        declarations: [],
      })
      await appendEntries(q, [
        {
          draftId: id,
          generation: 1,
          seq: 1,
          actorId: owner,
          bytes,
          newClients: [1],
          at: now,
          admittedAt: 0,
          byServer: true,
        },
      ])
    }
  })
  store.close()
  return {
    root,
    dataDir,
    drafts: ids,
    tokens: accounts.map(({ secret }) => secret.token),
    actorIds: accounts.map(({ id }) => id),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
