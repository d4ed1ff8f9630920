import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportCounts } from '../../usecases/atlas/import-vault.ts'
import { importVault } from '../../usecases/atlas/import-vault.ts'
import type { Command } from '../command.ts'
import { onlyArgument } from '../command.ts'

export const importCommand: Command = {
  name: 'import',
  usage: '<folder> [--dry-run]',
  summary: 'Bring a vault of Markdown and YAML into the atlas: whole, or not at all.',
  createsDatabase: (args) => !args.includes('--dry-run'),
  parse(args) {
    const options = { 'dry-run': { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const folder = onlyArgument(positionals, 'the folder of a vault')
    return async (deps, print) => {
      const report = await importVault(deps, { folder: resolve(folder), dryRun: values['dry-run'] })
      for (const line of report.warnings) print(`Note: ${line}`)
      if (report.problems.length > 0) {
        for (const line of report.problems) print(line)
        print(`Nothing was imported: ${report.problems.length} to correct.`)
        return 1
      }
      print(`Entries: ${counts(report.entries)}.`)
      print(`Vocabulary: ${counts(report.vocabulary)}.`)
      print(report.applied ? 'Imported.' : 'Nothing was written: this was a dry run.')
      return 0
    }
  },
}

function counts({ created, changed, unchanged }: ImportCounts): string {
  return `${created} new, ${changed} changed, ${unchanged} as they were`
}
