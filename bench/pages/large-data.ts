import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { insertContribution, insertThread } from '../../db/queries/threads.ts'
import { entries } from '../../db/schema.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../../server/deps.ts'
import { ensureSystemActor, importVault, systemActor } from '../../server/usecases/atlas/import-vault.ts'
import { readVault } from '../../server/vault/read-vault.ts'
import { writeEntry } from '../../server/vault/write-entry.ts'
import { writeVocabulary } from '../../server/vault/write-vocabulary.ts'
import type { Random } from '../../tests/factories/random.ts'
import { pick, seeded, upTo } from '../../tests/factories/random.ts'
import { largeAtlas } from './large-atlas.ts'
import type { Words } from './large-words.ts'
import { largeWords } from './large-words.ts'

/** An import opens no document. */
type WithoutDocuments = Omit<Deps, 'collab'>

const seedVault = 'db/seed/vault'
const threadCount = 3000
const contributionsEach = 10

/**
 * Fills an empty database with the large atlas, by the way that a vault takes into the atlas, and argues about it.
 *
 * @param folder an empty folder, for the vault.
 */
export async function loadLargeAtlas(deps: WithoutDocuments, folder: string): Promise<void> {
  const random = seeded(20261128)
  const words = largeWords(seedVault, random)
  const vocabulary = { ...readVault(seedVault).vocabulary, portfolios: [] }
  const atlas = largeAtlas(vocabulary, words, random)
  for (const kind of entryKinds) mkdirSync(join(folder, kindPath[kind]), { recursive: true })
  for (const [name, text] of Object.entries(writeVocabulary(vocabulary))) writeFileSync(join(folder, name), text)
  const answers = new Map<string, string[]>()
  for (const { slug, content } of atlas) {
    const { scenarios } = content.fields
    if (!Array.isArray(scenarios)) continue
    for (const one of scenarios) answers.set(String(one), [...(answers.get(String(one)) ?? []), slug])
  }
  for (const { slug, content } of atlas) {
    const text = writeEntry(slug, content, { responsive: answers.get(slug) ?? [] })
    writeFileSync(join(folder, kindPath[content.kind], `${slug}.md`), text)
  }
  const { applied, problems } = await importVault(deps, { folder, dryRun: false })
  if (!applied) throw new Error(`The large atlas is not right:\n${problems.slice(0, 20).join('\n')}`)
  await argue(deps, words, random)
}

async function argue(deps: WithoutDocuments, words: Words, random: Random): Promise<void> {
  const all = await deps.store.read.select({ id: entries.id }).from(entries)
  const by = systemActor
  await deps.store.tx(async (q) => {
    await ensureSystemActor(q, deps.now())
    for (let i = 0; i < threadCount; i++) {
      const at = deps.now() - upTo(random, 400) * 3_600_000
      const thread = {
        id: deps.newId(),
        entryId: pick(random, all).id,
        draftId: null,
        version: 1,
        place: pick(random, ['entry', 'section/bet', 'section/mechanism']),
        kind: pick(random, ['general', 'wording', 'evidence'] as const),
        title: words.title(),
        header: {},
        state: random() < 0.3 ? ('resolved' as const) : ('open' as const),
        outcome: null,
        outcomeReason: null,
        outcomeCandidate: null,
        resolvedBy: null,
        resolvedAt: null,
        confirmedBy: null,
        confirmedAt: null,
        createdBy: by,
        createdAt: at,
        updatedAt: at,
      }
      await insertThread(q, thread)
      for (let n = 0; n < contributionsEach; n++) {
        await insertContribution(q, {
          id: deps.newId(),
          threadId: thread.id,
          replyTo: null,
          candidate: null,
          type: pick(random, ['for', 'against', 'question', 'evidence', 'note'] as const),
          text: words.paragraph(1 + upTo(random, 4)),
          authorId: by,
          revision: 1,
          createdAt: at + n,
          editedAt: null,
          deletedAt: null,
        })
      }
    }
  })
}
