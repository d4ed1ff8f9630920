import { findActorName, findActorNames } from '../../db/queries/actors.ts'
import { findCase, listCasesOf, listFlags } from '../../db/queries/moderation.ts'
import { listWithheld } from '../../db/queries/withheld.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Due } from '../../domain/moderation/cases.ts'
import { appealTime, conflictWords, decideAppealing, dueOf, holderOf } from '../../domain/moderation/cases.ts'
import { readRef } from '../../domain/moderation/refs.ts'
import type {
  AppealState,
  CaseAct,
  CaseKind,
  DecisionReason,
  FlagReason,
  ThingKind,
} from '../../domain/moderation/words.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { loadCase } from '../usecases/moderation/case-access.ts'
import { fittingActs } from '../usecases/moderation/decide-case.ts'
import { findThing } from '../usecases/moderation/thing-access.ts'
import { hiddenWords } from './hidden-words.ts'

/** What was decided, as far as its reader may know. */
export interface Decided {
  act: CaseAct
  reason: DecisionReason
  words: string
  at: number
  until: number | null
  /** Null for the author. */
  by: string | null
}

export interface Appeal {
  state: AppealState
  text: string
  at: number | null
  words: string | null
  decidedAt: number | null
  /** Null for the author. */
  by: string | null
}

export interface CasePage {
  id: string
  kind: CaseKind
  thingKind: ThingKind
  revision: number
  openedAt: number
  due: Due
  /** Where it stands; null where it is not there any more. */
  place: { title: string; href: string } | null
  /** What it says, kept apart or not. */
  text: string
  waits: boolean
  author: string | null
  /** How often something of the same author was decided against them before. */
  before: number
  flags: { by: string; reason: FlagReason; words: string; at: number }[]
  holder: { name: string; mine: boolean } | null
  /** Why this moderator may not decide it; null where they may. */
  conflict: string | null
  acts: CaseAct[]
  decided: Decided | null
  appeal: Appeal | null
}

/** A case for whoever moderates. @throws AppError `not-found`, `not-allowed`, `signed-out`. */
export async function casePage(deps: Deps, viewer: Viewer | null, id: string): Promise<CasePage> {
  const q = deps.store.read
  const { by, row, found, conflict } = await loadCase(q, viewer, id)
  const now = deps.now()
  const holder = holderOf(row, now)
  const voices = await listFlags(q, id)
  const names = await findActorNames(q, [
    ...voices.map(({ actorId }) => actorId),
    ...[row.authorId, holder, row.decidedBy, row.appealDecidedBy].filter((one) => one !== null),
  ])
  const nameOf = (actorId: string | null) => (actorId === null ? null : (names.get(actorId) ?? ''))
  const kept = (await hiddenWords(q, by, [{ thing: row.thing, authorId: row.authorId }])).get(row.thing)
  const appeals = row.appeal === 'open'
  const earlier = row.authorId === null ? [] : await listCasesOf(q, row.authorId)
  return {
    id,
    kind: row.kind,
    thingKind: row.thingKind,
    revision: row.revision,
    openedAt: row.openedAt,
    due: dueOf(appeals ? 'appeal' : row.kind, (appeals ? row.appealedAt : row.openedAt) ?? 0, now),
    place: found && { title: found.title, href: found.href },
    text: kept?.words ?? found?.text ?? '',
    waits: kept?.waits ?? false,
    author: nameOf(row.authorId),
    before: earlier.filter((one) => one.id !== id && one.act !== 'keep' && one.appeal !== 'reversed').length,
    flags: voices.map(({ actorId, reason, words, at }) => ({ by: nameOf(actorId) ?? '', reason, words, at })),
    holder: holder === null ? null : { name: nameOf(holder) ?? '', mine: holder === by.actorId },
    conflict: conflict && conflictWords[conflict],
    acts: await fittingActs(q, by, found),
    decided: decidedOf(row, nameOf(row.decidedBy)),
    appeal: appealOf(row, nameOf(row.appealDecidedBy)),
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof findCase>>>

function decidedOf({ act, reason, words, decidedAt, until }: Row, by: string | null): Decided | null {
  if (act === null || reason === null || decidedAt === null) return null
  return { act, reason, words: words ?? '', at: decidedAt, until, by }
}

function appealOf(row: Row, by: string | null): Appeal | null {
  if (row.appeal === 'none') return null
  const { appeal: state, appealText, appealedAt: at, appealWords: words, appealDecidedAt: decidedAt } = row
  return { state, text: appealText ?? '', at, words, decidedAt, by }
}

export interface OwnCase {
  id: string
  thingKind: ThingKind
  place: { title: string; href: string } | null
  text: string
  decided: Decided
  appeal: Appeal | null
  mayAppeal: boolean
  /** Until when an appeal can be made. */
  appealUntil: number
}

/** A decision about what its reader wrote, or asked to have corrected. @throws AppError `not-found`, `signed-out`. */
export async function ownCasePage(deps: Deps, viewer: Viewer | null, id: string): Promise<OwnCase> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see this.')
  const q = deps.store.read
  const row = await findCase(q, id)
  const decided = row && decidedOf(row, null)
  // Where nothing came of a flag, its author does not hear of it.
  const silent = row?.act === 'keep' && row.kind === 'flags'
  const asked = row?.kind === 'correction' && (await listFlags(q, id)).some(({ actorId }) => actorId === viewer.actorId)
  if (!row || !decided || silent || !(asked || row.authorId === viewer.actorId)) {
    throw new AppError('not-found', 'There is no such decision about you.')
  }
  const ref = readRef(row.thing)
  const found = ref && (await findThing(q, viewer, ref))
  const kept = (await listWithheld(q, [row.thing])).size > 0
  const words = kept ? await hiddenWords(q, viewer, [{ thing: row.thing, authorId: row.authorId }]) : new Map()
  return {
    id,
    thingKind: row.thingKind,
    place: found && { title: found.title, href: found.href },
    text: words.get(row.thing)?.words ?? found?.text ?? '',
    decided,
    appeal: appealOf(row, null),
    mayAppeal: decideAppealing(row, viewer.actorId, deps.now()) === 'go',
    appealUntil: decided.at + appealTime,
  }
}

export interface OwnCases {
  cases: { id: string; thingKind: ThingKind; act: CaseAct; at: number; appeal: AppealState }[]
  /** Until when the reader's account is suspended; undefined where it is not. */
  suspended: boolean
  name: string
}

/** All decisions about what their reader wrote, the latest first. @throws AppError `signed-out`. */
export async function ownCases(deps: Deps, viewer: Viewer | null): Promise<OwnCases> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see this.')
  const q = deps.store.read
  const rows = await listCasesOf(q, viewer.actorId)
  return {
    cases: rows.flatMap(({ id, thingKind, act, decidedAt, appeal }) =>
      act === null || decidedAt === null ? [] : [{ id, thingKind, act, at: decidedAt, appeal }],
    ),
    suspended: viewer.suspended,
    name: await findActorName(q, viewer.actorId),
  }
}
