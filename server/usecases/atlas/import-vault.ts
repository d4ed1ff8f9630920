import { eq } from 'drizzle-orm'
import { findEntry, insertEntry } from '../../../db/queries/entries.ts'
import { findSnapshot, insertSnapshot } from '../../../db/queries/snapshots.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import { findVersion, insertVersion, lastVersionNumber } from '../../../db/queries/versions.ts'
import { listChangedWords, listVocabulary } from '../../../db/queries/vocabulary.ts'
import { actors, vocabulary } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { contentHash } from '../../../domain/entries/content-hash.ts'
import { vocabularyHash } from '../../../domain/entries/covered-words.ts'
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts'
import { vocabularyKinds } from '../../../domain/entries/vocabulary.ts'
import { nextVersion } from '../../../domain/publishing/merge-box.ts'
import { canonicalJson } from '../../../domain/record/canonical-json.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import type { VaultEntry } from '../../vault/read-entry.ts'
import type { Vault } from '../../vault/read-vault.ts'
import { readVault } from '../../vault/read-vault.ts'
import { armSignals } from '../signals/arm-signals.ts'
import { carryAnchors } from '../threads/carry-anchors.ts'
import { recordVersion } from '../versions/record-version.ts'

/** The actor in whose name the site itself acts. */
export const systemActor = 'system'

export interface ImportCounts {
  created: number
  changed: number
  unchanged: number
}

export interface ImportReport {
  /** False when there were problems, or it was a dry run. */
  applied: boolean
  problems: string[]
  warnings: string[]
  entries: ImportCounts
  vocabulary: ImportCounts
}

type Input = Pick<Deps, 'store' | 'now' | 'newId' | 'randomBytes' | 'live'>

/**
 * Brings a vault into the atlas: whole, in one transaction, or (when anything in it is wrong) not at all. An entry
 * whose file changed gets a new version; an entry that people published since its import is left alone, with a
 * warning. Running it again changes nothing.
 *
 * @param folder the vault's folder.
 * @param dryRun reads, checks and counts, and writes nothing.
 */
export async function importVault(
  deps: Input,
  { folder, dryRun }: { folder: string; dryRun: boolean },
): Promise<ImportReport> {
  const vault = readVault(folder)
  const report: ImportReport = {
    applied: false,
    problems: vault.problems,
    warnings: [...vault.warnings],
    entries: { created: 0, changed: 0, unchanged: 0 },
    vocabulary: { created: 0, changed: 0, unchanged: 0 },
  }
  if (vault.problems.length > 0) return report
  if (dryRun) {
    await compare(deps.store.read, vault, report)
    return report
  }
  const published = await deps.store.tx(async (q) => {
    const plan = await compare(q, vault, report)
    await ensureSystemActor(q, deps.now())
    await importVocabulary(deps, q, plan.words, report.vocabulary)
    for (const step of plan.entries) await importEntry(deps, q, step)
    await armSignals(deps, q)
    return plan.entries
  })
  deps.live.publish(published.map(({ id }) => ({ topic: `entry/${id}`, type: 'version.imported', id })))
  return { ...report, applied: true }
}

/** Creates the actor of the site itself where it is missing. */
export async function ensureSystemActor(q: Q, now: number): Promise<void> {
  const [known] = await q.select({ id: actors.id }).from(actors).where(eq(actors.id, systemActor))
  if (!known) await q.insert(actors).values({ id: systemActor, type: 'system', name: 'Folkmoot', createdAt: now })
}

type Word = typeof vocabulary.$inferInsert

interface EntryStep {
  id: string
  entry: VaultEntry
  isNew: boolean
  n: number
}

/** What an import would do to the database as it is; counts and warnings go into the report. */
async function compare(q: Q, vault: Vault, report: ImportReport): Promise<{ words: Word[]; entries: EntryStep[] }> {
  const words = await compareVocabulary(q, vault.vocabulary, report)
  const steps: EntryStep[] = []
  for (const entry of vault.entries) {
    const step = await compareEntry(q, entry, report)
    if (step) steps.push(step)
  }
  return { words, entries: steps }
}

