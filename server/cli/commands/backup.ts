import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
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
      print(`Copied the database to ${file}.`)
      return 0
    }
  },
}
