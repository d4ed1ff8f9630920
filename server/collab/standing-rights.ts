import { listWritingRights } from '../../db/queries/doc-log.ts'
import { toDraftThing } from '../../db/queries/drafts.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { LogEntry } from './update-log.ts'

/**
 * Drafts that will not have these entries (SPEC [D7]): deleted, replaced by another generation, or with a change by
 * somebody who may not write there any more. Read in the transaction that would write them, so that nothing enters
 * the log after a right was taken away.
 */
export async function refusedDrafts(q: Q, entries: readonly LogEntry[]): Promise<ReadonlySet<string>> {
  const draftIds = [...new Set(entries.map(({ draftId }) => draftId))]
  const actorIds = [...new Set(entries.filter(({ byServer }) => !byServer).map(({ actorId }) => actorId))]
  const rights = await listWritingRights(q, draftIds, actorIds)
  const drafts = new Map(rights.drafts.map((draft) => [draft.id, draft]))
  const people = new Map(rights.people.map((person) => [person.actorId, person]))
  const members = new Map(rights.members.map(({ draftId, actorId, role }) => [`${draftId} ${actorId}`, role]))
  const known = new Map<string, boolean>()

  function mayWrite({ draftId, actorId }: LogEntry): boolean {
    const pair = `${draftId} ${actorId}`
    const seen = known.get(pair)
    if (seen !== undefined) return seen
    const draft = drafts.get(draftId)
    const person = people.get(actorId)
    const viewer = person && {
      actorId,
      name: '',
      colour: '',
      role: person.role,
      suspended: person.suspendedAt !== null,
    }
    const may = draft && viewer ? can(viewer, 'draft.write', toDraftThing(draft, members.get(pair) ?? null)) : false
    known.set(pair, may)
    return may
  }

  const refused = new Set<string>()
  for (const entry of entries) {
    const draft = drafts.get(entry.draftId)
    const stands = draft && draft.deletedAt === null && draft.generation === entry.generation
    if (!stands || !(entry.byServer || mayWrite(entry))) refused.add(entry.draftId)
  }
  return refused
}
