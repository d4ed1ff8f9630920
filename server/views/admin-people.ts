import type { AccountsAsked } from '../../db/queries/account-list.ts'
import { countAccounts, countRoles, listAccounts } from '../../db/queries/account-list.ts'
import { lastSeen } from '../../db/queries/actors.ts'
import { roles } from '../../db/tables/people.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { limits, oneLine } from '../../domain/text/limits.ts'
import { askedFreshly } from '../accounts/require-fresh.ts'
import type { Deps } from '../deps.ts'
import { asAdmin } from './as-admin.ts'
import { placeOf } from './paging.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'

const onPage = 50

/**
 * The accounts of the site, by name, a page of them, with what this admin may do about each.
 *
 * @param asked `search` as in `location.search`: `q` a part of name or e-mail address, `role`, `state` (`suspended`).
 * @param asked.sessionId the session that asks, to say before a form is sent whether it needs a proof.
 * @throws AppError `signed-out`, `not-allowed`.
 */
export async function adminPeople(
  deps: Deps,
  viewer: Viewer | null,
  { search, sessionId }: { search: string; sessionId: string | null },
) {
  const admin = asAdmin(viewer)
  const { chosen, dropped } = readChoices(search, {
    q: (value) => value.length <= limits.email,
    role: (value) => roles.some((role) => role === value),
    state: (value) => value === 'suspended',
    page: isPageNumber,
    done: () => true,
  })
  const asked: AccountsAsked = {
    q: oneLine(chosen.q ?? ''),
    role: roles.find((role) => role === chosen.role) ?? null,
    suspended: chosen.state === 'suspended',
  }
  const { read } = deps.store
  const { done, page: wanted, ...filters } = chosen
  const place = placeOf(await countAccounts(read, asked), wanted, onPage, (page) =>
    choicesHref('/admin/people', { ...filters, page }),
  )
  const rows = await listAccounts(read, asked, { limit: onPage, offset: (place.page - 1) * onPage })
  const seen = await lastSeen(
    read,
    rows.map(({ actorId }) => actorId),
  )
  return {
    ...place,
    q: asked.q,
    role: asked.role ?? '',
    suspendedOnly: asked.suspended,
    done: done ?? null,
    dropped,
    counts: await roleCounts(deps),
    isFresh: await askedFreshly(read, { actorId: admin.actorId, sessionId, now: deps.now() }),
    rows: rows.map(({ confirmedAt, suspendedAt, suspendedUntil, ...account }) => ({
      ...account,
      confirmed: confirmedAt !== null,
      seenAt: seen.get(account.actorId) ?? null,
      suspension: suspendedAt === null ? null : { since: suspendedAt, until: suspendedUntil },
      isSelf: account.actorId === admin.actorId,
      mayAppoint: can(admin, 'admin.appoint', account),
      maySuspend: can(admin, 'account.suspend', account),
    })),
  }
}

export type AdminPeople = Awaited<ReturnType<typeof adminPeople>>

async function roleCounts({ store }: Deps) {
  const counted = await countRoles(store.read)
  const of = (role: string) => counted.find((one) => one.role === role)
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return {
    all: sum(counted.map(({ n }) => n)),
    suspended: sum(counted.map(({ suspended }) => suspended)),
    byRole: roles.map((role) => ({ role, n: of(role)?.n ?? 0 })),
  }
}
