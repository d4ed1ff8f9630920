import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from './site.ts'

/** Starts the real server once on an empty folder, so that every test can begin from a copy of a seeded demo. */
export default async function globalSetup() {
  const template = mkdtempSync(join(tmpdir(), 'folkmoot-e2e-template-'))
  const site = await startSite(template)
  await site.stop()
  process.env.FOLKMOOT_E2E_TEMPLATE = template
  return () => rmSync(template, { recursive: true, force: true })
}
