import { join } from 'node:path'
import { isSearchCurrent, rebuildSearch } from '../../../db/queries/search-texts.ts'
import { hasSignals } from '../../../db/queries/signals.ts'
import { entries, vocabulary } from '../../../db/schema.ts'
import { day } from '../../../domain/text/day.ts'
import type { Deps } from '../../deps.ts'
import { ensureSystemActor, importVault } from '../atlas/import-vault.ts'
import { armSignals } from '../signals/arm-signals.ts'
import { scheduleMissingReviews } from '../signals/schedule-review.ts'
import { createDemoAccounts } from './demo-accounts.ts'
import { loadDemo } from './load-demo.ts'
import { seedPresets } from './seed-presets.ts'

/**
 * Fills an empty database: the atlas always; demo accounts and their deliberation when demo mode is on. On a database
 * that is in use it only adds demo accounts that are missing.
 *
 * @param root folder of the project, which holds the seed vault.
 * @throws Error listing what is wrong with the seed vault, if anything is.
 */
export async function prepareDatabase(deps: Deps, root: string): Promise<void> {
  // The demo's deliberation is spread over the days before now; what it deliberates about must be older.
  const early: Deps = deps.env.demo ? { ...deps, now: () => deps.now() - 5 * day } : deps
  await deps.store.tx((q) => ensureSystemActor(q, early.now()))
  if (await isEmpty(deps)) {
    const { problems, entries: counts } = await importVault(early, {
      folder: join(root, 'db/seed/vault'),
      dryRun: false,
    })
    if (problems.length > 0) throw new Error(`The seed vault is not right:\n${problems.join('\n')}`)
    deps.log.info({ entries: counts.created }, 'imported the seed vault')
  }
  // A database from before the ledger; since then import and publication arm what they bring.
  if (!(await hasSignals(deps.store.read))) await deps.store.tx((q) => armSignals(deps, q))
  // Signals that were armed before there was an inbox.
  await deps.store.tx((q) => scheduleMissingReviews(deps, q))
  await deps.store.tx((q) => seedPresets(deps, q))
  if (!(await isSearchCurrent(deps.store.read))) await deps.store.tx(rebuildSearch)
  if (!deps.env.demo) return
  const { created, existing } = await createDemoAccounts(early)
  if (created > 0 && existing === 0) await loadDemo(deps)
}

async function isEmpty({ store }: Deps): Promise<boolean> {
  const [entry] = await store.read.select({ id: entries.id }).from(entries).limit(1)
  const [word] = await store.read.select({ id: vocabulary.id }).from(vocabulary).limit(1)
  return !entry && !word
}
