import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choice, Quorum, Tally } from '../../../domain/ballots/ballot.ts'
import { ballotRules, choices } from '../../../domain/ballots/ballot.ts'
import { decide, draftStateAfter } from '../../../domain/ballots/decide.ts'
import { outcomeLabel, outcomeSentence } from '../../../domain/ballots/outcome-words.ts'
import { consensus } from '../../../domain/ballots/rules/consensus.ts'
import { consent } from '../../../domain/ballots/rules/consent.ts'
import { findRule, optionsRules, textRules, withUsual } from '../../../domain/ballots/rules/registry.ts'
import type { TextRule } from '../../../domain/ballots/rules/rule.ts'
import { senseCheck } from '../../../domain/ballots/rules/sense-check.ts'
import { simpleMajority } from '../../../domain/ballots/rules/simple-majority.ts'
import { supermajority } from '../../../domain/ballots/rules/supermajority.ts'
import { unanimity } from '../../../domain/ballots/rules/unanimity.ts'
import { reaches, shareOf, shareWords } from '../../../domain/ballots/share.ts'
import { oneMoreReachesQuorum, quorumNeeded, tallyPapers, turnoutOf } from '../../../domain/ballots/tally.ts'
import type { Cast, Ratio } from './naive-count.ts'
import { naiveResult } from './naive-count.ts'

/** Papers as the ballot box holds them: a voter's new paper marks the old one as replaced. */
function papersOf(casts: readonly Cast[]): { choice: Choice; replaced: boolean }[] {
  const papers = casts.map(({ choice }) => ({ choice, replaced: false }))
  casts.forEach(({ voter }, i) => {
    if (casts.slice(i + 1).some((later) => later.voter === voter)) papers[i]!.replaced = true
  })
  return papers
}

function decideOn(
  rule: TextRule,
  tally: Tally,
  options: { quorum?: Quorum; electorate?: number; open?: number; p?: number },
) {
  const { quorum = 0, electorate = 100, open = 0, p } = options
  const parameters = withUsual(rule, p === undefined ? {} : { p })
  return decide({ rule, parameters, quorum, electorate, tally, openObjections: open })
}

const tallyOf = (agree: number, reservations: number, abstain: number, object: number): Tally => ({
  agree,
  reservations,
  abstain,
  object,
})

const anyTally = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30))
  .map(([agree, reservations, abstain, object]) => ({ agree, reservations, abstain, object }))
const anyHistory = fc.array(fc.record({ voter: fc.nat(11), choice: fc.constantFrom(...choices) }), { maxLength: 40 })

describe('a tally', () => {
  it('[B4] conserves votes: its numbers add up to the people who voted', () => {
    fc.assert(
      fc.property(anyHistory, (casts) => {
        expect(turnoutOf(tallyPapers(papersOf(casts)))).toBe(new Set(casts.map(({ voter }) => voter)).size)
      }),
    )
  })

  it('[B4] does not depend on the order of the papers', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((casts) =>
          fc.tuple(fc.constant(papersOf(casts)), fc.shuffledSubarray(papersOf(casts), { minLength: casts.length })),
        ),
        ([papers, shuffled]) => {
          expect(tallyPapers(shuffled)).toEqual(tallyPapers(papers))
        },
      ),
    )
  })

  it('[B3] counts the last paper of each voter and no other', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(11), fc.constantFrom(...choices), (casts, voter, choice) => {
        const others = casts.filter((cast) => cast.voter !== voter)
        const changed = tallyPapers(papersOf([...casts, { voter, choice }]))
        expect(changed).toEqual(tallyPapers(papersOf([...others, { voter, choice }])))
      }),
    )
  })
})

describe('numbers', () => {
  it('[B6] takes 0.667 and 0.6667 for two thirds, so that two of three reach it', () => {
    expect([2 / 3, 0.667, 0.6667, 0.66666].map((share) => reaches(2, 3, share))).toEqual([true, true, true, true])
    expect(reaches(2, 3, 0.67)).toBe(false)
    expect(shareWords(0.6667)).toBe('two thirds')
  })

  it('[B6] compares exactly where floating point would not', () => {
    // 0.07 * 100 is 7.000000000000001 in floating point.
    expect(reaches(7, 100, 0.07)).toBe(true)
    expect(reaches(4, 5, 0.8)).toBe(true)
    expect(reaches(799, 1000, 0.8)).toBe(false)
    expect(reaches(0, 0, 0.5)).toBe(false)
  })

  it('[B7] rounds a share of the electorate up', () => {
    expect([4, 5, 6, 7].map((all) => quorumNeeded({ share: 0.5 }, all))).toEqual([2, 3, 3, 4])
    expect(quorumNeeded({ share: 0.6667 }, 9)).toBe(6)
    expect(shareOf(100, 0.07)).toBe(7)
    expect(quorumNeeded(3, 100)).toBe(3)
  })
})

