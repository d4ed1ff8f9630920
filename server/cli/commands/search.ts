import { parseArgs } from 'node:util'
import { rebuildSearch } from '../../../db/queries/search-texts.ts'
import type { Command } from '../command.ts'
import { onlyArgument, UsageError } from '../command.ts'

export const searchCommand: Command = {
  name: 'search',
  usage: 'rebuild',
  summary: 'Derive what search knows again from everything published and argued in public.',
  parse(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    if (onlyArgument(positionals, 'what to do') !== 'rebuild') throw new UsageError('Search can only be rebuilt.')
    return async (deps, print) => {
      const { entries, threads } = await deps.store.tx(rebuildSearch)
      print(`Search knows ${entries} entries and ${threads} threads.`)
      return 0
    }
  },
}
