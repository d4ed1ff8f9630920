import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { objections } from '../../db/schema.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { amendBallot } from '../../server/usecases/ballots/amend-ballot.ts'
import { askBallot } from '../../server/usecases/ballots/ask-ballot.ts'
import { castVote } from '../../server/usecases/ballots/cast-vote.ts'
import { challengeAmendment } from '../../server/usecases/ballots/challenge-amendment.ts'
import { closeBallot } from '../../server/usecases/ballots/close-ballot.ts'
import { openBallot } from '../../server/usecases/ballots/open-ballot.ts'
import { reaffirmVote } from '../../server/usecases/ballots/reaffirm-vote.ts'
import { createDraft } from '../../server/usecases/drafts/create-draft.ts'
import { redactDraft } from '../../server/usecases/drafts/redact-draft.ts'
import { replaceSection } from '../../server/usecases/drafts/replace-section.ts'
import { disposeObjection } from '../../server/usecases/objections/dispose-objection.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'
import { judge } from '../factories/judge-bundle.ts'

it.each(['shown', 'hidden'] as const)(
  '[R14] a ballot whose text was amended is counted again with stale papers, names %s',
  async (names) => {
    const { deps, owner, voters, moderator } = await bundleWorld()
    const [tomasz, amara, jun] = voters as [Viewer, Viewer, Viewer]
    const { id: draftId } = await createDraft(deps, owner, { kind: 'concept', title: 'Overhang' })
    const write = (markdown: string) => replaceSection(deps, owner, { draftId, section: 'body', markdown })
    await write('More compute than is used, kept in reserve.')
    const electorate = [owner, ...voters].map(({ actorId }) => actorId)
    const closesAt = deps.now() + 10 * 24 * 60 * 60_000
    const opening = { draftId, rule: 'simple-majority', quorum: 1, closesAt, electorate, names }
    const { id: ballotId } = await openBallot(deps, owner, opening)
    const vote = (by: Viewer, choice: string) =>
      castVote(deps, by, { ballotId, choice, reason: 'So I think.', settledBy: 'A number.' })
    await vote(tomasz, 'agree')
    await vote(amara, 'object')
    await vote(owner, 'agree')
    await write('More compute than is used, held in reserve.')
    await amendBallot(deps, owner, { ballotId, change: 'material', note: 'Held, not kept.' })
    await reaffirmVote(deps, tomasz, { ballotId })
    await vote(jun, 'reservations')
    await write('More compute then is used, held in reserve.')
    await amendBallot(deps, owner, { ballotId, change: 'typo', note: 'A letter.' })
    await challengeAmendment(deps, jun, { ballotId, n: 3, reason: 'It says another thing.' })
    await reaffirmVote(deps, tomasz, { ballotId })
    const { outcome } = await closeBallot(deps, moderator, { ballotId, reason: 'Everybody has voted.' })
    expect(outcome?.freshness).toMatchObject({ reaffirmed: 1 })
    const fault = (await checkRecord(deps)).fault
    expect(fault).toBeNull()
    expect(judge(await bundleOf(deps, 'members'))).toEqual({ ours: null, other: null })
    expect(outcome?.result).toBe('adopted')
    const [objection] = await deps.store.read.select().from(objections).where(eq(objections.draftId, draftId))
    const settled = { disposition: 'minority-note', reason: 'It stands beside the text.' }
    await disposeObjection(deps, moderator, { objectionId: objection?.id ?? '', ...settled })
    await publishVersion(deps, moderator, { draftId, note: 'New.' })
    expect(judge(await bundleOf(deps))).toEqual({ ours: null, other: null })
    const papers = (await bundleOf(deps))
      .map((line) => JSON.parse(line))
      .filter((one) => one.kind === 'paper' && one.ballotId === ballotId)
    const said = papers.map(({ kind, ballotId, id, receipt, ...rest }) => Object.keys(rest).join(' ')).sort()
    const links = names === 'shown' ? ['reaffirms', 'replaces'] : []
    const inForm = (...members: string[]) => [...members, 'replaced'].sort().join(' ')
    const replaced = inForm(...links.slice(1))
    const stale = inForm('covered', ...links.slice(1))
    const counted = inForm('choice', 'covered', 'marks', 'reason', ...links)
    expect(said).toEqual([replaced, replaced, stale, stale, stale, counted].sort())
    const isStale = (line: string) => line.includes('"kind":"paper"') && line.includes(ballotId) && /covered/.test(line)
    for (const [from, to] of [
      [/"kind":"paper"/, '"choice":"agree","kind":"paper"'],
      [/"choice":"agree",/, ''],
      [/"replaced":false/, '"replaced":true'],
    ] as const) {
      const planted = (await bundleOf(deps)).map((line) => (isStale(line) ? line.replace(from, to) : line))
      expect(Object.values(judge(planted))).not.toContain(null)
    }
    await redactDraft(deps, moderator, { draftId, words: 'compute', reason: 'A court asked for it.' })
    await redactDraft(deps, moderator, { draftId, words: 'reserve', reason: 'A court asked again.' })
    expect((await checkRecord(deps)).fault).toBeNull()
    const lines = await bundleOf(deps)
    expect(lines.filter((line) => line.startsWith('{"content":null'))).toHaveLength(2)
    expect(judge(lines)).toEqual({ ours: null, other: null })
    const lied = lines.map((line) =>
      line.startsWith('{"content":null') ? line.replace(/"title":"./, '"title":"x') : line,
    )
    expect(Object.values(judge(lied)).map((words) => /snapshot .*parts/.test(words ?? ''))).toEqual([true, true])
  },
)

const boxes = [
  ['approval', [{ a: 1, b: 1 }, { b: 1 }, { b: 1, 'status-quo': 1 }, { a: 1 }]],
  ['score', [{ a: 5, b: 2 }, { b: 3 }, { 'status-quo': 1, b: 5 }, { a: 1 }]],
  [
    'ranked',
    [
      { a: 1, b: 2, 'status-quo': 3 },
      { b: 1, a: 2 },
      { b: 1, 'status-quo': 2 },
      { a: 2, b: 2 },
    ],
  ],
] as const

it.each(boxes)('[R14] a ballot between options is counted again by %s', async (rule, marks) => {
  const { deps, owner, voters, moderator } = await bundleWorld()
  const people = [owner, ...voters]
  const { id: ballotId } = await askBallot(deps, moderator, {
    entry: { kind: 'concept', slug: 'windfall' },
    question: 'What shall we call it?',
    options: ['Windfall', 'Windfalls'],
    rule,
    quorum: 1,
    closesAt: deps.now() + 10 * 60_000,
    electorate: people.map(({ actorId }) => actorId),
    names: 'shown',
  })
  for (const [i, mark] of marks.entries()) {
    await castVote(deps, people[i] ?? null, { ballotId, choice: 'agree', marks: { ...mark } })
  }
  const { outcome } = await closeBallot(deps, moderator, { ballotId, reason: 'Everybody has voted.' })
  expect(outcome?.options?.winner).toBe('b')
  expect((await checkRecord(deps)).fault).toBeNull()
  const lines = await bundleOf(deps)
  expect(judge(lines)).toEqual({ ours: null, other: null })
  const lied = lines.map((line) => line.replace('"winner":"b"', '"winner":"a"'))
  expect(Object.values(judge(lied))).not.toContain(null)
})
