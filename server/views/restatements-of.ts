import { listMarks, listRestatements } from '../../db/queries/restatements.ts'
import { findContributions } from '../../db/queries/threads.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Argued, Side, Verdict } from '../../domain/threads/restatements.ts'
import { countMarks, mayMark } from '../../domain/threads/restatements.ts'
import type { LoadedThread } from '../usecases/threads/thread-access.ts'

/** Marks of one restatement that a page shows with names. */
const mostShown = 10

export interface MarkView {
  actorId: string
  name: string
  mine: boolean
  verdict: Verdict
  /** What is missing; empty where it is fair. */
  missing: string
  mayTakeBack: boolean
}

export interface RestatementView {
  side: Side
  /** The one contribution that is restated; null for the whole side. */
  of: { id: string; author: string; text: string } | null
  /** Of the present wording. */
  fair: number
  notQuite: number
  /** Marks that earlier wordings were given. */
  earlier: number
  /** The viewer's first, then those that say what is missing. */
  marks: MarkView[]
  mayMark: boolean
}

/**
 * What these contributions restate and what those who argued it say of that ([T33]–[T37]); contributions of other types
 * are left out.
 *
 * @param outline all contributions of the thread.
 */
export async function restatementsOf(
  q: Q,
  viewer: Viewer | null,
  { thing }: Pick<LoadedThread, 'thing'>,
  outline: readonly Argued[],
  contributionIds: readonly string[],
): Promise<ReadonlyMap<string, RestatementView>> {
  const wanted = new Set(contributionIds)
  const ids = outline.filter((one) => one.type === 'restatement' && wanted.has(one.id)).map(({ id }) => id)
  const rows = await listRestatements(q, ids)
  const marks = await listMarks(q, ids)
  const words = await findContributions(
    q,
    rows.flatMap(({ restatement }) => restatement.of ?? []),
  )
  const mayReact = can(viewer, 'contribution.react', thing)
  const views = rows.map(({ restatement: { contributionId, side, of }, authorId, revision }) => {
    const given = marks.filter(({ mark }) => mark.contributionId === contributionId)
    const said = of === null ? undefined : words.get(of)
    const shown = given.flatMap(({ mark, name }): MarkView[] => {
      const { actorId, verdict, missing } = mark
      if (mark.revision !== revision) return []
      const mayTakeBack = can(viewer, 'said.take-back', { ...thing, saidBy: actorId })
      return [{ actorId, name, mine: actorId === viewer?.actorId, verdict, missing, mayTakeBack }]
    })
    const counts = countMarks(
      given.map(({ mark }) => mark),
      revision,
    )
    const view: RestatementView = {
      side,
      of: said ? { id: said.id, author: said.author, text: excerpt(said.text, 140) } : null,
      ...counts,
      marks: shown.sort((a, b) => rank(a) - rank(b)).slice(0, mostShown),
      mayMark: mayReact && viewer !== null && mayMark({ authorId, side, of }, outline, viewer.actorId),
    }
    return [contributionId, view] as const
  })
  return new Map(views)
}

function rank({ mine, verdict }: MarkView): number {
  return mine ? 0 : verdict === 'not-quite' ? 1 : 2
}
