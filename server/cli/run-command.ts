import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/store.ts'
import { createCollab } from '../collab/create-collab.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { AppError } from '../errors.ts'
import { newId } from '../ids.ts'
import { createLiveBus } from '../live/bus.ts'
import { createLogger } from '../log.ts'
import type { Command, FileCommand } from './command.ts'
import { UsageError } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { bundleCommand } from './commands/bundle.ts'
import { checkCommand } from './commands/check.ts'
import { drillCommand } from './commands/drill.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { redactCommand } from './commands/redact.ts'
import { repairCommand } from './commands/repair-document.ts'
import { restoreCommand } from './commands/restore.ts'
import { scenarioCommand } from './commands/scenario.ts'
import { searchCommand } from './commands/search.ts'
import { tokenCommand } from './commands/token.ts'
import { userCommand } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'

const commands: (Command | FileCommand)[] = [
  importCommand,
  exportCommand,
  tokenCommand,
  userCommand,
  checkCommand,
  bundleCommand,
  verifyCommand,
  backupCommand,
  drillCommand,
  restoreCommand,
  searchCommand,
  redactCommand,
  repairCommand,
  scenarioCommand,
]

interface Surroundings {
  /** Reads the environment; asked only when a command is about to run. */
  readEnv: () => Env
  /** Folder of the project, for migrations. */
  root: string
  print: (line: string) => void
  complain: (line: string) => void
}

/**
 * Runs one command of the command line on the database of `DATA_DIR`, beside a server that may be running.
 *
 * @returns the exit code: 0 done, 1 refused or not as it should be, 2 not written as the usage says.
 */
export async function runCommand(args: string[], around: Surroundings): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    around.print(usage())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) {
    around.complain(`There is no command "${name}".\n\n${usage()}`)
    return 2
  }
  let work: (print: Surroundings['print']) => Promise<number>
  try {
    work = prepared(command, rest, around)
  } catch (error) {
    if (!(error instanceof UsageError) && !isParseError(error)) throw error
    around.complain(`${error.message}\n\nUsage: npm run cli -- ${line(command)}`)
    return 2
  }
  return work(around.print)
}

function prepared(command: Command | FileCommand, args: string[], around: Surroundings) {
  const migrations = join(around.root, 'db/migrations')
  if ('parseForFiles' in command) {
    const work = command.parseForFiles(args)
    return (print: Surroundings['print']) => work({ databaseFile: around.readEnv().databaseFile, migrations }, print)
  }
  const work = command.parse(args)
  const mayCreate = command.createsDatabase?.(args) ?? false
  return (print: Surroundings['print']) => withDeps(mayCreate, around, (deps) => work(deps, print))
}

function usage(): string {
  const lines = commands.map((command) => `  ${line(command)}\n      ${command.summary}`)
  return `Usage: npm run cli -- <command>\n\n${lines.join('\n')}\n\nThe database is the one in DATA_DIR (./data unless set). The server may be running, but for restore.`
}

function line({ name, usage: rest }: Pick<Command, 'name' | 'usage'>): string {
  return `${name} ${rest}`.trim()
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function withDeps(
  mayCreate: boolean,
  around: Surroundings,
  work: (deps: Deps) => Promise<number>,
): Promise<number> {
  const env = around.readEnv()
  if (!mayCreate && !existsSync(env.databaseFile)) {
    around.complain(`There is no database at ${env.databaseFile}. Set DATA_DIR, or start the server once.`)
    return 1
  }
  const store = openStore(env.databaseFile, join(around.root, 'db/migrations'))
  const basis = {
    env,
    store,
    log: createLogger('warn'),
    now: Date.now,
    newId,
    randomBytes: (n: number) => randomBytes(n),
    live: createLiveBus(),
  }
  const collab = createCollab(basis)
  try {
    return await work({ ...basis, collab })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    around.complain(error.detail)
    return 1
  } finally {
    await collab.close()
    store.close()
  }
}
