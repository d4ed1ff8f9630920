import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../domain/ballots/ballot.ts'
import { pageUrl, referenceFault } from '../../domain/citing/reference.ts'
import { signalStates } from '../../domain/signals/ledger.ts'
import type { SignalAct, SignalCase } from '../../domain/signals/machine.ts'
import { isOpenReport, moveSignal } from '../../domain/signals/machine.ts'
import { mayCloseReportBallot, reportBallotFault } from '../../domain/signals/report-ballot.ts'
import { isDue, reviewFault, signalWords } from '../../domain/signals/signal.ts'
import { endOfDay, startOfDay } from '../../domain/text/day.ts'

const results: Result[] = ['adopted', 'rejected', 'no-quorum', 'blocked']
const time = fc.integer({ min: 0, max: 100 })
const act: fc.Arbitrary<SignalAct> = fc.oneof(
  fc.constantFrom<SignalAct>({ kind: 'report' }, { kind: 'dispute' }, { kind: 'open-ballot' }),
  fc.constantFrom(...results).map((result): SignalAct => ({ kind: 'close-ballot', result })),
  time.map((now): SignalAct => ({ kind: 'look', now })),
  time.map((now): SignalAct => ({ kind: 'withdraw-report', now })),
  fc.tuple(fc.option(time), time).map(([bound, now]): SignalAct => ({ kind: 'set-bound', bound, now })),
)
const armed: SignalCase = { state: 'armed', ballotOpen: false, bound: null }

/** The cases that a run of acts goes through; acts that are not possible are passed over. */
function run(acts: readonly SignalAct[]): { before: SignalCase; act: SignalAct; after: SignalCase }[] {
  const steps = []
  let now = armed
  for (const one of acts) {
    const after = moveSignal(now, one)
    if (!after) continue
    steps.push({ before: now, act: one, after })
    now = after
  }
  return steps
}

describe('the life of a signal', () => {
  it('[F9] reaches landed and not landed by the closing of an open ballot and by nothing else', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        for (const { before, act: one, after } of run(acts)) {
          const decided = after.state === 'landed' || after.state === 'not-landed'
          if (!decided || after.state === before.state) continue
          expect(one.kind).toBe('close-ballot')
          expect(before.ballotOpen).toBe(true)
          expect(isOpenReport(before.state)).toBe(true)
        }
      }),
    )
  })

  it('[F8] [F9] keeps a ballot only while a report is open, and one at most', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        for (const { before, act: one, after } of run(acts)) {
          if (after.ballotOpen) expect(isOpenReport(after.state)).toBe(true)
          if (one.kind === 'open-ballot') expect(before.ballotOpen).toBe(false)
        }
      }),
    )
  })

  it('[F8] has no dead end: from wherever a run leads, every state but the one it is in can be reached or was decided', () => {
    const acts: SignalAct[] = [
      { kind: 'report' },
      { kind: 'dispute' },
      { kind: 'open-ballot' },
      ...results.map((result): SignalAct => ({ kind: 'close-ballot', result })),
      { kind: 'set-bound', bound: 1, now: 2 },
      { kind: 'set-bound', bound: null, now: 2 },
    ]
    const reachable = (from: SignalCase) => {
      const seen = new Map([[JSON.stringify(from), from]])
      for (const one of seen.values()) {
        for (const next of acts) {
          const after = moveSignal(one, next)
          if (after) seen.set(JSON.stringify(after), after)
        }
      }
      return new Set([...seen.values()].map(({ state }) => state))
    }
    expect([...reachable(armed)].sort()).toEqual([...signalStates].sort())
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (some) => {
        const last = run(some).at(-1)?.after ?? armed
        if (last.state === 'landed') return
        expect(reachable(last)).toContain('landed')
        expect(reachable(last)).toContain('not-landed')
      }),
    )
  })

  it('[F8] stays where it is without a quorum, and can then be voted on again', () => {
    for (const state of ['reported', 'contested'] as const) {
      const voted = moveSignal({ ...armed, state, ballotOpen: true }, { kind: 'close-ballot', result: 'no-quorum' })
      expect(voted).toEqual({ ...armed, state })
      expect(voted && moveSignal(voted, { kind: 'open-ballot' })).toMatchObject({ ballotOpen: true })
    }
  })

  it('[F18] goes back to armed or expired when nothing is left of a report, and not while its ballot is open', () => {
    for (const state of ['reported', 'contested'] as const) {
      const left = (change: Partial<SignalCase>) =>
        moveSignal({ ...armed, state, ...change }, { kind: 'withdraw-report', now: 10 })
      expect(left({})?.state).toBe('armed')
      expect(left({ bound: 10 })?.state).toBe('expired')
      expect(left({ bound: 11 })?.state).toBe('armed')
      expect(left({ ballotOpen: true })).toBeNull()
    }
    for (const state of ['armed', 'landed', 'not-landed', 'expired'] as const) {
      expect(moveSignal({ ...armed, state }, { kind: 'withdraw-report', now: 10 })).toBeNull()
    }
  })

  it('[F8] landed is left behind by nothing that is done to the same words', () => {
    fc.assert(
      fc.property(act, (one) => {
        const landed: SignalCase = { ...armed, state: 'landed' }
        expect(moveSignal(landed, one)?.state ?? 'landed').toBe('landed')
      }),
    )
  })

  it('[F8] expires when its bound has passed, and only while it is armed', () => {
    for (const state of signalStates) {
      const moved = moveSignal({ ...armed, state, bound: 10 }, { kind: 'look', now: 10 })
      expect(moved?.state).toBe(state === 'armed' ? 'expired' : state)
      expect(moveSignal({ ...armed, state, bound: 10 }, { kind: 'look', now: 9 })?.state).toBe(state)
    }
    expect(
      moveSignal({ ...armed, state: 'expired', bound: 10 }, { kind: 'set-bound', bound: 30, now: 20 })?.state,
    ).toBe('armed')
  })
})

