import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { entryKinds, kindPath } from '../../../domain/entries/kinds.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { writeEntry } from '../../vault/write-entry.ts'
import { writeVocabulary } from '../../vault/write-vocabulary.ts'
import type { AtlasIndex } from '../../views/atlas-index.ts'
import { atlasIndex } from '../../views/atlas-index.ts'

/**
 * Writes the published atlas as a vault: every entry's current version and the vocabulary. Importing it gives the same
 * content hashes.
 *
 * @param folder is created; must be empty where it exists.
 * @returns how many files were written.
 * @throws AppError `conflict` when the folder holds anything.
 */
export async function exportVault(
  deps: Pick<Deps, 'store'>,
  { folder }: { folder: string },
): Promise<{ files: number }> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new AppError('conflict', `The folder ${folder} is not empty. Name a new one.`, 'folder')
  }
  const files = vaultFiles(await atlasIndex(deps))
  for (const kind of entryKinds) mkdirSync(join(folder, kindPath[kind]), { recursive: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return { files: files.size }
}

/** The files of a vault by path, in reading order. */
function vaultFiles(index: AtlasIndex): Map<string, string> {
  const files = new Map([['README.md', readme(index)], ...Object.entries(writeVocabulary(index.vocabulary))])
  for (const { kind, slug, content, written } of index.entries) {
    const responsive = kind === 'scenario' ? index.strategiesFor(slug).map((strategy) => strategy.slug) : []
    files.set(`${kindPath[kind]}/${slug}.md`, writeEntry(slug, written ?? content, { responsive }))
  }
  return files
}

/** Says what is in the vault; the counts let an importer notice a lost file. */
function readme({ byKind, vocabulary }: AtlasIndex): string {
  const rows = entryKinds.map((kind) => `| \`${kindPath[kind]}/<id>.md\` | ${byKind(kind).length} |`)
  const { levers, axes, portfolios, mechanisms } = vocabulary
  const lists = Object.entries({ levers, axes, portfolios, mechanisms }).map(
    ([name, list]) => `| \`${name}.yml\` | ${list.length} |`,
  )
  return `# Atlas of AGI strategies

The published versions of all entries, as Markdown with front matter, and the vocabulary as YAML. Written by
\`npm run cli -- export\`; \`npm run cli -- import\` reads it. The content is under CC BY 4.0.

| Path | Entries |
|---|---|
${[...rows, ...lists].join('\n')}
`
}
