import type { Result } from '../ballots/ballot.ts'
import type { SignalState } from './ledger.ts'

/** A falsification signal as far as its moves depend on it. */
export interface SignalCase {
  state: SignalState
  /** A ballot about what was reported is open. */
  ballotOpen: boolean
  /** Until when it could land, in milliseconds since 1970; null where no time was set. */
  bound: number | null
}

export type SignalAct =
  | { kind: 'report' }
  | { kind: 'dispute' }
  | { kind: 'open-ballot' }
  | { kind: 'close-ballot'; result: Result }
  /** Nothing is left of what was reported. */
  | { kind: 'withdraw-report'; now: number }
  /** Somebody looks at the clock. */
  | { kind: 'look'; now: number }
  | { kind: 'set-bound'; bound: number | null; now: number }

/** Where a report stands: where its signal does, or withdrawn ([F18]). */
export type ReportState = SignalState | 'withdrawn'

/** Is a report on its way to a ballot ([F8])? */
export function isOpenReport(state: ReportState): state is 'reported' | 'contested' {
  return state === 'reported' || state === 'contested'
}

/**
 * The signal after an act, or null where the act is not possible ([F8], [F9]). The ballot alone leads to landed and to
 * not landed.
 */
export function moveSignal(signal: SignalCase, act: SignalAct): SignalCase | null {
  const { state, ballotOpen } = signal
  switch (act.kind) {
    case 'report':
      if (state === 'landed') return null
      return isOpenReport(state) ? signal : { ...signal, state: 'reported' }
    case 'dispute':
      return state === 'reported' ? { ...signal, state: 'contested' } : null
    case 'open-ballot':
      return isOpenReport(state) && !ballotOpen ? { ...signal, ballotOpen: true } : null
    case 'close-ballot':
      return isOpenReport(state) && ballotOpen
        ? { ...signal, ballotOpen: false, state: stateAfter(state, act.result) }
        : null
    case 'withdraw-report':
      if (!isOpenReport(state) || ballotOpen) return null
      return { ...signal, state: isOver(signal.bound, act.now) ? 'expired' : 'armed' }
    case 'look':
      return state === 'armed' && isOver(signal.bound, act.now) ? { ...signal, state: 'expired' } : signal
    case 'set-bound':
      return withBound(signal, act.bound, act.now)
  }
}

function stateAfter(state: SignalState, result: Result): SignalState {
  if (result === 'adopted') return 'landed'
  return result === 'rejected' ? 'not-landed' : state
}

function withBound(signal: SignalCase, bound: number | null, now: number): SignalCase {
  const over = isOver(bound, now)
  if (signal.state === 'armed' && over) return { ...signal, bound, state: 'expired' }
  if (signal.state === 'expired' && !over) return { ...signal, bound, state: 'armed' }
  return { ...signal, bound }
}

function isOver(bound: number | null, now: number): boolean {
  return bound !== null && bound <= now
}
