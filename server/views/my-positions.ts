import { listOwnStatements } from '../../db/queries/positions.ts'
import { listOpenCalls } from '../../db/queries/signals.ts'
import type { Q } from '../../db/store.ts'
import type { MemberPosition } from '../../domain/signals/positions.ts'

export interface MyPositions {
  /** What the viewer is asked after a signal landed, oldest first. */
  asked: { slug: string; title: string; at: number }[]
  /** Positions the viewer holds, the latest first; those on entries that are withdrawn among them. */
  held: { slug: string; title: string; withdrawn: boolean; position: MemberPosition; at: number }[]
}

/** Where somebody stands, and where they are asked whether they still do. */
export async function myPositions(q: Q, actorId: string): Promise<MyPositions> {
  const seen = new Set<string>()
  const held: MyPositions['held'] = []
  for (const { statement, entry, act } of await listOwnStatements(q, actorId)) {
    if (seen.has(statement.entryId)) continue
    seen.add(statement.entryId)
    if (statement.position === null) continue
    held.push({ ...entry, withdrawn: act === 'withdraw', position: statement.position, at: statement.at })
  }
  return { asked: await askedOf(q, actorId), held }
}

/** What somebody is asked after a signal landed, oldest first. */
export async function askedOf(q: Q, actorId: string): Promise<MyPositions['asked']> {
  const calls = await listOpenCalls(q, { actorId })
  const first = new Map(calls.map(({ entry, askedAt }) => [entry.id, { ...entry, at: askedAt }]))
  return [...first.values()].map(({ slug, title, at }) => ({ slug, title, at }))
}
