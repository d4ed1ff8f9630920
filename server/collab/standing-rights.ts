import { listWritingRights } from '../../db/queries/doc-log.ts'
import { toDraftThing } from '../../db/queries/drafts.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { LogEntry } from './update-log.ts'

const pairOf = ({ draftId, actorId }: LogEntry) => `${draftId} ${actorId}`

/**
 * Which drafts take entries, and whose (SPEC [D7]). Looked up in the transaction that would write them, so that
 * nothing enters the log after a right was taken away. What was found holds until somebody else commits: whoever
 * keeps one of these for longer than a transaction forgets it then.
 */
export class StandingRights {
  /** Generation of each draft; undefined for one that was deleted or is not there. */
  private readonly drafts = new Map<string, number | undefined>()
  /** May this person write in this draft? */
  private readonly writers = new Map<string, boolean>()

  forget(): void {
    this.drafts.clear()
    this.writers.clear()
  }

  /**
   * Drafts that will not have these entries: deleted, replaced by another generation, or with a change by somebody who
   * may not write there any more.
   */
  async refused(q: Q, entries: readonly LogEntry[]): Promise<ReadonlySet<string>> {
    const news = entries.filter((entry) => !this.knows(entry))
    if (news.length > 0) await this.learn(q, news)
    const refused = new Set<string>()
    for (const entry of entries) {
      const stands = this.drafts.get(entry.draftId) === entry.generation
      if (!stands || !(entry.byServer || this.writers.get(pairOf(entry)))) refused.add(entry.draftId)
    }
    return refused
  }

  private knows(entry: LogEntry): boolean {
    return this.drafts.has(entry.draftId) && (entry.byServer || this.writers.has(pairOf(entry)))
  }

  private async learn(q: Q, entries: readonly LogEntry[]): Promise<void> {
    const draftIds = [...new Set(entries.map(({ draftId }) => draftId))]
    const asked = new Map(
      entries.flatMap((entry) => (entry.byServer ? [] : [[pairOf(entry), [entry.draftId, entry.actorId] as const]])),
    )
    const rights = await listWritingRights(q, draftIds, [...asked.values()])
    const drafts = new Map(rights.drafts.map((draft) => [draft.id, draft]))
    const people = new Map(rights.people.map((person) => [person.actorId, person]))
    const members = new Map(rights.members.map(({ draftId, actorId, role }) => [`${draftId} ${actorId}`, role]))
    for (const id of draftIds) {
      const draft = drafts.get(id)
      this.drafts.set(id, draft?.deletedAt === null ? draft.generation : undefined)
    }
    for (const [pair, [draftId, actorId]] of asked) {
      const draft = drafts.get(draftId)
      const thing = draft && toDraftThing(draft, members.get(pair) ?? null, rights.room(draftId, actorId))
      const person = people.get(actorId)
      const viewer = person && {
        actorId,
        name: '',
        colour: '',
        role: person.role,
        suspended: person.suspendedAt !== null,
      }
      const may = thing && viewer ? can(viewer, 'draft.write', thing) : false
      this.writers.set(pair, may)
    }
  }
}
