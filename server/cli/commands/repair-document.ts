import { parseArgs } from 'node:util'
import { repairDocument } from '../../usecases/drafts/repair-document.ts'
import type { Command } from '../command.ts'
import { onlyArgument, UsageError } from '../command.ts'
import { findViewerByEmail } from '../find-viewer.ts'

export const repairCommand: Command = {
  name: 'repair-document',
  usage: '<draft> --as <moderator email>',
  summary: 'Begin a damaged draft anew from its last good state. Make a backup first.',
  parse(args) {
    const { values, positionals } = parseArgs({ args, options: { as: { type: 'string' } }, allowPositionals: true })
    const draftId = onlyArgument(positionals, 'a draft')
    const { as } = values
    if (!as) throw new UsageError('Name the moderator who decides with --as <email>.')
    return async (deps, print) => {
      const viewer = await findViewerByEmail(deps.store.read, as)
      const { generation, seq } = await repairDocument(deps, viewer, { draftId })
      print(`Begun anew from change ${seq}, as generation ${generation}.`)
      return 0
    }
  },
}
