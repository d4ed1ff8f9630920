import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contributions, events, notifications, threads } from '../../../db/schema.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { answerChallenge } from '../../../server/usecases/versions/answer-challenge.ts'
import { challengeVersion } from '../../../server/usecases/versions/challenge-version.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { withdrawChallenge } from '../../../server/usecases/versions/withdraw-challenge.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { challengePage, newChallengePage } from '../../../server/views/challenge-pages.ts'
import { historyPage } from '../../../server/views/history-page.ts'
import { moderationQueue } from '../../../server/views/moderation-queue.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { versionPage } from '../../../server/views/version-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const entry = 'strategies/a-cap'
const reason = 'Two capped systems have done harm since.'
const signal = { entry, n: 1, place: 'section/falsification', reason }

async function scene() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const author = await anAccount(deps, 'contributor', 'Owen Reid')
  const member = await anAccount(deps, 'contributor', 'Wanda Sato')
  const reader = await anAccount(deps, 'reader', 'Rita Moss')
  const entryId = await anEntry(deps, author, completeStrategy, 'a-cap')
  const kindsTold = async (to: typeof member) =>
    (await deps.store.read.select().from(notifications).where(eq(notifications.actorId, to.actorId)))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('challenge'))
  return { deps, moderator, author, member, reader, entryId, kindsTold }
}

