import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs before anything is installed: only what Node itself brings.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends with plain words for a person; the stack of a script helps nobody. */
export function giveUp(...lines) {
  process.stderr.write(`\n${lines.join('\n')}\n`)
  process.exit(1)
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12)) return
  giveUp(
    `Folkmoot runs on Node 20.19 or newer 20, or 22.12 or newer 22. This is Node ${process.versions.node}.`,
    'Install one of those (for example with nvm: nvm install 22), then run the same command again.',
  )
}

/** Runs a program of the project in the foreground; resolves with its exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(127))
    child.on('close', (code, signal) => resolve(code ?? (signal ? 128 : 1)))
  })
}

export function bin(name) {
  return join(root, 'node_modules', '.bin', name)
}

/** Installs exactly what the lock file names, when it is not there yet or has changed. */
export async function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.folkmoot-lock')
  const lock = hashOf(readFileSync(join(root, 'package-lock.json')))
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (!current) {
    say('Installing packages (the database driver may be compiled, which takes a minute or two) …')
    if ((await run('npm', ['ci', '--no-audit', '--no-fund'], { NODE_ENV: 'development' })) !== 0) {
      giveUp(
        'The packages could not be installed; the lines above say which one.',
        'If it is better-sqlite3: it is compiled here and needs python3, make and a C++ compiler.',
        'On Debian or Ubuntu: apt-get install python3 make g++',
      )
    }
  }
  if (!databaseLoads()) {
    say('Compiling the database driver for this Node …')
    await run('npm', ['rebuild', 'better-sqlite3'])
    if (!databaseLoads()) {
      giveUp(
        'better-sqlite3, the database driver, does not load.',
        'It needs python3, make and a C++ compiler: on Debian or Ubuntu, apt-get install python3 make g++',
        'Then run: npm rebuild better-sqlite3',
      )
    }
  }
  if (!current) writeFileSync(stamp, lock)
}

function databaseLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()"
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0
}

const sources = [
  'app',
  'server',
  'db',
  'collab',
  'domain',
  'public',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds pages and server when a source file changed since the last build. */
export async function ensureBuilt() {
  const stamp = join(root, 'build', '.stamp')
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building …')
  if ((await run(process.execPath, ['scripts/build.mjs'])) !== 0) giveUp('The build failed; the lines above say where.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
