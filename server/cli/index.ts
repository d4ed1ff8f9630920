import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '../env.ts'
import { projectRoot } from '../root.ts'
import { runCommand } from './run-command.ts'

const root = projectRoot()
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))

runCommand(process.argv.slice(2), {
  readEnv: () => readEnv(),
  root,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
