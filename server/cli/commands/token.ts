import { parseArgs } from 'node:util'
import { byOperator, createToken } from '../../usecases/accounts/create-token.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../command.ts'
import { findViewerByEmail } from '../find-viewer.ts'

export const tokenCommand: Command = {
  name: 'token',
  usage: '--user <email> [--days 7|30|90|365]',
  summary: 'Print an API token that acts as a person; it is shown once and stored nowhere.',
  parse(args) {
    const options = { user: { type: 'string' }, days: { type: 'string', default: '30' } } as const
    const { values } = parseArgs({ args, options })
    const { user, days } = values
    if (!user) throw new UsageError('Name the person with --user <email>.')
    if (!/^\d+$/.test(days)) throw new UsageError(`--days is "${days}"; write a number.`)
    return async (deps, print) => {
      const viewer = await findViewerByEmail(deps.store.read, user)
      const { token } = await createToken(deps, viewer, {
        name: 'command line',
        days: Number(days),
        sessionId: byOperator,
      })
      print(token)
      return 0
    }
  },
}
