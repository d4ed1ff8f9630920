import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bin, giveUp, root, run, say } from './steps.mjs'

// Generates into a copy: when the tables in db/tables say more than the migrations do, a new file appears there.
const copy = mkdtempSync(join(root, 'node_modules', '.migrations-'))
cpSync(join(root, 'db/migrations'), copy, { recursive: true })
const before = readdirSync(copy).length
const code = await run(bin('drizzle-kit'), [
  'generate',
  '--dialect',
  'sqlite',
  '--schema',
  './db/schema.ts',
  '--out',
  relative(root, copy),
])
const after = readdirSync(copy).length
rmSync(copy, { recursive: true, force: true })
if (code !== 0) giveUp('The migrations could not be compared with the tables.')
if (after !== before)
  giveUp('The tables changed without a migration. Run: npm run db:generate -- --name <what-changes>')
say('The migrations match the tables.')
