import type { BallotStory } from './ballot-story.ts'
import { beginStory, tellOn } from './ballot-story.ts'
import { Lie } from './faults.ts'
import type { EventLine } from './lines.ts'

/** What the events of a record tell, as far as the rest of a bundle is held against it. */
export class Told {
  readonly ballots = new Map<string, BallotStory>()
  /** The event that tells of a version, by version. */
  readonly versions = new Map<string, EventLine>()
  /** Content hash by snapshot, for every snapshot that an event names. */
  readonly snapshots = new Map<string, { hash: unknown; draftId: unknown }>()
  /** The event that tells of an edition, by edition. */
  readonly editions = new Map<string, EventLine>()
  /** What was said of the outcome of a ballot when its version was published, by ballot. */
  readonly statements = new Map<string, string>()
  readonly drafts = new Map<string, { entryId: unknown; baseVersion: unknown }>()
  /** The last event that removed text of a draft for good, by draft. */
  readonly redacted = new Map<string, number>()
  /** Events whose names went with an account that was deleted, or with guests that were forgotten. */
  readonly nameless = new Set<number>()
  /** Hash over the hashes of the parts of a text that was removed for good, by snapshot. */
  readonly removed = new Map<string, string>()
  /** Drafts from which words were removed before the record told from which texts. */
  readonly vague = new Set<string>()
  /** Public keys of checkpoints, by their short id. */
  readonly keys = new Map<string, string>()
  readonly restores: { seq: number; at: number; events: number }[] = []
  /** Hash of the vocabulary at its last import or change; undefined where it was not told. */
  vocabulary: unknown
  /** Events whose time lies before that of the event before. */
  backwards = 0
  #lastAt = 0

  /** Takes the next event in. @throws Lie for one that cannot have happened after those before it. */
  take(event: EventLine): void {
    if (event.at < this.#lastAt) this.backwards += 1
    this.#lastAt = event.at
    const { type, payload, seq } = event
    if (type.startsWith('ballot.')) this.#ballot(event)
    else if (type.startsWith('version.') && typeof payload.versionId === 'string') this.#version(event)
    else if (type === 'edition.published') this.editions.set(String(payload.editionId), event)
    else if (type === 'snapshot.taken') this.#snapshot(payload, payload.draftId)
    else if (type === 'draft.created') {
      this.drafts.set(String(payload.draftId), { entryId: payload.entryId, baseVersion: payload.baseVersion })
    } else if (type === 'draft.redacted') this.#redaction(seq, payload)
    else if (type === 'vocabulary.imported' || type === 'vocabulary.changed') this.vocabulary = payload.hash
    else if (type === 'record.key-made') this.keys.set(String(payload.key), String(payload.publicKey))
    else if (type === 'site.restored') this.restores.push({ seq, at: event.at, events: Number(payload.events) })
    else if (type === 'signal.decided') this.#signal(event)
    else if (type === 'actor.deleted' || type === 'guests.forgotten') this.#namelessNow(seq, payload.leaves)
  }

  /**
   * Whether what was said with an act went with words that were removed for good from its draft later ([R17]), or with
   * the name of somebody who deleted their account (access SPEC [A18]).
   */
  isErased({ seq, leaf, leafHash, payload }: EventLine): boolean {
    if (leaf || leafHash === null) return false
    return this.nameless.has(seq) || (this.redacted.get(String(payload.draftId)) ?? 0) > seq
  }

  /** Whether the version of a ballot is where its statement stood, and went with words that were removed for good. */
  hasLostStatement(ballotId: string): boolean {
    return [...this.versions.values()].some((event) => event.payload.ballotId === ballotId && this.isErased(event))
  }

  #ballot(event: EventLine): void {
    const id = event.subject.slice('ballot/'.length)
    const story = this.ballots.get(id)
    if (story) tellOn(story, event)
    else if (event.type === 'ballot.opened') this.ballots.set(id, beginStory(event))
    else if (event.type === 'ballot.vote-cast' || event.type === 'ballot.closed') {
      throw new Lie(`event ${event.seq}`, 'no event before it opened its ballot', event.subject, null)
    }
    if (event.type === 'ballot.opened' || event.type === 'ballot.amended') {
      this.#snapshot(event.payload, event.payload.draftId ?? story?.opened.payload.draftId)
    }
  }

  #redaction(seq: number, { draftId, texts }: Record<string, unknown>): void {
    this.redacted.set(String(draftId), seq)
    if (texts === undefined) this.vague.add(String(draftId))
    for (const { id, parts } of (texts ?? []) as { id: string; parts: string }[]) this.removed.set(id, parts)
  }

  /** Only of events before it, so that nothing can be erased ahead. */
  #namelessNow(seq: number, leaves: unknown): void {
    for (const one of Array.isArray(leaves) ? leaves : []) {
      if (typeof one !== 'number' || one >= seq) throw new Lie(`event ${seq}`, 'it erases names ahead', one, null)
      this.nameless.add(one)
    }
  }

  #version(event: EventLine): void {
    const id = String(event.payload.versionId)
    if (this.versions.has(id)) throw new Lie(`event ${event.seq}`, 'it tells of a version a second time', id, null)
    this.versions.set(id, event)
    const statement = event.leaf?.payload.statement
    if (typeof statement === 'string' && statement !== '')
      this.statements.set(String(event.payload.ballotId), statement)
    this.#snapshot(event.payload, event.payload.draftId)
  }

  #snapshot({ snapshotId, contentHash }: Record<string, unknown>, draftId: unknown): void {
    if (typeof snapshotId !== 'string' || contentHash === undefined) return
    const known = this.snapshots.get(snapshotId)
    if (known && known.hash !== contentHash) {
      throw new Lie(`snapshot ${snapshotId}`, 'two events state different content hashes', known.hash, contentHash)
    }
    this.snapshots.set(snapshotId, { hash: contentHash, draftId: known?.draftId ?? draftId })
  }

  #signal({ seq, payload }: EventLine): void {
    const closed = this.ballots.get(String(payload.ballotId))?.closed
    const decided = closed && { adopted: 'landed', rejected: 'not-landed' }[String(closed.payload.result)]
    if (decided !== payload.state || closed?.payload.reportId !== payload.report) {
      throw new Lie(`event ${seq}`, 'what it says a ballot decided', payload.state, decided ?? null)
    }
  }
}