describe('[P18] challenging a version', () => {
  it('is for members, with a reason and a place, of the version that is current', async () => {
    const { deps, moderator, member, reader } = await scene()
    await expect(challengeVersion(deps, null, signal)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(challengeVersion(deps, reader, signal)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(newChallengePage(deps, reader, { entry, place: '' })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(challengeVersion(deps, member, { ...signal, reason: '' })).rejects.toMatchObject({ field: 'reason' })
    await expect(challengeVersion(deps, member, { ...signal, place: 'section/none' })).rejects.toMatchObject({
      field: 'place',
    })
    await expect(challengeVersion(deps, member, { ...signal, n: 2 })).rejects.toMatchObject({ code: 'conflict' })
    await withdrawEntry(deps, moderator, { place: entry, reason: 'Gone.' })
    await expect(challengeVersion(deps, member, signal)).rejects.toMatchObject({ code: 'gone' })
  })

  it('opens the hearing with the reason, and is open once a person', async () => {
    const { deps, moderator, author, member, kindsTold } = await scene()
    const { id } = await challengeVersion(deps, member, signal)
    const page = await challengePage(deps, null, id)
    expect(page).toMatchObject({ n: 1, by: 'Wanda Sato', state: 'open', may: { answer: false, withdraw: false } })
    const [thread] = await deps.store.read.select().from(threads).where(eq(threads.id, page.thread.id))
    expect(thread).toMatchObject({ kind: 'falsification', place: 'section/falsification', state: 'open' })
    const said = await deps.store.read.select().from(contributions).where(eq(contributions.threadId, page.thread.id))
    expect(said).toMatchObject([{ text: reason, authorId: member.actorId }])
    await expect(challengeVersion(deps, member, { ...signal, place: 'entry' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`/challenges/${id}`),
    })
    // Somebody else argues in the same hearing.
    const second = await challengeVersion(deps, author, signal)
    expect((await challengePage(deps, null, second.id)).thread.id).toBe(page.thread.id)
    expect((await threadPage(deps, null, page.thread.id)).challenges).toHaveLength(2)

    expect(await kindsTold(moderator)).toEqual(['challenge', 'challenge'])
    expect(await kindsTold(author)).toEqual(['challenged'])
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'challenge.opened'))
    expect(JSON.stringify(event)).not.toContain('capped')
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('opens a resolved hearing again', async () => {
    const { deps, moderator, member } = await scene()
    const about = { entry: { kind: 'strategy' as const, slug: 'a-cap' }, place: '', kind: 'falsification' }
    const hearing = await openThread(deps, member, about)
    await resolveThread(deps, moderator, { threadId: hearing.id, outcome: 'set-aside', reason: 'Said.' })
    const { id } = await challengeVersion(deps, member, signal)
    expect((await challengePage(deps, null, id)).thread).toMatchObject({ id: hearing.id, state: 'open' })
  })

  it('of another panel opens a thread there, and the same one again', async () => {
    const { deps, moderator, author, member } = await scene()
    const first = await challengeVersion(deps, member, { ...signal, place: 'section/bet' })
    const { thread } = await challengePage(deps, null, first.id)
    expect(thread.title).toBe('Challenged: Bet')
    await resolveThread(deps, moderator, { threadId: thread.id, outcome: 'set-aside', reason: 'Said.' })
    const second = await challengeVersion(deps, author, { ...signal, place: 'section/bet' })
    expect((await challengePage(deps, null, second.id)).thread).toMatchObject({ id: thread.id, state: 'open' })
  })
})

describe('[P19] [P20] an open challenge', () => {
  it('is said on the page, the history and the version, and to moderators', async () => {
    const { deps, moderator, member } = await scene()
    const { id } = await challengeVersion(deps, member, signal)
    expect((await strategyPage(deps, null, 'a-cap')).frame.challenges).toMatchObject([
      { id, n: 1, state: 'open', about: 'Falsification signal', reason },
    ])
    const at = { kind: 'strategy' as const, slug: 'a-cap' }
    expect((await historyPage(deps, null, at)).versions[0]?.challenges).toMatchObject([{ id }])
    expect((await versionPage(deps, null, { ...at, n: '1' })).challenges).toMatchObject([{ id }])
    expect((await moderationQueue(deps, moderator)).challenges).toMatchObject([{ id, n: 1, reason }])
  })

  it('is answered by a moderator who did not make it, once, and stands on the page until another version follows', async () => {
    const { deps, moderator, author, member, entryId, kindsTold } = await scene()
    const { id: challengeId } = await challengeVersion(deps, moderator, signal)
    const answer = { challengeId, answer: 'upheld', reason: 'The two cases are documented.' }
    await expect(answerChallenge(deps, null, answer)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(answerChallenge(deps, member, answer)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(answerChallenge(deps, moderator, answer)).rejects.toMatchObject({ code: 'not-allowed' })
    const other = await anAccount(deps, 'moderator', 'Nils Berg')
    await expect(answerChallenge(deps, other, { ...answer, reason: ' ' })).rejects.toMatchObject({ field: 'reason' })
    await expect(answerChallenge(deps, other, { ...answer, answer: 'maybe' })).rejects.toMatchObject({
      field: 'answer',
    })
    await expect(answerChallenge(deps, other, { ...answer, challengeId: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await answerChallenge(deps, other, answer)
    await expect(answerChallenge(deps, other, answer)).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdrawChallenge(deps, moderator, challengeId)).rejects.toMatchObject({ code: 'conflict' })
    expect(await challengePage(deps, null, challengeId)).toMatchObject({ state: 'upheld', answeredBy: 'Nils Berg' })
    expect(await kindsTold(moderator)).toContain('challenge-answered')
    expect((await strategyPage(deps, null, 'a-cap')).frame.challenges).toHaveLength(1)

    const draft = await aDecidedDraft(deps, { owner: author, entryId, baseVersion: 1 })
    await publishVersion(deps, other, { draftId: draft.draftId, note: 'With the two cases.' })
    expect((await strategyPage(deps, null, 'a-cap')).frame.challenges).toEqual([])
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('is withdrawn by who made it, who may then challenge again', async () => {
    const { deps, moderator, author, member } = await scene()
    const { id } = await challengeVersion(deps, member, signal)
    await expect(withdrawChallenge(deps, null, id)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(withdrawChallenge(deps, author, id)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(withdrawChallenge(deps, member, 'x')).rejects.toMatchObject({ code: 'not-found' })
    await withdrawChallenge(deps, member, id)
    await expect(
      answerChallenge(deps, moderator, { challengeId: id, answer: 'dismissed', reason: 'No.' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await strategyPage(deps, null, 'a-cap')).frame.challenges).toEqual([])
    const again = await challengeVersion(deps, member, signal)
    await answerChallenge(deps, moderator, {
      challengeId: again.id,
      answer: 'dismissed',
      reason: 'Neither was capped.',
    })
    expect((await strategyPage(deps, null, 'a-cap')).frame.challenges).toEqual([])
  })
})
