import { createHash } from 'node:crypto'
import type { CountingWord } from '../../../domain/entries/covered-words.ts'
import { vocabularyHash } from '../../../domain/entries/covered-words.ts'
import type { BundleKind, BundleManifest } from '../../../domain/record/bundle.ts'
import { bundleFormat, bundleKinds, bundleSchema, bundleScopes } from '../../../domain/record/bundle.ts'
import type { Checkpoint } from '../../../domain/record/checkpoint.ts'
import { ChainWalk } from './chain-walk.ts'
import { checkBallot } from './check-ballot.ts'
import { checkEdition } from './check-edition.ts'
import { checkSnapshot } from './check-snapshot.ts'
import { checkEntry, checkVersion } from './check-version.ts'
import { checkCheckpoint } from './checkpoints.ts'
import { BadFile, Lie, same } from './faults.ts'
import type {
  BallotLine,
  EditionLine,
  EntryLine,
  EventLine,
  ObjectionLine,
  PaperLine,
  SnapshotLine,
  VersionLine,
} from './lines.ts'
import type { Line } from './shapes.ts'
import { readLine } from './shapes.ts'
import { Told } from './told.ts'

/** What was checked, by number, and what could not be. */
export interface Verified {
  manifest: BundleManifest
  counts: Record<BundleKind, number>
  leaves: number
  parts: number
  kept: number
  /** In words, with how often each was found. */
  remarks: ReadonlyMap<string, number>
}

/**
 * Checks a bundle line by line; nothing is held but what later lines are held against ([R13]–[R16]). Where several
 * things are wrong the first one ends it.
 */
export class Verification {
  #manifest: BundleManifest | null = null
  #chain = new ChainWalk()
  #told = new Told()
  #seen = new Map(bundleKinds.map((kind) => [kind, { count: 0, digest: createHash('sha256') }]))
  #at = 0
  #n = 0
  #words: CountingWord[] = []
  #entries = new Map<string, EntryLine>()
  #parts = new Map<string, Record<string, string>>()
  #snapshots = new Set<string>()
  #unused = new Set<string>()
  #partCount = 0
  #objections = new Map<string, ObjectionLine[]>()
  #ballots = new Map<string, BallotLine>()
  #open: { ballot: BallotLine; papers: PaperLine[] } | null = null
  #versions = new Map<string, VersionLine[]>()
  /** What the last line of each kind was sorted by. */
  #keys = new Map<BundleKind, string | number>()
  #remarks = new Map<string, number>()

  /** Takes the next line of the file, without its line feed. @throws Lie, BadFile */
  take(text: string): void {
    this.#n += 1
    this.#readable(() => this.#take(text))
  }

