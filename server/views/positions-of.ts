import { listStatements } from '../../db/queries/positions.ts'
import { listOpenCalls, listSignals } from '../../db/queries/signals.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { MemberPosition, StatementAct } from '../../domain/signals/positions.ts'
import { countPositions, movers, presentPositions, withdrawnPositions } from '../../domain/signals/positions.ts'
import type { Deps } from '../deps.ts'
import type { HiddenWords } from './hidden-words.ts'
import { hiddenWords } from './hidden-words.ts'

/** At most so many positions stand on the strategy's page; the page of its signal has them all. */
const mostShown = 24

/** At most so many earlier statements of one member are shown. */
const mostEarlier = 5

export interface StatementView {
  act: StatementAct
  position: MemberPosition | null
  reason: string
  exit: string
  /** The signal that would move the member, by the first version with its words. */
  exitSignal: { version: number; current: boolean } | null
  version: number
  at: number
}

export interface MemberView extends StatementView {
  actorId: string
  name: string
  mine: boolean
  /** What they said last before that, the latest first. */
  earlier: StatementView[]
  /** Its words are hidden; null for shown ones. */
  hidden: HiddenWords | null
  /** What this viewer may flag, by its name; null where they may not. */
  flag: string | null
  /** How many statements are older than those in `earlier`. */
  older: number
}

export interface PositionsView {
  total: number
  counts: { id: MemberPosition; n: number }[]
  shown: MemberView[]
  /** How many are not in `shown`. */
  more: number
  /** Members who withdrew, the latest first, with what they said; on the strategy's page the latest of them. */
  former: MemberView[]
  /** What would move members, by how many; `signal` null: words of their own. */
  movers: { signal: { version: number; current: boolean } | null; n: number }[]
  /** The viewer's own position, to be changed. */
  mine: MemberView | null
  /** The viewer is asked after a signal landed, since then. */
  askedAt: number | null
  may: { state: boolean; redact: boolean }
}

/**
 * Where members stand on a strategy.
 *
 * @param all every position; otherwise the viewer's own and the latest.
 */
export async function positionsOf(
  deps: Deps,
  viewer: Viewer | null,
  { entryId, signalId, all = false }: { entryId: string; signalId: string | undefined; all?: boolean },
): Promise<PositionsView> {
  const q = deps.store.read
  const rows = (await listStatements(q, entryId)).map(({ statement, name }) => ({ ...statement, name }))
  const versionOf = new Map((await listSignals(q, entryId)).map(({ id, version }) => [id, version]))
  const signalView = (id: string | null) =>
    id === null ? null : { version: versionOf.get(id) ?? 0, current: id === signalId }
  const view = ({ act, position, reason, exit, exitSignalId, version, at }: (typeof rows)[number]): StatementView => {
    return { act, position, reason, exit, exitSignal: signalView(exitSignalId), version, at }
  }
  const writers = [...new Set(rows.map((row) => row.actorId))]
  const named = writers.map((authorId) => ({ thing: `position/${entryId}/${authorId}`, authorId }))
  const hidden = await hiddenWords(q, viewer, named)
  const present = presentPositions(rows)
  const actorId = viewer?.actorId
  const listed = (last: typeof rows) =>
    last
      .map((row): MemberView => {
        const earlier = rows.filter((one) => one.actorId === row.actorId && one.n < row.n).sort((a, b) => b.n - a.n)
        const { actorId: of, name } = row
        const mine = of === actorId
        const kept = earlier.slice(0, mostEarlier).map(view)
        const thing = `position/${entryId}/${of}`
        const apart = hidden.get(thing) ?? null
        const flag = !mine && apart === null && can(viewer, 'thing.flag', null) ? thing : null
        return {
          ...view(row),
          hidden: apart,
          flag,
          actorId: of,
          name,
          mine,
          earlier: kept,
          older: earlier.length - kept.length,
        }
      })
      .sort((a, b) => Number(b.mine) - Number(a.mine) || b.at - a.at)
  const members = listed(present)
  const former = listed(withdrawnPositions(rows))
  const shown = all ? members : members.slice(0, mostShown)
  const asked = actorId === undefined ? [] : await listOpenCalls(q, { actorId, entryId })
  return {
    total: members.length,
    counts: countPositions(present),
    shown,
    more: members.length - shown.length,
    former: all ? former : former.slice(0, mostShown),
    movers: movers(present).map(({ signalId: of, n }) => ({ signal: signalView(of), n })),
    mine: members.find(({ mine }) => mine) ?? null,
    askedAt: asked[0]?.askedAt ?? null,
    may: { state: can(viewer, 'position.state', null), redact: can(viewer, 'position.redact', null) },
  }
}
