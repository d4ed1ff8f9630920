import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { noteUpkeep } from '../../../db/queries/upkeep.ts'
import type { Command } from '../command.ts'
import { onlyArgument } from '../command.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: '<file>',
  summary: 'Copy the whole database into a file while the server goes on.',
  parse(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const file = resolve(onlyArgument(positionals, 'a file'))
    return async (deps, print) => {
      if (existsSync(file)) {
        print(`${file} exists already. Name a new file.`)
        return 1
      }
      mkdirSync(dirname(file), { recursive: true })
      await deps.store.backup(file)
      const note = `${statSync(file).size} bytes`
      await deps.store.tx((q) => noteUpkeep(q, { kind: 'backup', at: deps.now(), ok: true, note }))
      print(`Copied the database to ${file}. Try it now and then: npm run cli -- drill ${file}`)
      return 0
    }
  },
}
