import type { Account } from '../../../db/queries/ballots.ts'
import { listAccounts } from '../../../db/queries/ballots.ts'
import type { Q } from '../../../db/store.ts'
import { asViewer, isMember } from '../../../domain/access/viewer.ts'
import { normalEmail } from '../../accounts/check-email.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/** `members`, or accounts by e-mail or by id. */
export type ElectorateInput = 'members' | readonly string[]

/** Accounts that may vote at all now: contributor and up, not suspended; demo accounts in demo mode only. */
export async function listVoters(deps: Deps, q: Q): Promise<Account[]> {
  const accounts = await listAccounts(q)
  return accounts.filter((account) => isUsable(deps, account) && mayVote(account))
}

/**
 * The people of an electorate, without repeats, in a fixed order (ballots SPEC [B15], [B21]).
 *
 * @throws AppError `bad-input` naming the first listed account that does not exist or may not vote.
 */
export async function resolveElectorate(deps: Deps, q: Q, input: ElectorateInput): Promise<string[]> {
  if (input === 'members') return (await listVoters(deps, q)).map(({ actorId }) => actorId).sort()
  const accounts = (await listAccounts(q)).filter((account) => isUsable(deps, account))
  const known = new Map(accounts.flatMap((account) => [account.email, account.actorId].map((key) => [key, account])))
  const listed = input.map((one) => one.trim()).filter((one) => one !== '')
  const people = listed.map((one) => {
    const account = known.get(one.includes('@') ? normalEmail(one) : one)
    if (!account) throw refused(`There is no account for “${one}”. Check the spelling, or take it off the list.`)
    if (account.suspendedAt !== null) throw refused(`The account “${one}” is suspended and cannot vote.`)
    if (!mayVote(account)) throw refused(`The account “${one}” reads only. A moderator can make it a contributor.`)
    return account.actorId
  })
  return [...new Set(people)].sort()
}

function mayVote({ actorId, role, suspendedAt }: Account): boolean {
  return isMember(asViewer({ actorId, role, suspended: suspendedAt !== null }))
}

function isUsable(deps: Deps, account: Account): boolean {
  return deps.env.demo || !account.email.endsWith('@demo.invalid')
}

function refused(words: string): AppError {
  return new AppError('bad-input', words, 'electorate')
}
