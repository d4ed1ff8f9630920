import { describe, expect, it } from 'vitest'
import { readOpening, typedOpening } from '../../../app/features/ballots/read-opening.ts'

const now = Date.UTC(2026, 10, 24, 12)

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one)
  return data
}

describe('the form that opens a ballot', () => {
  it('reads the share of the chosen rule only, and percentages as shares', () => {
    const fields = { rule: 'consensus', 'p-supermajority': '66.67', 'p-consensus': '80 %', quorumKind: 'share' }
    const opening = readOpening(form({ ...fields, quorumShare: '33,3', closes: '1h' }), now)
    expect(opening).toMatchObject({ parameters: { p: 0.8 }, quorum: { share: 0.333 }, closesAt: now + 3_600_000 })
  })

  it('takes a moment in UTC where no script says it, and from the script where one does', () => {
    const local = { closes: 'at', closesAt: '2026-12-01T18:00' }
    expect(readOpening(form(local), now).closesAt).toBe(Date.UTC(2026, 11, 1, 18))
    const scripted = { ...local, closesAtUtc: '2026-12-01T17:00:00.000Z' }
    expect(readOpening(form(scripted), now).closesAt).toBe(Date.UTC(2026, 11, 1, 17))
    expect(readOpening(form({ closes: 'at', closesAt: '' }), now).closesAt).toBeNaN()
  })

  it('lists ticked accounts and e-mails together, and members alone', () => {
    const fields = { elector: ['a1', 'b2'], emails: 'ines@example.org, jun@example.org' }
    const listed = readOpening(form({ ...fields, electorate: 'listed' }), now)
    expect(listed.electorate).toEqual(['a1', 'b2', 'ines@example.org', 'jun@example.org'])
    expect(readOpening(form({ ...fields, electorate: 'members' }), now).electorate).toBe('members')
    expect(typedOpening(form(fields)).electors).toBe('a1 b2')
  })

  it('leaves what is no number for the use case to refuse', () => {
    expect(readOpening(form({ quorumKind: 'number', quorumNumber: '' }), now).quorum).toBeNaN()
    expect(readOpening(form({ rule: 'supermajority', 'p-supermajority': 'most' }), now).parameters?.p).toBeNaN()
  })
})
