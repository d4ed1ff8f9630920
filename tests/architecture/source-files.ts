import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string
  text: string
}

const folders = ['.ci', 'app', 'bench', 'collab', 'db', 'docs', 'domain', 'public', 'scripts', 'server', 'tests']
const text = /\.(?:[cm]?[jt]sx?|css|json|md|sql|toml|ya?ml|svg|sh|txt)$|(?:^|\/)(?:run|Dockerfile|\.[\w.]+|LICENSE)$/

/** Every text file of the project, except what was installed or built. */
export function projectFiles(): SourceFile[] {
  const root = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.git' && text.test(entry.name))
    .map((entry) => entry.name)
  return [...root, ...folders.flatMap(filesIn)].sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The files that are compiled: TypeScript of the five layers. */
export function codeFiles(): SourceFile[] {
  return projectFiles().filter(({ path }) => /^(?:app|collab|db|domain|server)\/.*\.tsx?$/.test(path))
}

function filesIn(folder: string): string[] {
  let entries: ReturnType<typeof list>
  try {
    entries = list(folder)
  } catch {
    return []
  }
  return entries.filter((entry) => entry.isFile() && text.test(entry.name)).map((entry) => path(entry))
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
}

function path(entry: { parentPath: string; name: string }): string {
  return join(entry.parentPath, entry.name).replaceAll('\\', '/')
}
