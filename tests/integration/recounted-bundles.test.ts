import { expect, it } from 'vitest'
import { askBallot } from '../../server/usecases/ballots/ask-ballot.ts'
import { castVote } from '../../server/usecases/ballots/cast-vote.ts'
import { closeBallot } from '../../server/usecases/ballots/close-ballot.ts'
import { redactDraft } from '../../server/usecases/drafts/redact-draft.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { amendedWorld } from '../factories/amended-world.ts'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'
import { judge } from '../factories/judge-bundle.ts'

it.each(['shown', 'hidden'] as const)(
  '[R14] a ballot whose text was amended is counted again with stale papers, names %s',
  async (names) => {
    const { deps, moderator, draftId, ballotId, outcome, publish } = await amendedWorld(names)
    expect(outcome?.freshness).toMatchObject({ reaffirmed: 1 })
    const fault = (await checkRecord(deps)).fault
    expect(fault).toBeNull()
    expect(judge(await bundleOf(deps, 'members'))).toEqual({ ours: null, other: null })
    expect(outcome?.result).toBe('adopted')
    await publish()
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
