import { placeHash } from '../../../domain/entries/covered-words.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { entryKinds } from '../../../domain/entries/kinds.ts'
import { objectionsHash } from '../../../domain/objections/objections-hash.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { payloadOf } from '../../../domain/record/payload.ts'
import { Lie, same } from './faults.ts'
import type { BallotLine, EntryLine, EventLine, ObjectionLine, VersionLine } from './lines.ts'
import type { Told } from './told.ts'

/** What of a bundle a version is held against. */
export interface Published {
  told: Told
  /** Of closed ballots, checked by then. */
  ballots: ReadonlyMap<string, BallotLine>
  /** By draft. */
  objections: ReadonlyMap<string, readonly ObjectionLine[]>
}

/** What a version's event is called, by what made the version. */
const eventOf: Record<string, string | undefined> = {
  import: 'version.imported',
  publish: 'version.published',
  withdraw: 'version.withdrawn',
  rollback: 'version.rolled-back',
  variant: 'version.variant-kept',
}

/**
 * A version is what its event says; one that a ballot decided has exactly the text that was voted on ([R16]).
 *
 * @returns remarks.
 * @throws Lie
 */
export function checkVersion(version: VersionLine, { told, ballots, objections }: Published): string[] {
  const where = `version ${version.n} of entry ${version.entryId}`
  const event = told.versions.get(version.id)
  if (!event) throw new Lie(where, 'no event of the record tells of it', version.id, null)
  same(where, 'what made it', eventOf[version.of], event.type)
  const { payload } = event
  const stated: [string, unknown, unknown][] = [
    ['its entry', version.entryId, payload.entryId],
    ['its number', version.n, payload.n],
    ['its snapshot', version.snapshotId, payload.snapshotId],
    ['its ballot', version.ballotId, payload.ballotId ?? null],
    // One that makes an earlier version current again has that one's draft.
    ['its draft', version.draftId, version.of === 'rollback' ? undefined : (payload.draftId ?? null)],
    ['its decision', hashJson(version.decision), payload.decisionHash],
    ['its list of authors', version.authors.map(({ actorId }) => actorId), payload.authorIds],
    ['who published it', version.publishedBy, payload.actorId],
    ['when it was published', version.publishedAt, payload.publishedAt],
  ]
  for (const [what, is, said] of stated) if (said !== undefined) same(where, what, is, said)
  const remarks: string[] = []
  if (event.leaf) {
    same(where, 'its note', version.note, event.leaf.payload.note)
    same(where, 'its name as a variant', version.variant, event.leaf.payload.variant)
    same(where, 'the names and shares of its authors', version.authors, event.leaf.payload.authors)
  } else if (told.isErased(event)) remarks.push('words were removed for good from what was said with a version')
  else if (event.leafHash !== null)
    throw new Lie(where, `the leaf of event ${event.seq} is missing`, null, event.leafHash)
  if (version.of !== 'publish') return remarks
  return [...remarks, ...checkDecided(where, version, event, { told, ballots, objections })]
}

function checkDecided(
  where: string,
  version: VersionLine,
  event: EventLine,
  { told, ballots, objections }: Published,
): string[] {
  const ballot = ballots.get(version.ballotId ?? '')
  const closed = told.ballots.get(version.ballotId ?? '')?.closed
  if (!ballot || !closed) throw new Lie(where, 'the ballot that decided it is missing', version.ballotId, null)
  if (closed.seq > event.seq) throw new Lie(where, 'it was published before its ballot closed', event.seq, closed.seq)
  if (ballot.outcome.result !== 'adopted' && ballot.outcome.result !== 'blocked') {
    throw new Lie(where, 'the result of its ballot', ballot.outcome.result, 'adopted or blocked')
  }
  const won = ballot.options?.find(({ id }) => id === ballot.outcome.options?.winner)
  const draftId = won?.draftId ?? ballot.draftId
  if (draftId !== null) same(where, 'the draft that was voted on', version.draftId, draftId)
  const voted = won ? won.snapshotId : ballot.texts.at(-1)?.snapshotId
  same(where, 'the text that was voted on', version.snapshotId, voted)
  const draft = told.drafts.get(version.draftId ?? '')
  if (draft) same(where, 'the entry of its draft', version.entryId, draft.entryId)
  return checkObjections(where, version, event, objections.get(version.draftId ?? '') ?? [], told)
}

function checkObjections(
  where: string,
  { draftId }: VersionLine,
  { seq, payload }: EventLine,
  objections: readonly ObjectionLine[],
  told: Told,
): string[] {
  const open = objections.find(({ disposition }) => disposition === 'open')
  if (open) throw new Lie(where, `the disposition of objection ${open.id}`, 'open', 'one that ends it')
  if (payload.objections === undefined) return ['its objections are from before the record told of them']
  const { count, hash } = payloadOf(payload.objections)
  same(where, 'the number of objections to it', objections.length, count)
  if (objectionsHash(objections) === hash) return []
  if ((told.redacted.get(draftId ?? '') ?? 0) > seq) return ['words were removed for good from its objections']
  throw new Lie(where, 'the objections to it and their dispositions', objectionsHash(objections), hash)
}

/**
 * The versions of an entry are numbered without a gap, the last that is no minority variant is current, each that a
 * ballot decided follows the one its draft started from, and the address is what the record says.
 */
export function checkEntry(entry: EntryLine, versions: readonly VersionLine[], told: Told): string[] {
  const where = `entry ${entry.id}`
  const sorted = [...versions].sort((a, b) => a.n - b.n)
  for (const [i, { n }] of sorted.entries()) same(where, 'the numbers of its versions', n, i + 1)
  const line = sorted.filter(({ of }) => of !== 'variant')
  same(where, 'its current version', entry.current, line.at(-1)?.n)
  for (const [i, version] of line.entries()) {
    if (version.of === 'rollback') checkRollBack(version, sorted, told)
    else if (version.of === 'publish') checkBase(version, line[i - 1]?.n ?? 0, told)
  }
  const kind = entryKinds.find((one) => one === entry.of)
  if (!kind) throw new Lie(where, 'its kind', entry.of, entryKinds)
  const place = told.versions.get(sorted.at(-1)?.id ?? '')?.payload.place
  if (place === undefined) return ['its address is from before the record told it']
  same(where, 'its address', placeHash({ kind: kind satisfies EntryKind, slug: entry.slug }), place)
  return []
}

/** The text that is current again is that of the version which its event names. */
function checkRollBack(
  { id, n, entryId, snapshotId, draftId }: VersionLine,
  versions: readonly VersionLine[],
  told: Told,
) {
  const where = `version ${n} of entry ${entryId}`
  const to = told.versions.get(id)?.payload.to
  const before = versions.find((one) => one.n === to && one.n < n)
  if (!before) throw new Lie(where, 'the version that it makes current again', to, null)
  same(where, 'the text that it makes current again', snapshotId, before.snapshotId)
  same(where, 'the draft of that text', draftId, before.draftId)
}

/** @param before number of the version that was current until then; 0 where there was none. */
function checkBase({ n, entryId, draftId }: VersionLine, before: number, told: Told) {
  const draft = told.drafts.get(draftId ?? '')
  if (!draft) return
  const base = typeof draft.baseVersion === 'number' ? draft.baseVersion : 0
  same(`version ${n} of entry ${entryId}`, 'the version its draft started from', before, base)
}
