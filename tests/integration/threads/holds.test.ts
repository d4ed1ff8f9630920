import { expect, test } from 'vitest'
import { holds } from '../../../db/schema.ts'
import { openBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { liftHold } from '../../../server/usecases/objections/lift-hold.ts'
import { placeHold } from '../../../server/usecases/objections/place-hold.ts'
import { ballotOpening } from '../../../server/views/ballot-opening.ts'
import { draftThreadsPage } from '../../../server/views/draft-threads-page.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

const reason = 'I want to ask two people who ran such a programme.'

async function heldWorld() {
  const world = await argueWorld()
  const { deps, people, draftId } = world
  const inDays = (n: number) => new Date(deps.now() + n * 24 * 3_600_000).toISOString().slice(0, 10)
  const ballot = {
    draftId,
    rule: 'simple-majority',
    quorum: 1,
    closesAt: deps.now() + 3_600_000,
    electorate: 'members' as const,
    names: 'shown',
  }
  return { ...world, inDays, open: () => openBallot(deps, people.owner, ballot) }
}

test('[O9] while somebody needs time no ballot opens, and the pages say who, until when and why', async () => {
  const { deps, people, draftId, inDays, open, recorded } = await heldWorld()
  await placeHold(deps, people.commenter, { draftId, until: inDays(3), reason })
  const { holds: seen } = await draftThreadsPage(deps, people.owner, draftId)
  expect(seen.holds).toMatchObject([{ owner: 'Bashir Noor', reason, state: 'running', mayLift: false }])
  expect((await ballotOpening(deps, people.owner, draftId)).whyNot).toMatch(/^Bashir Noor needs time/)
  expect(await refusal(open())).toMatchObject({ code: 'conflict' })
  await liftHold(deps, people.commenter, { draftId, holdId: seen.holds[0]?.id ?? '' })
  await open()
  expect(await recorded()).toEqual(expect.arrayContaining(['hold.placed', 'hold.lifted', 'ballot.opened']))
})

test('[O9] it ends by itself at the end of its day', async () => {
  const { deps, people, draftId, inDays, open } = await heldWorld()
  await placeHold(deps, people.commenter, { draftId, until: inDays(0), reason })
  await refusal(open())
  deps.setNow(deps.now() + 24 * 3_600_000)
  expect((await ballotOpening(deps, people.owner, draftId)).whyNot).toBeNull()
})

test('[O10] [O11] once for each person; a moderator lifts it with a reason, nobody else', async () => {
  const { deps, people, draftId, inDays } = await heldWorld()
  await placeHold(deps, people.commenter, { draftId, until: inDays(14 - 1), reason })
  const [row] = await deps.store.read.select().from(holds)
  const lift = { draftId, holdId: row?.id ?? '' }
  expect((await refusal(liftHold(deps, people.owner, { ...lift, reason: 'No.' }))).code).toBe('not-allowed')
  expect(await refusal(liftHold(deps, people.moderator, lift))).toMatchObject({ code: 'bad-input', field: 'reason' })
  await liftHold(deps, people.moderator, { ...lift, reason: 'The two people answered in the thread.' })
  expect((await refusal(liftHold(deps, people.commenter, lift))).code).toBe('conflict')
  const again = placeHold(deps, people.commenter, { draftId, until: inDays(2), reason })
  expect((await refusal(again)).code).toBe('conflict')
})

test('says what is wrong with a day or a reason, and who may not', async () => {
  const { deps, people, draftId, inDays } = await heldWorld()
  for (const until of ['', 'soon', '2026-02-31', inDays(-1), inDays(20)]) {
    const refused = await refusal(placeHold(deps, people.commenter, { draftId, until, reason }))
    expect(refused, until).toMatchObject({ code: 'bad-input', field: 'until' })
  }
  const empty = placeHold(deps, people.commenter, { draftId, until: inDays(2), reason: ' ' })
  expect(await refusal(empty)).toMatchObject({ code: 'bad-input', field: 'reason' })
  const wanted = { draftId, until: inDays(2), reason }
  expect((await refusal(placeHold(deps, people.onlooker, wanted))).code).toBe('not-allowed')
  expect((await refusal(placeHold(deps, people.outsider, wanted))).code).toBe('not-found')
  expect((await refusal(placeHold(deps, null, wanted))).code).toBe('signed-out')
})
