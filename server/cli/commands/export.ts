import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exportVault } from '../../usecases/atlas/export-vault.ts'
import type { Command } from '../command.ts'
import { onlyArgument } from '../command.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: '<folder>',
  summary: 'Write the published atlas as a vault into a new folder.',
  parse(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const folder = resolve(onlyArgument(positionals, 'a folder'))
    return async (deps, print) => {
      const { files } = await exportVault(deps, { folder })
      print(`Wrote ${files} files into ${folder}.`)
      return 0
    }
  },
}
