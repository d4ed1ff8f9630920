import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/deps.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { amendBallot } from '../../../server/usecases/ballots/amend-ballot.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { challengeAmendment } from '../../../server/usecases/ballots/challenge-amendment.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { openBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { reaffirmVote } from '../../../server/usecases/ballots/reaffirm-vote.ts'
import { createDraft } from '../../../server/usecases/drafts/create-draft.ts'
import { replaceSection } from '../../../server/usecases/drafts/replace-section.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { Crash, failingStore } from '../../factories/failing-store.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** Every row of every table, as text; without when drafts were last written in, which is noted a moment later. */
function everything(deps: Deps): string {
  const db = new Database(deps.env.databaseFile, { readonly: true })
  const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all()
  const rows = tables.map((table) => [table, db.prepare(`select * from "${table}"`).all()])
  for (const [table, all] of rows) {
    if (table === 'drafts') for (const row of all as { updated_at?: number }[]) delete row.updated_at
  }
  db.close()
  return JSON.stringify(rows)
}

/**
 * Runs an act that stops at its first, second, third … statement until it gets through; each time nothing may have
 * changed and nobody may have been told.
 *
 * @returns how many statements the act has.
 */
async function stopEverywhere(deps: Deps, act: (deps: Deps) => Promise<unknown>): Promise<number> {
  const before = everything(deps)
  const told: string[] = []
  // That a draft was written in is told a moment later, and may fall into the act.
  deps.live.subscribe(({ type }) => type !== 'draft.edited' && told.push(type))
  for (let n = 1; n < 200; n += 1) {
    const stopped = await act({ ...deps, store: failingStore(deps.store, n) }).then(
      () => null,
      (error: unknown) => error,
    )
    if (stopped === null) {
      expect(everything(deps)).not.toBe(before)
      expect(told.length).toBeGreaterThan(0)
      return n - 1
    }
    expect(stopped).toBeInstanceOf(Crash)
    expect(everything(deps)).toBe(before)
    expect(told).toEqual([])
  }
  throw new Error('the act never got through')
}

describe('a crash between any two statements changes nothing', () => {
  it('of opening a ballot', async () => {
    const deps = testDeps()
    const { owner } = await aBallot(deps)
    const { id: draftId } = await createDraft(deps, owner, { kind: 'concept', title: 'Offence and defence' })
    const opening = { draftId, rule: 'simple-majority', quorum: 1, electorate: 'members', names: 'shown' } as const
    const closesAt = deps.now() + 10 * minute
    const n = await stopEverywhere(deps, (failing) => openBallot(failing, owner, { ...opening, closesAt }))
    expect(n).toBeGreaterThan(10)
  })

  it('of changing an objection to another one', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'object')
    const object = {
      ballotId,
      choice: 'object',
      reason: 'Still no limit.',
      settledBy: 'A number.',
      publishObjection: true,
    }
    const n = await stopEverywhere(deps, (failing) => castVote(failing, voters[0], object))
    expect(n).toBeGreaterThan(12)
  })

  it('of amending the text under vote and of answering that', async () => {
    const deps = testDeps()
    const { ballotId, draftId, owner, voters, admin } = await aBallot(deps, { closesAt: deps.now() + 60 * minute })
    await vote(deps, voters[0], ballotId, 'object')
    await replaceSection(deps, owner, { draftId, section: 'bet', markdown: 'Slower steps leave time to notise it.' })
    const words = { ballotId, note: 'A number.', closesAt: deps.now() + 70 * minute }
    const amended = await stopEverywhere(deps, (failing) =>
      amendBallot(failing, owner, { ...words, change: 'material' }),
    )
    expect(amended).toBeGreaterThan(12)
    expect(await stopEverywhere(deps, (failing) => reaffirmVote(failing, voters[0], { ballotId }))).toBeGreaterThan(8)
    await replaceSection(deps, owner, { draftId, section: 'bet', markdown: 'Slower steps leave time to notice it.' })
    await amendBallot(deps, owner, { ballotId, note: 'A slip.', change: 'typo' })
    deps.setNow(deps.now() + 69 * minute)
    const challenge = { ballotId, n: 3, reason: 'It is more.' }
    expect(await stopEverywhere(deps, (failing) => challengeAmendment(failing, admin, challenge))).toBeGreaterThan(8)
  })

  it('of closing a ballot with hidden names', async () => {
    const deps = testDeps()
    const { ballotId, voters, moderator } = await aBallot(deps, { names: 'hidden' })
    for (const by of voters) await vote(deps, by, ballotId, 'object')
    const n = await stopEverywhere(deps, (failing) => closeBallot(failing, moderator, { ballotId, reason: 'Done.' }))
    expect(n).toBeGreaterThan(15)
  })

  it('of a closing job: it is done at the next try', async () => {
    const deps = testDeps()
    const { ballotId } = await aBallot(deps)
    for (let n = 2; n < 40; n += 1) {
      deps.setNow(deps.now() + 20 * minute)
      await runDueJobs({ ...deps, store: failingStore(deps.store, n) }).catch(() => undefined)
    }
    deps.setNow(deps.now() + 20 * minute)
    await runDueJobs(deps)
    const db = new Database(deps.env.databaseFile, { readonly: true })
    expect(db.prepare('select state from ballots where id = ?').pluck().get(ballotId)).toBe('closed')
    expect(db.prepare("select count(*) from events where type = 'ballot.closed'").pluck().get()).toBe(1)
    // Mails go in a lane of their own.
    expect(db.prepare("select kind from jobs where done_at is null and kind <> 'send-mail'").pluck().all()).toEqual([])
    db.close()
  })
})
