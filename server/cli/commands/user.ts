import { parseArgs } from 'node:util'
import { roles } from '../../../db/tables/people.ts'
import { appointUser } from '../../usecases/accounts/appoint-user.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../command.ts'

export const userCommand: Command = {
  name: 'user',
  usage: `--email <email> [--name <name>] [--role ${roles.join('|')}] [--password <password>]`,
  summary: 'Make an account, or change the name, role or password of one.',
  parse(args) {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { email: text, name: text, role: text, password: text } })
    const { email, name, password } = values
    if (!email) throw new UsageError('Name the person with --email <email>.')
    const role = roles.find((one) => one === values.role)
    if (values.role !== undefined && !role) {
      throw new UsageError(`--role is "${values.role}"; use one of ${roles.join(', ')}.`)
    }
    return async (deps, print) => {
      const done = await appointUser(deps, { email, name, role, password })
      print(
        done.created
          ? `Made the account ${done.email} (${done.role}).`
          : `${done.email}: ${done.changes.join(', ') || 'nothing to change'}.`,
      )
      if (done.created && !password) print('It has no password yet: run the command again with --password.')
      return 0
    }
  },
}
