import { holds } from '../support/reading.ts'

/** Where a member may stand on a strategy: the words that also describe people on the record. */
export const memberPositions = [
  'endorses',
  'conditional',
  'mixed',
  'evolved-toward',
  'evolved-away',
  'opposes',
] as const
export type MemberPosition = (typeof memberPositions)[number]

export const memberPositionWords: Record<MemberPosition, { label: string; meaning: string }> = {
  endorses: { label: 'Endorses', meaning: 'I am for it.' },
  conditional: { label: 'Conditional', meaning: 'I am for it if the conditions that I name hold.' },
  mixed: { label: 'Mixed', meaning: 'I support parts of it and object to others.' },
  'evolved-toward': { label: 'Evolved toward', meaning: 'I was not convinced before; now I am for it.' },
  'evolved-away': { label: 'Evolved away', meaning: 'I was for it before; I am not any more.' },
  opposes: { label: 'Opposes', meaning: 'I am against it.' },
}

/** What one statement did to its member's position ([F13], [F17]). */
export const statementActs = ['taken', 'changed', 'reaffirmed', 'withdrawn'] as const
export type StatementAct = (typeof statementActs)[number]

/** One thing a member said about their position; the last one counts. */
export interface Statement {
  id: string
  actorId: string
  /** 1 for the first statement of this member about this strategy. */
  n: number
  act: StatementAct
  /** Null for a withdrawal. */
  position: MemberPosition | null
  /** “I would drop this if …”, in the member's own words; may be empty. */
  exit: string
  /** The falsification signal that would move the member; null where none was named. */
  exitSignalId: string | null
}

/** The last statement of each member, withdrawals left out, in the order in which the members first spoke ([F13]). */
export function presentPositions<S extends Statement>(statements: readonly S[]): S[] {
  return lastStatements(statements).filter(({ position }) => position !== null)
}

/** The last statement of each member who withdrew, in the order in which the members first spoke ([F13]). */
export function withdrawnPositions<S extends Statement>(statements: readonly S[]): S[] {
  return lastStatements(statements).filter(({ position }) => position === null)
}

function lastStatements<S extends Statement>(statements: readonly S[]): S[] {
  const last = new Map<string, S>()
  for (const statement of statements) {
    const known = last.get(statement.actorId)
    if (!known || known.n < statement.n) last.set(statement.actorId, statement)
  }
  return [...last.values()]
}

type Words = Pick<Statement, 'position' | 'exit' | 'exitSignalId'> & { reason: string }

/** Does a statement only repeat the last one ([F13])? */
export function repeats(last: Words | undefined, next: Words): boolean {
  if (!last) return false
  return (['position', 'exit', 'exitSignalId', 'reason'] as const).every((one) => last[one] === next[one])
}

/** How many hold each position, in the order of the words; those that nobody holds have 0. */
export function countPositions(present: readonly Pick<Statement, 'position'>[]): { id: MemberPosition; n: number }[] {
  return memberPositions.map((id) => ({ id, n: present.filter(({ position }) => position === id).length }))
}

/** What would move members, by how many it would move ([F16]). `signalId` null: each by words of their own. */
export interface Mover {
  signalId: string | null
  n: number
}

/** The signals by how many members they would move, the strongest first, words of one's own last ([F16]). */
export function movers(present: readonly Pick<Statement, 'exit' | 'exitSignalId'>[]): Mover[] {
  const bySignal = new Map<string, number>()
  for (const { exitSignalId } of present) {
    if (exitSignalId !== null) bySignal.set(exitSignalId, (bySignal.get(exitSignalId) ?? 0) + 1)
  }
  const signals = [...bySignal]
    .map(([signalId, n]) => ({ signalId, n }))
    .sort((a, b) => b.n - a.n || (a.signalId < b.signalId ? -1 : 1))
  const own = present.filter(({ exit }) => exit.trim() !== '').length
  return own > 0 ? [...signals, { signalId: null, n: own }] : signals
}

/** What a new statement does ([F13], [F17]). @param asked the member is asked after a signal landed. */
export function actOf(
  before: Pick<Statement, 'position'> | undefined,
  position: MemberPosition | null,
  asked: boolean,
): StatementAct {
  if (position === null) return 'withdrawn'
  if (!before || before.position === null) return 'taken'
  return asked && before.position === position ? 'reaffirmed' : 'changed'
}

/** One member who was asked when a signal landed, with the position they then answered with. */
export interface Call {
  actorId: string
  /** Undefined while they have not answered; null where they withdrew. */
  answer: MemberPosition | null | undefined
}

/** “Held after the signal landed: n of m” ([F17]). */
export function heldAfter(calls: readonly Call[]): { held: number; asked: number; open: number } {
  return {
    held: calls.filter(({ answer }) => answer != null && holds(answer)).length,
    asked: calls.length,
    open: calls.filter(({ answer }) => answer === undefined).length,
  }
}

/** Who is asked when a signal lands: everybody who then is a member and holds the strategy ([F17]). */
export function whoIsAsked(statements: readonly Statement[], members: ReadonlySet<string>): string[] {
  return presentPositions(statements)
    .filter(({ actorId, position }) => position !== null && holds(position) && members.has(actorId))
    .map(({ actorId }) => actorId)
}
