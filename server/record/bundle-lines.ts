import { listElectorIds } from '../../db/queries/audience.ts'
import { listFrozenTexts } from '../../db/queries/ballot-snapshots.ts'
import {
  bundledBallots,
  bundledEditions,
  bundledEntries,
  bundledEvents,
  bundledObjections,
  bundledPapers,
  bundledSnapshots,
  bundledTexts,
} from '../../db/queries/bundle.ts'
import { listVersionsAfter } from '../../db/queries/check.ts'
import { listCheckpointsAfter } from '../../db/queries/checkpoints.ts'
import { listVocabulary } from '../../db/queries/vocabulary.ts'
import type { Q } from '../../db/store.ts'
import type { PapersForm } from '../../domain/ballots/papers-hash.ts'
import { formOf, publishedPapers } from '../../domain/ballots/papers-hash.ts'
import type { BundleKind, BundleScope } from '../../domain/record/bundle.ts'
import { publicLeaves } from '../../domain/record/bundle.ts'
import { dayOf } from '../../domain/text/day.ts'

export type BundleLine = { kind: BundleKind } & Record<string, unknown>

const batch = 200

type Ballots = Awaited<ReturnType<typeof bundledBallots>>

/**
 * The lines of a bundle after its manifest, in their order ([R13]). Read through a connection that stands in one read
 * transaction, so that they are of one moment. Nothing is in them that a reader of the scope may not see: no ballot that
 * is open, no name behind a paper for the public, no leaf but those whose words are public.
 */
export async function* bundleLines(q: Q, scope: BundleScope): AsyncGenerator<BundleLine> {
  const ballots = await bundledBallots(q, scope === 'public')
  const forms = new Map<string, PapersForm>()
  yield* eventLines(q, scope, ballots, forms)
  for (const { seq, hash, at, key, signature } of thinned(await listCheckpointsAfter(q, 0, Number.MAX_SAFE_INTEGER))) {
    yield { kind: 'checkpoint', seq, hash, at, key, signature }
  }
  const words = await listVocabulary(q)
  words.sort((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1))
  for (const { kind: of, id, revision, position, data } of words)
    yield { kind: 'word', of, id, revision, position, data }
  for (const { kind: of, ...entry } of await bundledEntries(q)) yield { kind: 'entry', of, ...entry }
  yield* snapshotLines(
    q,
    ballots.map(({ ballot }) => ballot.id),
  )
  for (const objection of await bundledObjections(q)) {
    const { id, draftId, text, settledBy, disposition, reason, minorityNote } = objection
    yield { kind: 'objection', id, draftId, text, settledBy, disposition, reason, minorityNote }
  }
  yield* ballotLines(q, scope, ballots, forms)
  yield* versionLines(q)
  for (const { row, entries } of await bundledEditions(q)) {
    const { id, name, note, hash, by } = row
    yield { kind: 'edition', id, name, note, hash, by, entries }
  }
}

/** The last checkpoint of each day and the last hundred: any one of them vouches for everything before it. */
function thinned<P extends { at: number }>(points: readonly P[]): P[] {
  return points.filter((point, i) => {
    const next = points[i + 1]
    return i >= points.length - 100 || next === undefined || dayOf(next.at) !== dayOf(point.at)
  })
}

async function* eventLines(q: Q, scope: BundleScope, ballots: Ballots, forms: Map<string, PapersForm>) {
  const names = new Map(ballots.map(({ ballot }) => [`ballot/${ballot.id}`, ballot.names]))
  const isPublic = (type: string, subject: string): boolean =>
    publicLeaves.always.includes(type) ||
    (publicLeaves.ballot.includes(type) && names.has(subject)) ||
    (publicLeaves.members.includes(type) && scope === 'members' && names.get(subject) === 'shown')
  for (let after = 0; ; ) {
    const rows = await bundledEvents(q, after, batch)
    for (const { event, leaf } of rows) {
      const { seq, type, subject, payload, leafHash, at, prev, hash } = event
      if (type === 'ballot.closed') forms.set(subject, formOf(payload.papers))
      const shown = leaf?.salt != null && isPublic(type, subject) ? { leaf } : {}
      yield { kind: 'event' as const, seq, type, subject, payload, leafHash, at, prev, hash, ...shown }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.event.seq
  }
}

async function* snapshotLines(q: Q, ballotIds: readonly string[]): AsyncGenerator<BundleLine> {
  for (let after = ''; ; ) {
    const rows = await bundledSnapshots(q, ballotIds, after, batch)
    for (const { snapshot, parts } of rows) {
      const { id, hash, content, redactedAt } = snapshot
      yield { kind: 'snapshot', id, hash, content: redactedAt === null ? content : null, parts }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.snapshot.id
  }
}

async function* ballotLines(
  q: Q,
  scope: BundleScope,
  ballots: Ballots,
  forms: ReadonlyMap<string, PapersForm>,
): AsyncGenerator<BundleLine> {
  const texts = await bundledTexts(
    q,
    ballots.map(({ ballot }) => ballot.id),
  )
  for (const { ballot, words } of ballots) {
    const { entryId: _entry, state: _state, ...told } = ballot
    const its = texts
      .filter(({ ballotId }) => ballotId === ballot.id)
      .map(({ n, snapshotId, change, challengedAt }) => ({ n, snapshotId, change, challenged: challengedAt !== null }))
    const electors = await listElectorIds(q, ballot.id)
    yield { kind: 'ballot', ...told, signal: words, electors, texts: its }
    const form = forms.get(`ballot/${ballot.id}`) ?? 1
    const cast = await bundledPapers(q, ballot.id)
    const published = publishedPapers(
      cast.map(({ paper }) => paper),
      { form, names: ballot.names, texts: await listFrozenTexts(q, ballot.id) },
    )
    for (const [i, { paper, by }] of cast.entries()) {
      const named = scope === 'members' && ballot.names === 'shown' && !paper.replaced ? { by } : {}
      yield { kind: 'paper', ballotId: ballot.id, ...published[i], ...named }
    }
  }
}

async function* versionLines(q: Q): AsyncGenerator<BundleLine> {
  for (let after = ''; ; ) {
    const rows = await listVersionsAfter(q, after, batch)
    for (const { version } of rows) {
      const { id, entryId, n, kind: of, snapshotId, note, authors, decision, ballotId, draftId } = version
      const { variant, publishedBy, publishedAt } = version
      const what = { id, entryId, n, of, snapshotId, note, authors, decision, ballotId, draftId }
      yield { kind: 'version', ...what, variant, publishedBy, publishedAt }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.version.id
  }
}