  #take(text: string): void {
    const line = readLine(text, this.#n)
    if (line.kind === 'manifest') {
      this.#begin(line)
      return
    }
    if (!this.#manifest) throw new BadFile('The first line is no manifest, so this is no bundle.')
    this.#inOrder(line, line.kind)
    const seen = this.#seen.get(line.kind)
    if (seen) {
      seen.count += 1
      seen.digest.update(text).update('\n')
    }
    if (line.kind !== 'paper') this.#countOpen()
    const { kind, ...value } = line.value
    this.#readers[line.kind](value)
  }

  /**
   * The end of the file.
   *
   * @param kept checkpoints that somebody kept outside; the chain has to hold against each.
   */
  end(kept: readonly Checkpoint[] = []): Verified {
    return this.#readable(() => this.#end(kept))
  }

  #end(kept: readonly Checkpoint[]): Verified {
    const manifest = this.#manifest
    if (!manifest) throw new BadFile('The file is empty.')
    this.#countOpen()
    same('the manifest', 'the last event', manifest.through, this.#chain.last)
    const counts = {} as Record<BundleKind, number>
    for (const [kind, { count, digest }] of this.#seen) {
      counts[kind] = count
      same('the manifest', `the number of lines of kind ${kind}`, manifest.counts[kind], count)
      same('the manifest', `the hash of the lines of kind ${kind}`, manifest.hashes[kind], digest.digest('hex'))
    }
    this.#whole()
    for (const point of kept) {
      if (checkCheckpoint(`the kept checkpoint of event ${point.seq}`, point, this.#chain, this.#told))
        this.#remark(takenBack)
    }
    if (this.#told.backwards > 0)
      this.#remark('an event carries a time before that of the event before it', this.#told.backwards)
    const { leaves } = this.#chain
    return { manifest, counts, leaves, parts: this.#partCount, kept: kept.length, remarks: this.#remarks }
  }

  /** A member deep inside a line that is nothing like what it has to be ends it with words, and not with a crash. */
  #readable<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error
      throw new BadFile(`Line ${this.#n} or one before it is not what it has to be (${error.message}).`)
    }
  }

  #begin(line: Line): void {
    if (this.#n > 1) throw new BadFile(`Line ${line.n} is a second manifest.`)
    const { format, version, scope, schema, counts, hashes } = line.value as unknown as BundleManifest
    if (format !== bundleFormat.format) throw new BadFile('This is no bundle of Folkmoot.')
    if (version !== bundleFormat.version)
      throw new BadFile(`This bundle is of version ${version}, which is not known here.`)
    if (!bundleScopes.includes(scope)) throw new BadFile(`This bundle is for “${scope}”, which is not known here.`)
    same('the manifest', 'the schema', schema, bundleSchema)
    for (const list of [counts, hashes])
      same('the manifest', 'its kinds', Object.keys(list).sort(), [...bundleKinds].sort())
    this.#manifest = line.value as unknown as BundleManifest
  }

  /** Kinds come one after the other; the papers of a ballot follow it. */
  #inOrder({ n, value }: Line, kind: BundleKind): void {
    const place = bundleKinds.indexOf(kind === 'paper' ? 'ballot' : kind)
    if (place < this.#at) throw new Lie(`line ${n}`, 'the order of the lines', kind, bundleKinds[this.#at])
    this.#at = place
    const key = keyOf(kind, value)
    const before = this.#keys.get(kind)
    if (before !== undefined && !(before < key)) {
      throw new Lie(`line ${n}`, `the order of the lines of kind ${kind}`, key, `after ${before}`)
    }
    this.#keys.set(kind, key)
    // The papers of each ballot begin anew.
    if (kind === 'ballot') this.#keys.delete('paper')
  }

  #readers: Record<BundleKind, (value: Record<string, unknown>) => void> = {
    event: (value) => {
      const event = value as unknown as EventLine
      this.#chain.take(event)
      this.#told.take(event)
    },
    checkpoint: (value) => {
      const point = value as unknown as Checkpoint
      if (checkCheckpoint(`checkpoint ${point.seq}`, point, this.#chain, this.#told)) this.#remark(takenBack)
    },
    word: ({ of, ...word }) => {
      this.#words.push({ kind: of, ...word } as unknown as CountingWord)
    },
    entry: (value) => {
      const entry = value as unknown as EntryLine
      this.#entries.set(entry.id, entry)
    },
    snapshot: (value) => {
      const snapshot = value as unknown as SnapshotLine
      this.#snapshots.add(snapshot.id)
      this.#unused.add(snapshot.id)
      this.#parts.set(snapshot.id, snapshot.parts)
      if (checkSnapshot(snapshot, this.#told) === 'removed') this.#remark('the text of a snapshot was removed for good')
      else this.#partCount += Object.keys(snapshot.parts).length
    },
    objection: (value) => {
      const objection = value as unknown as ObjectionLine
      this.#objections.set(objection.draftId, [...(this.#objections.get(objection.draftId) ?? []), objection])
    },
    ballot: (value) => {
      this.#open = { ballot: value as unknown as BallotLine, papers: [] }
    },
    paper: (value) => {
      const paper = value as unknown as PaperLine
      if (this.#open?.ballot.id !== paper.ballotId) {
        throw new Lie(`paper ${paper.receipt}`, 'its ballot', paper.ballotId, this.#open?.ballot.id ?? null)
      }
      const named = this.#manifest?.scope === 'members' && this.#open.ballot.names === 'shown' && !paper.replaced
      same(`paper ${paper.receipt}`, 'whether it says who cast it', typeof paper.by === 'string', named)
      if (!named && paper.by !== undefined) throw new Lie(`paper ${paper.receipt}`, 'who cast it', paper.by, null)
      this.#open.papers.push(paper)
    },
    version: (value) => {
      const version = value as unknown as VersionLine
      this.#needs(`version ${version.n} of entry ${version.entryId}`, version.snapshotId)
      const published = { told: this.#told, ballots: this.#ballots, objections: this.#objections }
      for (const remark of checkVersion(version, published)) this.#remark(remark)
      this.#versions.set(version.entryId, [...(this.#versions.get(version.entryId) ?? []), version])
    },
    edition: (value) => {
      const edition = value as unknown as EditionLine
      checkEdition(edition, this.#entries, this.#versions, this.#told)
      this.#told.editions.delete(edition.id)
    },
  }

  #countOpen(): void {
    if (!this.#open) return
    const { ballot, papers } = this.#open
    this.#open = null
    for (const { snapshotId } of ballot.texts) this.#needs(`ballot ${ballot.id}`, snapshotId)
    for (const remark of checkBallot(ballot, papers, this.#told, this.#parts)) this.#remark(remark)
    this.#ballots.set(ballot.id, ballot)
  }

  #needs(where: string, snapshotId: string): void {
    if (!this.#snapshots.has(snapshotId)) throw new Lie(where, 'its text is missing', snapshotId, null)
    this.#unused.delete(snapshotId)
  }

  /** Nothing is missing, and nothing is there that belongs to nothing. */
  #whole(): void {
    const told = [...this.#versions.values()].flat()
    const ids = new Set(told.map(({ id }) => id))
    for (const [id, event] of this.#told.versions) {
      if (!ids.has(id)) throw new Lie(`event ${event.seq}`, 'the version it tells of is missing', null, id)
    }
    for (const [id, event] of this.#told.editions) {
      throw new Lie(`event ${event.seq}`, 'the edition it tells of is missing', null, id)
    }
    for (const entryId of this.#versions.keys()) {
      if (!this.#entries.has(entryId)) throw new Lie(`entry ${entryId}`, 'it is missing', null, entryId)
    }
    for (const entry of this.#entries.values()) {
      for (const remark of checkEntry(entry, this.#versions.get(entry.id) ?? [], this.#told)) this.#remark(remark)
    }
    const [stray] = this.#unused
    if (stray !== undefined) throw new Lie(`snapshot ${stray}`, 'nothing stands on it', stray, null)
    const drafts = new Set(told.map(({ draftId }) => draftId))
    for (const [draftId, [objection]] of this.#objections) {
      if (!drafts.has(draftId))
        throw new Lie(`objection ${objection?.id}`, 'its draft was not published', draftId, null)
    }
    this.#wholeBallots(drafts)
    if (this.#told.vocabulary !== undefined) {
      same('the vocabulary', 'its hash', vocabularyHash(this.#words), this.#told.vocabulary)
    } else if (this.#words.length > 0) this.#remark('the vocabulary is from before the record told its hash')
  }

  /** Every ballot that readers of the scope may see is there, and no other. */
  #wholeBallots(published: ReadonlySet<string | null>): void {
    const all = this.#manifest?.scope === 'members'
    for (const [id, { opened, closed }] of this.#told.ballots) {
      const { draftId, entryId } = opened.payload
      const isThere = this.#ballots.has(id)
      // Openings from before the record told the draft; they told no terms either.
      const isOld = draftId === undefined && opened.payload.terms === undefined
      if (isOld && closed?.payload.reportId === undefined && !isThere) continue
      // One without a draft that names its entry is for everybody once anything of that is published.
      const isKnown = entryId === undefined || this.#entries.has(String(entryId))
      const isShown = all || (typeof draftId === 'string' ? published.has(draftId) : isKnown)
      same(`ballot ${id}`, 'whether it is in the bundle', isThere, closed !== null && isShown)
    }
  }

  #remark(words: string, times = 1): void {
    this.#remarks.set(words, (this.#remarks.get(words) ?? 0) + times)
  }
}

const takenBack = 'a checkpoint was signed for events that a restore took back, as the record says'

/** What lines of a kind are sorted by, each once. */
function keyOf(kind: BundleKind, { seq, id, of }: Record<string, unknown>): string | number {
  if (kind === 'event' || kind === 'checkpoint') return Number(seq)
  return kind === 'word' ? `${of}/${id}` : String(id)
}

/** Checks a whole bundle. @throws Lie, BadFile */
export async function verifyBundle(
  lines: AsyncIterable<string> | Iterable<string>,
  kept: readonly Checkpoint[] = [],
): Promise<Verified> {
  const verification = new Verification()
  for await (const line of lines) verification.take(line)
  return verification.end(kept)
}
