import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { FileCommand } from '../command.ts'
import { onlyArgument } from '../command.ts'
import { RestoreRefused, restoreDatabase } from '../restore-database.ts'

export const restoreCommand: FileCommand = {
  name: 'restore',
  usage: '<file>',
  summary: 'Put a backup in the place of the database, which is kept; the server must be stopped.',
  parseForFiles(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const backup = resolve(onlyArgument(positionals, 'the file of a backup'))
    return async (place, print) => {
      try {
        const { events, drafts, kept } = await restoreDatabase(backup, { ...place, now: Date.now() })
        print(`Restored ${events} events and ${drafts} drafts. Editors that are open will ask before they merge.`)
        if (kept) print(`The database from before is ${kept}.`)
        return 0
      } catch (error) {
        if (!(error instanceof RestoreRefused)) throw error
        print(error.message)
        return 1
      }
    }
  },
}
