import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openStore } from '../../db/store.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database file; tests copy it. */
    databaseTemplate: string
  }
}

/** Migrates one database for the whole run; every test gets a copy of the file. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-template-'))
  const file = join(folder, 'template.db')
  openStore(file, 'db/migrations').close()
  project.provide('databaseTemplate', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
