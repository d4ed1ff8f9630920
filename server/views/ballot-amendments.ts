import { listBallotTexts, listFrozenTexts } from '../../db/queries/ballot-snapshots.ts'
import { findPaperOf } from '../../db/queries/ballots.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { AmendmentChange } from '../../domain/ballots/amendment.ts'
import { challengeFault, earliestClosing } from '../../domain/ballots/amendment.ts'
import type { FrozenText } from '../../domain/ballots/freshness.ts'
import { differingParts, standingPapers } from '../../domain/ballots/freshness.ts'
import { canCount } from '../../domain/ballots/time.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { contentHash, partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { partLabel } from '../../domain/threads/place.ts'
import type { Deps } from '../deps.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { loadBallot } from '../usecases/ballots/ballot-access.ts'
import { comparison } from './comparison.ts'

export interface Amendment {
  /** Number of the text that it put under vote, from 2. */
  n: number
  at: number
  change: AmendmentChange
  by: string
  note: string
  contentHash: string
  /** Labels of the parts that it changed. */
  parts: string[]
  challenge: { by: string; at: number; reason: string } | null
  mayChallenge: boolean
}

export interface BallotAmendments {
  /** First to last; empty where the text was never changed under vote. */
  amendments: Amendment[]
  /** What changed between the text that the viewer voted on and the one under vote; null where their vote stands. */
  sinceMine: { parts: string[]; comparison: Comparison } | null
  /** For who may amend the text, while they may. */
  amending: Amending | null
}

/** What the draft says now, against the text under vote. */
export interface Amending {
  draftId: string
  contentHash: string
  /** One hash for each of its parts, by label. */
  hashes: Record<string, string>
  /** Labels of the parts that differ; empty where the draft says the same. */
  parts: string[]
  comparison: Comparison
  /** The earliest closing time that leaves enough to those who are asked again; null where there is enough. */
  mustMoveTo: number | null
}

/**
 * How the text of a ballot changed under vote, as far as it concerns this viewer (ballots SPEC [B40]–[B49]).
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotAmendments(deps: Deps, viewer: Viewer | null, id: string): Promise<BallotAmendments> {
  const q = deps.store.read
  const loaded = await loadBallot(q, viewer, id)
  const texts = await listFrozenTexts(q, id)
  const rows = await listBallotTexts(q, id)
  const { ballot, thing } = loaded
  const isOpen = ballot.state === 'open' && canCount(deps.now(), ballot.closesAt)
  const mayChallenge = isOpen && can(viewer, 'ballot.challenge', thing)
  const amendments = rows.flatMap(({ row, snapshot, by, challenger }): Amendment[] => {
    const { n, change, note, at, challengedAt, challengeReason } = row
    if (change === 'opening') return []
    const [before, after] = [texts.find((one) => one.n === n - 1), texts.find((one) => one.n === n)]
    return [
      {
        ...{ n, at, change, note, by: by ?? '', contentHash: snapshot.hash },
        parts: labels(snapshot.content, differingParts(before?.parts ?? {}, after?.parts ?? {})),
        challenge:
          challengedAt === null ? null : { by: challenger ?? '', at: challengedAt, reason: challengeReason ?? '' },
        mayChallenge: mayChallenge && challengeFault(texts, n) === null,
      },
    ]
  })
  return {
    amendments,
    sinceMine: viewer && isOpen && amendments.length > 0 ? await sinceMine(deps, q, viewer, { id, texts, rows }) : null,
    amending: isOpen && can(viewer, 'ballot.amend', thing) ? await amending(deps, loaded, rows) : null,
  }
}

/** What changed in the text under vote since somebody saw it. */
export interface ChangedSince {
  /** Of the text under vote now. */
  contentHash: string
  comparison: Comparison
}

/** What a ballot's text was when it had this hash, against what it is: for a vote that saw an older one ([B47]). */
export async function changedSince(
  deps: Deps,
  viewer: Viewer | null,
  { ballotId, contentHash }: { ballotId: string; contentHash: string },
): Promise<ChangedSince | null> {
  const q = deps.store.read
  await loadBallot(q, viewer, ballotId)
  const rows = await listBallotTexts(q, ballotId)
  const [seen, last] = [rows.find(({ snapshot }) => snapshot.hash === contentHash), rows.at(-1)]
  if (!seen || !last || last.snapshot.hash === contentHash) return null
  return {
    contentHash: last.snapshot.hash,
    comparison: await comparison(deps, seen.snapshot.content, last.snapshot.content),
  }
}

type Rows = Awaited<ReturnType<typeof listBallotTexts>>

async function sinceMine(
  deps: Deps,
  q: Q,
  viewer: Viewer,
  { id, texts, rows }: { id: string; texts: readonly FrozenText[]; rows: Rows },
): Promise<BallotAmendments['sinceMine']> {
  const paper = (await findPaperOf(q, id, viewer.actorId))?.paper
  if (!paper) return null
  const [stood] = standingPapers([paper], texts)
  if (stood?.standing !== 'stale') return null
  const mine = texts.findLast((one) => differingParts(one.parts, paper.covered).length === 0)
  const [seen, last] = [rows.find(({ row }) => row.n === mine?.n), rows.at(-1)]
  if (!seen || !last) return null
  return {
    parts: labels(last.snapshot.content, stood.changed),
    comparison: await comparison(deps, seen.snapshot.content, last.snapshot.content),
  }
}

async function amending(deps: Deps, { ballot }: LoadedBallot, rows: Rows): Promise<Amending | null> {
  if (ballot.draftId === null || ballot.options !== null) return null
  const { content } = await deps.collab.readDraft(ballot.draftId)
  const last = rows.at(-1)
  if (!last) return null
  const hashes = partHashes(content)
  const parts = differingParts(partHashes(last.snapshot.content), hashes)
  const earliest = earliestClosing({ opensAt: ballot.opensAt, now: deps.now() })
  return {
    draftId: ballot.draftId,
    contentHash: contentHash(content),
    hashes: Object.fromEntries(Object.entries(hashes).map(([part, hash]) => [partLabel(content.kind, part), hash])),
    parts: labels(content, parts),
    comparison: await comparison(deps, last.snapshot.content, content),
    mustMoveTo: ballot.closesAt >= earliest ? null : earliest,
  }
}

function labels({ kind }: EntryContent, parts: readonly string[]): string[] {
  return parts.map((part) => partLabel(kind, part))
}
