import { insertDraft } from '../../db/queries/drafts.ts'
import { insertEntry } from '../../db/queries/entries.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { pairOf } from '../../server/views/pair-lookup.ts'
import { relationStandings } from '../../server/views/relation-standing.ts'
import { relationsPage } from '../../server/views/relations-page.ts'
import { createArguer } from './argue-world.ts'
import { aDecidedDraft, completeStrategy } from './decided-draft.ts'
import { memberOf } from './draft-world.ts'
import { testDeps } from './test-deps.ts'

export type Declared = EntryContent['declarations']

export const inConflict: Declared = [{ kind: 'conflict', to: 'second', rationale: 'It undoes the cap.' }]

/**
 * Two strategies that ballots published, `first` by Ana and `second` by Bashir; the first declares a conflict with the
 * second. Chidi was invited to write a revision of the second.
 */
export async function relationWorld() {
  const deps = testDeps()
  await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
  const people = {
    ana: await createArguer(deps, 'Ana Duarte'),
    bashir: await createArguer(deps, 'Bashir Noor'),
    chidi: await createArguer(deps, 'Chidi Okafor'),
    onlooker: await createArguer(deps, 'Dana Whitfield'),
    reader: await createArguer(deps, 'Ebru Kaya', 'reader'),
    moderator: await createArguer(deps, 'Farid Haddad', 'moderator'),
  }
  const entries = { first: deps.newId(), second: deps.newId() }
  const versions = { first: 0, second: 0 }
  await deps.store.tx(async (q) => {
    for (const slug of ['first', 'second'] as const) {
      const title = `The ${slug} strategy`
      await insertEntry(q, { id: entries[slug], kind: 'strategy', slug, title, createdAt: deps.now() })
    }
  })

  /** Publishes the next version of one of the two, with these declarations. */
  async function publish(slug: 'first' | 'second', declarations: Declared, owner: Viewer, bet?: string) {
    const content: EntryContent = { ...completeStrategy, title: `The ${slug} strategy`, declarations }
    if (bet)
      content.sections = { ...content.sections, bet: [{ type: 'paragraph', children: [{ type: 'text', text: bet }] }] }
    const baseVersion = versions[slug] === 0 ? null : versions[slug]
    const { draftId } = await aDecidedDraft(deps, { owner, entryId: entries[slug], baseVersion, content })
    versions[slug] = (await publishVersion(deps, people.moderator, { draftId, note: 'A version.' })).version
    return versions[slug]
  }

  await publish('second', [], people.bashir)
  await publish('first', inConflict, people.ana)
  const draftId = deps.newId()
  await deps.store.tx(async (q) => {
    await insertDraft(q, {
      id: draftId,
      entryId: entries.second,
      kind: 'strategy',
      title: 'The second strategy',
      baseVersion: 1,
      forkedFrom: null,
      scope: null,
      state: 'writing',
      visibility: 'members',
      writing: 'invited',
      ownerId: people.bashir.actorId,
      generation: 1,
      createdAt: deps.now(),
      updatedAt: deps.now(),
      deletedAt: null,
    })
  })
  await memberOf(deps, draftId, people.chidi.person, 'writer')

  const page = (viewer: Viewer | null, slug: string = 'second') => relationsPage(deps, viewer, slug)
  async function state() {
    const index = await atlasIndex(deps)
    const pair = pairOf(index, 'first', 'second')
    return pair ? (await relationStandings(deps, index)).of(pair).state : null
  }
  const declaration = (since = 1) => ({ from: 'first', kind: 'conflict', to: 'second', since: String(since) })
  return { deps, people, entries, draftId, publish, page, state, declaration }
}
