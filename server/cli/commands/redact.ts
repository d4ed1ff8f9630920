import { parseArgs } from 'node:util'
import { redactDraft } from '../../usecases/drafts/redact-draft.ts'
import type { Command } from '../command.ts'
import { onlyArgument, UsageError } from '../command.ts'
import { findViewerByEmail } from '../find-viewer.ts'

export const redactCommand: Command = {
  name: 'redact',
  usage: '<draft> --as <moderator email> --reason <reason> (--words <words> | --section <id>)',
  summary: 'Remove words, or a section, from a draft for good: from its text, its history and the file.',
  parse(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      options: { as: text, reason: text, words: text, section: text },
      allowPositionals: true,
    })
    const draftId = onlyArgument(positionals, 'a draft')
    const { as, reason, words, section } = values
    if (!as) throw new UsageError('Name the moderator who decides with --as <email>.')
    if ((words === undefined) === (section === undefined)) throw new UsageError('Name either --words or --section.')
    return async (deps, print) => {
      const viewer = await findViewerByEmail(deps.store.read, as)
      const done = await redactDraft(deps, viewer, { draftId, words, section, reason })
      print(
        `Removed. The draft's document is now of generation ${done.generation}; ${done.snapshots} frozen texts changed.`,
      )
      print('Backups made before still hold the text.')
      return 0
    }
  },
}
