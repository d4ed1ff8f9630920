import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface VaultCopy {
  folder: string
  /** Replaces one text in one file; fails where the file does not have it. */
  edit(file: string, from: string | RegExp, to: string): void
  read(file: string): string
  write(file: string, text: string | Buffer): void
  remove(file: string): void
}

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of the seed vault for a test to break. */
export function vaultCopy(): VaultCopy {
  const folder = temporaryFolder()
  cpSync('db/seed/vault', folder, { recursive: true })
  return {
    folder,
    edit(file, from, to) {
      const path = join(folder, file)
      const before = readFileSync(path, 'utf8')
      const after = before.replace(from, to)
      if (after === before) throw new Error(`${file} has no ${from}`)
      writeFileSync(path, after)
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write: (file, text) => writeFileSync(join(folder, file), text),
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
  }
}