describe('simple majority', () => {
  it('[B8] needs more yes than no; a tie changes nothing', () => {
    expect(decideOn(simpleMajority, tallyOf(1, 1, 5, 1), {}).result).toBe('adopted')
    expect(decideOn(simpleMajority, tallyOf(1, 1, 5, 2), {}).result).toBe('rejected')
    expect(decideOn(simpleMajority, tallyOf(0, 0, 5, 0), {}).result).toBe('rejected')
  })
})

describe('supermajority', () => {
  it('[B9] is reached when the share is equalled', () => {
    expect(decideOn(supermajority, tallyOf(1, 1, 9, 1), {}).result).toBe('adopted')
    expect(decideOn(supermajority, tallyOf(2, 1, 0, 2), {}).result).toBe('rejected')
    expect(decideOn(supermajority, tallyOf(3, 0, 0, 1), { p: 0.75 }).result).toBe('adopted')
  })
})

describe('consensus', () => {
  it('[B10] is blocked by one open objection, whoever raised it', () => {
    expect(decideOn(consensus, tallyOf(4, 0, 0, 1), { open: 0 }).result).toBe('adopted')
    expect(decideOn(consensus, tallyOf(4, 0, 0, 1), { open: 1 }).result).toBe('blocked')
    expect(decideOn(consensus, tallyOf(5, 0, 0, 0), { open: 1 }).result).toBe('blocked')
    expect(decideOn(consensus, tallyOf(3, 0, 0, 1), { open: 1 }).result).toBe('rejected')
  })
})

describe('consent', () => {
  it('[B23] asks for one yes and no share', () => {
    expect(decideOn(consent, tallyOf(1, 0, 0, 9), {}).result).toBe('adopted')
    expect(decideOn(consent, tallyOf(0, 1, 9, 0), {}).result).toBe('adopted')
    expect(decideOn(consent, tallyOf(0, 0, 9, 0), {}).result).toBe('rejected')
  })

  it('[B23] is blocked by one standing objection, however many agree', () => {
    expect(decideOn(consent, tallyOf(90, 0, 0, 1), { open: 1 }).result).toBe('blocked')
    expect(decideOn(consent, tallyOf(0, 0, 0, 1), { open: 1 }).result).toBe('rejected')
  })

  it('[B23] differs from consensus exactly where the share of yes is missed or nobody votes yes', () => {
    fc.assert(
      fc.property(anyTally, fc.nat(2), (tally, open) => {
        const [one, other] = [decideOn(consent, tally, { open }), decideOn(consensus, tally, { open })]
        const yes = tally.agree + tally.reservations
        const missed = yes > 0 && !reaches(yes, yes + tally.object, 0.8)
        expect(one.result === other.result).toBe(!missed)
      }),
    )
  })
})

describe('unanimity', () => {
  it('[B24] is undone by one objecting paper and by no abstention', () => {
    expect(decideOn(unanimity, tallyOf(1, 1, 8, 0), {}).result).toBe('adopted')
    expect(decideOn(unanimity, tallyOf(9, 0, 0, 1), {}).result).toBe('rejected')
    expect(decideOn(unanimity, tallyOf(0, 0, 8, 0), {}).result).toBe('rejected')
  })
})

describe('a sense check', () => {
  it('[B25] never adopts and says in plain words where people lean', () => {
    const outcome = decideOn(senseCheck, tallyOf(5, 2, 1, 2), { quorum: 3 })
    expect(outcome.result).toBe('sensed')
    expect(outcomeLabel(outcome, 'sense')).toBe('7 of 9 lean towards it')
    const one = decideOn(senseCheck, tallyOf(1, 0, 1, 1), {})
    expect(outcomeLabel(one, 'sense')).toBe('1 of 2 leans towards it')
    expect(outcomeLabel(decideOn(senseCheck, tallyOf(0, 0, 2, 0), {}), 'sense')).toBe('Nobody leans either way')
  })
})

describe('the registry', () => {
  it('offers every rule that is named anywhere', () => {
    expect([...textRules, ...optionsRules].map(({ id }) => id).sort()).toEqual([...ballotRules].sort())
    for (const id of ballotRules) expect(findRule(id)?.id).toBe(id)
    expect(findRule('coin-toss')).toBeUndefined()
  })
})