describe('a ballot about a report', () => {
  const day = 24 * 60 * 60_000
  const ok = { closesAt: day, quorum: { share: 0.25 }, electorate: 5 }

  it('[F19] is open for a day and asks for a quarter of the electorate, at least', () => {
    expect(reportBallotFault(ok, 0)).toBeNull()
    // A minute may pass between choosing “in a day” and sending it.
    expect(reportBallotFault(ok, 30_000)).toBeNull()
    expect(reportBallotFault(ok, 120_000)?.field).toBe('closesAt')
    expect(reportBallotFault({ ...ok, quorum: 1 }, 0)?.field).toBe('quorum')
    expect(reportBallotFault({ ...ok, quorum: 1, electorate: 4 }, 0)).toBeNull()
    expect(reportBallotFault({ ...ok, quorum: { share: 0.01 }, electorate: 5 }, 0)?.field).toBe('quorum')
  })

  it('[F19] is closed early after a day, or when everybody has voted', () => {
    const open = { opensAt: 5, turnout: 4, electorate: 5 }
    expect(mayCloseReportBallot(open, 5 + day - 1)).toBe(false)
    expect(mayCloseReportBallot(open, 5 + day)).toBe(true)
    expect(mayCloseReportBallot({ ...open, turnout: 5 }, 6)).toBe(true)
  })
})

describe('what a signal and a report consist of', () => {
  it('[F7] the words, formatting and spacing apart', () => {
    const plain = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'One  two\nthree ' }] }]
    expect(signalWords(plain)).toBe('One two three')
    expect(signalWords(undefined)).toBe('')
  })

  it('[F10] a source leads to a page on the web, on a day that has come', () => {
    const now = Date.UTC(2026, 10, 24, 12)
    const ok = { url: 'https://example.org/a', date: '2026-11-24' }
    expect(referenceFault(ok, now)).toBeNull()
    for (const url of [
      '',
      '  ',
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.c',
      '/signals',
      'example.org',
      'https://a b',
    ]) {
      expect([url, referenceFault({ ...ok, url }, now)?.field]).toEqual([url, 'url'])
      expect(pageUrl(url)).toBeNull()
    }
    for (const date of ['', '24.11.2026', '2026-02-30', '2026-13-01', '2026-11-26', '2027-01-01']) {
      expect([date, referenceFault({ ...ok, date }, now)?.field]).toEqual([date, 'date'])
    }
  })

  it('[F11] is due when its review has come, unless it landed or is on its way to a ballot', () => {
    for (const state of signalStates) {
      const open = state === 'armed' || state === 'not-landed' || state === 'expired'
      expect([state, isDue({ state, reviewAt: 5 }, 5)]).toEqual([state, open])
      expect(isDue({ state, reviewAt: 6 }, 5)).toBe(false)
    }
  })

  it('[F11] sets the next review from tomorrow to two years away', () => {
    const now = Date.UTC(2026, 10, 24, 12)
    const fault = (day: string, at = now) => reviewFault(startOfDay(day), at)
    expect([fault('2026-11-25'), fault('2027-05-24'), fault('2028-11-23')]).toEqual([null, null, null])
    for (const day of ['2026-11-24', '2026-11-23', '2029-01-01', 'soon', '2026-02-30'])
      expect(fault(day)).not.toBeNull()
    for (const hour of [0, 13, 23]) {
      expect(fault('2026-11-25', Date.UTC(2026, 10, 24, hour, 59))).toBeNull()
      expect(fault('2026-11-24', Date.UTC(2026, 10, 24, hour, 59))).not.toBeNull()
    }
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'))
  })
})
