import { findEntry } from '../../db/queries/entries.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { castVote } from '../../server/usecases/ballots/cast-vote.ts'
import { closeBallot } from '../../server/usecases/ballots/close-ballot.ts'
import { openSignalBallot } from '../../server/usecases/signals/open-signal-ballot.ts'
import type { ReportSignal } from '../../server/usecases/signals/report-signal.ts'
import { reportSignal } from '../../server/usecases/signals/report-signal.ts'
import { signalPage } from '../../server/views/signal-page.ts'
import { createArguer } from './argue-world.ts'
import { testDeps } from './test-deps.ts'

export const minute = 60_000
export const day = 24 * 60 * minute

/** The imported atlas with people of every role, and the signal of one of its strategies in their hands. */
export async function signalWorld(strategy = 'pause') {
  const deps = testDeps()
  await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
  const people = {
    ana: await createArguer(deps, 'Ana Duarte'),
    bashir: await createArguer(deps, 'Bashir Noor'),
    chidi: await createArguer(deps, 'Chidi Okafor'),
    reader: await createArguer(deps, 'Ebru Kaya', 'reader'),
    facilitator: await createArguer(deps, 'Jun Watanabe', 'facilitator'),
    moderator: await createArguer(deps, 'Farid Haddad', 'moderator'),
  }
  const entry = await findEntry(deps.store.read, 'strategy', strategy)
  if (!entry) throw new Error(`the atlas has no ${strategy}`)
  const page = (viewer: Viewer | null = null) => signalPage(deps, viewer, strategy)
  const signalId = (await page()).signal.current?.id ?? ''

  const report = (by: Viewer | null, change: Partial<ReportSignal> = {}) =>
    reportSignal(deps, by, { strategy, signalId, ...aSource, ...change })

  async function open(by: Viewer | null, change: Partial<Parameters<typeof openSignalBallot>[2]> = {}) {
    const reportId = (await page()).signal.reports[0]?.id ?? ''
    const closesAt = deps.now() + 7 * day
    const opening = { reportId, rule: 'simple-majority', quorum: 2, closesAt, names: 'shown', ...change }
    return openSignalBallot(deps, by, opening)
  }

  /** Has these people vote on an open ballot and a moderator close it when a day has passed. */
  async function decide(ballotId: string, votes: readonly (readonly [Viewer, 'agree' | 'object' | 'abstain'])[]) {
    for (const [by, choice] of votes) await castVote(deps, by, { ballotId, choice, reason: 'So I think.' })
    deps.setNow(deps.now() + day)
    return closeBallot(deps, people.moderator, { ballotId, reason: 'Everybody has voted.' })
  }

  return { deps, people, entry, strategy, signalId, page, report, open, decide }
}

export const aSource = {
  url: 'https://example.org/report',
  title: 'A run that nobody stopped',
  publisher: 'An invented paper',
  date: '2026-11-20',
  shows: 'A training run went on in the open during the announced pause.',
}