async function compareVocabulary(q: Q, words: Vocabulary, report: ImportReport): Promise<Word[]> {
  const counts = report.vocabulary
  const current = await listVocabulary(q)
  const changed = await listChangedWords(q)
  const changes: Word[] = []
  for (const list of Object.keys(vocabularyKinds) as (keyof Vocabulary)[]) {
    for (const [position, word] of words[list].entries()) {
      const kind = vocabularyKinds[list]
      const data: Record<string, unknown> = { ...word }
      const known = current.find((row) => row.kind === kind && row.id === word.id)
      if (known && known.position === position && canonicalJson(known.data) === canonicalJson(data)) {
        counts.unchanged += 1
        continue
      }
      if (known && changed.has(`${kind}/${word.id}`)) {
        if (canonicalJson(known.data) !== canonicalJson(data)) {
          report.warnings.push(`people changed the ${kind} “${word.id}” on the site, so the vault’s was not imported.`)
        }
        counts.unchanged += 1
        continue
      }
      counts[known ? 'changed' : 'created'] += 1
      changes.push({ kind, id: word.id, revision: (known?.revision ?? 0) + 1, position, data })
    }
  }
  return changes
}

async function compareEntry(q: Q, entry: VaultEntry, report: ImportReport): Promise<EntryStep | undefined> {
  const row = await findEntry(q, entry.kind, entry.slug)
  if (!row) {
    report.entries.created += 1
    return { id: '', entry, isNew: true, n: 1 }
  }
  const version = row.currentVersion === null ? undefined : await findVersion(q, row.id, row.currentVersion)
  const snapshot = version && (await findSnapshot(q, version.snapshotId))
  if (snapshot?.hash === contentHash(entry.content)) {
    report.entries.unchanged += 1
    return undefined
  }
  if (version?.kind !== 'import') {
    const withdrawn = version?.kind === 'withdraw'
    const published = version && (withdrawn ? 'it was withdrawn' : `people published version ${version.n}`)
    const state = published ?? 'people are writing it as a draft'
    report.warnings.push(
      `${entry.file.path}:1: ${state}, so the file was not imported; propose its text as a revision.`,
    )
    report.entries.unchanged += 1
    return undefined
  }
  report.entries.changed += 1
  return { id: row.id, entry, isNew: false, n: nextVersion(await lastVersionNumber(q, row.id)) }
}

async function importVocabulary(deps: Input, q: Q, words: Word[], counts: ImportCounts): Promise<void> {
  if (words.length === 0) return
  await q.insert(vocabulary).values(words)
  const { created, changed } = counts
  const hash = vocabularyHash(await listVocabulary(q))
  await recordEvent(deps, q, {
    type: 'vocabulary.imported',
    subject: 'vocabulary',
    payload: { created, changed, hash },
  })
}

async function importEntry(deps: Input, q: Q, step: EntryStep): Promise<void> {
  const { entry, isNew, n } = step
  const at = deps.now()
  if (isNew) {
    step.id = deps.newId()
    const { kind, slug, content } = entry
    await insertEntry(q, { id: step.id, kind, slug, title: content.title, createdAt: at })
  }
  const snapshot = await insertSnapshot(q, {
    id: deps.newId(),
    entryId: step.id,
    draftId: null,
    docSeq: 0,
    content: entry.content,
    createdAt: at,
  })
  const version: VersionRow = {
    id: deps.newId(),
    entryId: step.id,
    n,
    snapshotId: snapshot.id,
    kind: 'import',
    variant: null,
    note: n === 1 ? 'First text, from the atlas vault.' : 'New text from the atlas vault.',
    authors: [{ actorId: systemActor, name: 'AGI Strategies vault' }],
    decision: { kind: 'imported', summary: 'Imported from the atlas vault.' },
    ballotId: null,
    draftId: null,
    publishedBy: systemActor,
    publishedAt: at,
    reviewAt: null,
    expiresAt: null,
  }
  await insertVersion(q, version, snapshot)
  if (!isNew) await carryAnchors(q, { entryId: step.id, draftId: null, n, content: snapshot.content, at })
  await recordVersion(deps, q, { entry: { id: step.id, kind: entry.kind, slug: entry.slug }, version, snapshot })
}