describe.each(textRules.map((rule) => [rule.id, rule] as const))('every rule: %s', (id, rule) => {
  const best = rule.binding ? 'adopted' : 'sensed'
  const quorums = fc.oneof(
    fc.nat(40),
    fc.integer({ min: 1, max: 100 }).map((percent) => ({ share: percent / 100 })),
  )

  it('[B11] decides something for every count, with a sentence for each requirement', () => {
    fc.assert(
      fc.property(anyTally, quorums, fc.nat(3), (tally, quorum, open) => {
        const outcome = decideOn(rule, tally, { quorum, open, electorate: 120 })
        expect(outcome.result === best).toBe(outcome.requirements.every(({ met }) => met))
        for (const { words } of outcome.requirements) expect(words).toMatch(/^[A-Z0-9].*\.$/)
        expect(outcomeSentence(outcome)).toContain(`${outcome.turnout} of 120`)
      }),
    )
  })

  it('[B11] leaves the published version as it is when nobody votes', () => {
    expect(decideOn(rule, tallyOf(0, 0, 0, 0), { quorum: 0 }).result).not.toBe('adopted')
  })

  it('[B12] never undoes an adoption by one more agreement, with or without reservations', () => {
    fc.assert(
      fc.property(
        anyTally,
        quorums,
        fc.constantFrom('agree' as const, 'reservations' as const),
        (tally, quorum, more) => {
          fc.pre(decideOn(rule, tally, { quorum, electorate: 121 }).result === best)
          const after = { ...tally, [more]: tally[more] + 1 }
          expect(decideOn(rule, after, { quorum, electorate: 121 }).result).toBe(best)
        },
      ),
    )
  })

  it('[B5] takes agreement with reservations for a full yes', () => {
    fc.assert(
      fc.property(anyTally, quorums, (tally, quorum) => {
        const merged = { ...tally, agree: tally.agree + tally.reservations, reservations: 0 }
        const options = { quorum, electorate: 120 }
        expect(decideOn(rule, merged, options).result).toBe(decideOn(rule, tally, options).result)
      }),
    )
  })

  it('[B5] lets an abstention change nothing but the quorum', () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        const more = { ...tally, abstain: tally.abstain + 1 }
        expect(decideOn(rule, more, {}).result).toBe(decideOn(rule, tally, {}).result)
      }),
    )
  })

  it('agrees with a second, naive count on random histories', () => {
    const shares: [number | undefined, Ratio][] = [
      [0.6667, [2, 3]],
      [0.75, [3, 4]],
      [0.8, [4, 5]],
      [1, [1, 1]],
    ]
    const quorumPairs: [Quorum, number | Ratio][] = [
      [0, 0],
      [3, 3],
      [{ share: 0.5 }, [1, 2]],
      [{ share: 0.6667 }, [2, 3]],
    ]
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(...shares),
        fc.constantFrom(...quorumPairs),
        fc.nat(2),
        (casts, [p, share], [quorum, naiveQuorum], open) => {
          const outcome = decideOn(rule, tallyPapers(papersOf(casts)), { quorum, electorate: 12, open, p })
          const naive = { rule: id, share, voters: 12, quorum: naiveQuorum, casts, openObjections: open }
          expect(outcome.result).toBe(naiveResult(naive))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('agrees with the naive count on every electorate of up to five', () => {
    let compared = 0
    for (let voters = 1; voters <= 5; voters += 1) {
      for (const casts of everyBallotOf(voters)) {
        const tally = tallyPapers(papersOf(casts))
        for (let quorum = 0; quorum <= voters; quorum += 1) {
          for (const open of [0, 1]) {
            const outcome = decideOn(rule, tally, { quorum, electorate: voters, open, p: 0.75 })
            const naive = { rule: id, share: [3, 4] as Ratio, voters, quorum, casts, openObjections: open }
            if (outcome.result !== naiveResult(naive)) expect({ casts, quorum, open, outcome }).toBe(naiveResult(naive))
            compared += 1
          }
        }
      }
    }
    expect(compared).toBe(44_920)
  })
})

/** Every way in which `voters` people can vote or stay away. */
function everyBallotOf(voters: number): Cast[][] {
  if (voters === 0) return [[]]
  const voter = voters - 1
  return everyBallotOf(voter).flatMap((casts) => [casts, ...choices.map((choice) => [...casts, { voter, choice }])])
}

describe('around a decision', () => {
  it('[B12] the quorum can turn an undecided ballot into a rejection, and the page is told before', () => {
    const before = decideOn(supermajority, tallyOf(0, 0, 1, 3), { quorum: 5, electorate: 10 })
    expect(before.result).toBe('no-quorum')
    expect(oneMoreReachesQuorum(before.turnout, before.quorum)).toBe(true)
    expect(decideOn(supermajority, tallyOf(1, 0, 1, 3), { quorum: 5, electorate: 10 }).result).toBe('rejected')
  })

  it('[B13] promotes what was adopted or blocked and returns the rest', () => {
    expect((['adopted', 'blocked', 'rejected', 'no-quorum'] as const).map(draftStateAfter)).toEqual([
      'promoted',
      'promoted',
      'returned',
      'returned',
    ])
  })
})
