import { parseArgs } from 'node:util'
import { noteUpkeep } from '../../../db/queries/upkeep.ts'
import { checkDocuments } from '../../usecases/record/check-documents.ts'
import { checkRecord } from '../../usecases/record/check-record.ts'
import type { Command } from '../command.ts'

export const checkCommand: Command = {
  name: 'check',
  usage: '',
  summary: 'Check the record chain, every snapshot, version and outcome, and the logs of all drafts.',
  parse(args) {
    parseArgs({ args })
    return async (deps, print) => {
      const record = await checkRecord(deps)
      print(
        `${record.events} events, ${record.snapshots} snapshots, ${record.versions} versions, ${record.ballots} closed ballots.`,
      )
      for (const words of record.remarks) print(`Remark: ${words}.`)
      const documents = record.fault ? { count: 0, fault: null } : await checkDocuments(deps.store.read)
      if (!record.fault) print(`${documents.count} pieces of draft text.`)
      const fault = record.fault ?? documents.fault
      const note = fault ? 'not as recorded' : `${record.events} events, ${documents.count} pieces of draft text`
      await deps.store.tx((q) => noteUpkeep(q, { kind: 'check', at: deps.now(), ok: !fault, note }))
      print(fault ? `Not as recorded: ${fault.where}: ${fault.words}.` : 'Everything is as recorded.')
      return fault ? 1 : 0
    }
  },
}
