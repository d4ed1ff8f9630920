import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { noteUpkeep } from '../../../db/queries/upkeep.ts'
import { projectRoot } from '../../root.ts'
import type { Command } from '../command.ts'
import { onlyArgument } from '../command.ts'
import { RestoreRefused, restoreDatabase } from '../restore-database.ts'

/** A backup that nobody ever restored is a hope. This restores one beside everything that runs, and throws it away. */
export const drillCommand: Command = {
  name: 'drill',
  usage: '<file>',
  summary: 'Restore a backup into a folder of its own, check it whole, and throw it away; the server goes on.',
  parse(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const file = resolve(onlyArgument(positionals, 'the file of a backup'))
    return async (deps, print) => {
      const folder = mkdtempSync(join(tmpdir(), 'folkmoot-drill-'))
      const note = (ok: boolean, words: string) =>
        deps.store.tx((q) => noteUpkeep(q, { kind: 'drill', at: deps.now(), ok, note: words }))
      try {
        const place = { databaseFile: join(folder, 'folkmoot.db'), migrations: join(projectRoot(), 'db/migrations') }
        const { events, drafts } = await restoreDatabase(file, { ...place, now: deps.now() })
        await note(true, `${events} events, ${drafts} drafts`)
        print(
          `The backup restores: ${events} events and ${drafts} drafts, all as the record says. Nothing was replaced.`,
        )
        return 0
      } catch (error) {
        if (!(error instanceof RestoreRefused)) throw error
        await note(false, 'the backup could not be restored')
        print(error.message)
        return 1
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  },
}
