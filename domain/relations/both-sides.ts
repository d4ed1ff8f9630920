import type { RelationKind } from '../entries/kinds.ts'
import type { RelatedPair } from './relate-pairs.ts'

/** Where a pair stands between its two sides; `derived` for twins ([B3], [B4]). */
export const relationStates = ['confirmed', 'declared-by-one', 'disputed', 'declined', 'derived'] as const
export type RelationState = (typeof relationStates)[number]

export const relationStateLabels: Record<Exclude<RelationState, 'derived'>, string> = {
  confirmed: 'Confirmed',
  'declared-by-one': 'Declared by one',
  disputed: 'Disputed',
  declined: 'Declined',
}

/** Reads the kind of a declared relation; null for any other word. */
export function asRelationKind(named: unknown): RelationKind | null {
  return named === 'conflict' || named === 'complement' ? named : null
}

export const relationAnswers = ['confirm', 'dispute'] as const
export type RelationAnswer = (typeof relationAnswers)[number]

/** A version of an entry, as far as it declares. */
export interface DeclaringVersion {
  n: number
  kind: 'import' | 'publish' | 'rollback' | 'withdraw'
  declarations: readonly { kind: RelationKind; to: string; rationale: string }[]
}

/** Since when a declaration stands without a break. */
export interface Run {
  /** Number of the version. */
  since: number
  /** That version was imported. */
  imported: boolean
}

/** The run of a declaration of the current version ([B1]); null where the current version does not declare it. */
export function runOf(
  versions: readonly DeclaringVersion[],
  { kind, to }: { kind: RelationKind; to: string },
): Run | null {
  const latestFirst = [...versions].sort((a, b) => b.n - a.n)
  let run: Run | null = null
  let words: string | null = null
  for (const version of latestFirst) {
    if (version.kind === 'withdraw') break
    const said = version.declarations.find((one) => one.kind === kind && one.to === to)
    if (!said) break
    const reason = said.rationale.trim().replace(/\s+/g, ' ')
    if (words !== null && reason !== words) break
    words = reason
    run = { since: version.n, imported: version.kind === 'import' }
  }
  return run
}

/** How the thread of a dispute ended, or that it has not ([B9]). */
export type DisputeState = 'argued' | 'upheld' | 'set-aside'

export interface GivenAnswer {
  id: string
  /** The run it belongs to ([B2]). */
  since: number
  at: number
  answer: RelationAnswer
  /** Null for a confirmation. */
  dispute: DisputeState | null
}

/** Reads a dispute's state from its thread ([B9]). */
export function disputeState(thread: { state: 'open' | 'resolved'; outcome: string | null }): DisputeState {
  if (thread.state === 'open') return 'argued'
  return thread.outcome === 'wording-adopted' ? 'upheld' : 'set-aside'
}

export interface DeclarationState<T extends GivenAnswer = GivenAnswer> {
  state: Exclude<RelationState, 'derived'>
  /** The answer that counts; null where none does. */
  by: T | null
}

/** Where one declaration stands ([B2], [B3], [B5]). */
export function declarationState<T extends GivenAnswer>(run: Run, answers: readonly T[]): DeclarationState<T> {
  const counting = answers.filter(({ since, dispute }) => since === run.since && dispute !== 'set-aside').sort(latest)
  const argued = counting.find(({ dispute }) => dispute === 'argued')
  if (argued) return { state: 'disputed', by: argued }
  const [by = null] = counting
  if (by) return { state: by.answer === 'confirm' ? 'confirmed' : 'declined', by }
  return { state: run.imported ? 'confirmed' : 'declared-by-one', by: null }
}

function latest(a: GivenAnswer, b: GivenAnswer): number {
  if (a.at !== b.at) return b.at - a.at
  return a.id < b.id ? 1 : -1
}

/** The one declaration of a pair that the other side answers; null where there is none ([B4]). */
export function waitingFor(pair: Pick<RelatedPair, 'a' | 'b' | 'kind' | 'declaredBy'>) {
  const [from, second] = pair.declaredBy
  if (pair.kind === 'twin' || from === undefined || second !== undefined) return null
  return { from, kind: pair.kind, to: from === pair.a ? pair.b : pair.a }
}

export type AnswerDecision = 'answer' | 'argued' | 'confirmed-already'

/** May the declaration be answered so now ([B8])? Who may is asked elsewhere. */
export function decideAnswer(state: RelationState, answer: RelationAnswer): AnswerDecision {
  if (state === 'disputed') return 'argued'
  return answer === 'confirm' && state === 'confirmed' ? 'confirmed-already' : 'answer'
}

/** What somebody is to a dispute. */
export interface DisputeParty {
  disputant: boolean
  /** Of the declaring side. */
  declarer: boolean
  moderator: boolean
}

/** The outcomes that this person may give the thread of a dispute ([B10]). */
export function disputeOutcomes({ disputant, declarer, moderator }: DisputeParty): ('set-aside' | 'wording-adopted')[] {
  if (disputant) return ['set-aside']
  if (declarer) return ['wording-adopted']
  return moderator ? ['wording-adopted', 'set-aside'] : []
}

/** What the outcomes of a dispute mean, said to who chooses one. */
export const disputeOutcomeLabels = {
  'wording-adopted': 'Upheld: the declaration is withdrawn or reworded in the next version',
  'set-aside': 'Set aside: the declaration stands as before',
} as const
