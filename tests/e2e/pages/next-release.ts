import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The site as if it had been built once more: the same programs with a service worker of another build. */
export function nextRelease(): { build: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'folkmoot-release-'))
  for (const name of readdirSync('.')) if (name !== 'build') symlinkSync(resolve(name), join(root, name))
  const build = join(root, 'build')
  cpSync('build', build, { recursive: true })
  const worker = join(build, 'client/sw.js')
  writeFileSync(worker, readFileSync(worker, 'utf8').replace('__BUILD__', 'next-release'))
  return { build, remove: () => rmSync(root, { recursive: true, force: true }) }
}
