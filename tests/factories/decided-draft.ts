import * as Y from 'yjs'
import { seedUpdate } from '../../collab/doc-shape.ts'
import { replaceSection } from '../../collab/replace-section.ts'
import { insertBallot, insertPaper, updateBallot } from '../../db/queries/ballots.ts'
import { insertDraft } from '../../db/queries/drafts.ts'
import { findEntryById, insertEntry } from '../../db/queries/entries.ts'
import { insertSnapshot } from '../../db/queries/snapshots.ts'
import { insertVersion } from '../../db/queries/versions.ts'
import { actors, docUpdates, users } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { Role, Viewer } from '../../domain/access/viewer.ts'
import type { Choice, Result } from '../../domain/ballots/ballot.ts'
import { decide } from '../../domain/ballots/decide.ts'
import { papersHash } from '../../domain/ballots/papers-hash.ts'
import { ruleOf } from '../../domain/ballots/rules/registry.ts'
import { tallyPapers } from '../../domain/ballots/tally.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph, plainText } from '../../domain/prose/tree.ts'
import { hashJson, sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../../server/deps.ts'
import { recordEvent } from '../../server/record/record-event.ts'

/** A strategy that is complete enough to publish. */
export const completeStrategy: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Rate-limited AI',
  sections: {
    bet: paragraph('Slower steps leave time to notice what goes wrong.'),
    mechanism: paragraph('Cap how fast a deployed system may act.'),
    falsification: paragraph('A capped system does the harm that the cap was meant to prevent.'),
    threshold: paragraph('The cap is so low that everyone runs uncapped copies.'),
  },
  fields: {
    lever: 'pace',
    pull: '+',
    'acts-on': 'ai',
    coercion: 'mandate',
    'actor-in-control': 'state',
    'time-horizon': 'near',
    'legitimacy-source': 'law',
  },
  declarations: [],
}

/** The text that the ballot of a decided draft adopts. */
export const revisedStrategy: EntryContent = {
  ...completeStrategy,
  sections: {
    ...completeStrategy.sections,
    falsification: paragraph('Three capped systems do the harm that the cap was meant to prevent.'),
  },
}

/** An account, as the viewer it is when signed in. */
export async function anAccount(deps: Deps, role: Exclude<Role, 'guest'>, name: string): Promise<Viewer> {
  const actorId = deps.newId()
  await deps.store.tx(async (q) => {
    await q.insert(actors).values({ id: actorId, type: 'user', name, createdAt: deps.now() })
    await q.insert(users).values({
      actorId,
      email: `${actorId}@example.org`,
      passwordHash: null,
      role,
      colour: '#1c4a86',
      suspendedAt: null,
    })
  })
  return { actorId, name, role, colour: '#1c4a86', suspended: false }
}

/** An entry with its version 1, as an import leaves it. */
export async function anEntry(deps: Deps, by: Viewer, content: EntryContent, slug: string): Promise<string> {
  const id = deps.newId()
  await deps.store.tx(async (q) => {
    await insertEntry(q, { id, kind: content.kind, slug, title: content.title, createdAt: deps.now() })
    const snapshot = await insertSnapshot(q, {
      id: deps.newId(),
      entryId: id,
      draftId: null,
      docSeq: 0,
      content,
      createdAt: deps.now(),
    })
    const version = {
      id: deps.newId(),
      entryId: id,
      n: 1,
      snapshotId: snapshot.id,
      kind: 'import' as const,
      variant: null,
      note: 'Imported.',
      authors: [{ actorId: by.actorId, name: by.name }],
      decision: { kind: 'imported' as const, summary: 'Imported from the published atlas.' },
      ballotId: null,
      draftId: null,
      publishedBy: by.actorId,
      publishedAt: deps.now(),
      reviewAt: null,
      expiresAt: null,
    }
    await insertVersion(q, version, snapshot)
    await recordEvent(deps, q, {
      type: 'version.imported',
      subject: `entry/${id}`,
      payload: { entryId: id, versionId: version.id, n: 1, snapshotId: snapshot.id, contentHash: snapshot.hash },
    })
  })
  return id
}

export interface DecidedDraft {
  draftId: string
  ballotId: string
  snapshotId: string
  result: Result
}

interface Decided {
  owner: Viewer
  /** Accounts that wrote, with the weight of each. */
  writers?: readonly (readonly [Viewer, number])[]
  entryId: string
  baseVersion: number | null
  content?: EntryContent
  votes?: readonly (readonly [Viewer, Choice])[]
}

/** A draft with a closed ballot about it, written as the use cases write it. */
export async function aDecidedDraft(deps: Deps, plan: Decided): Promise<DecidedDraft> {
  const { owner, entryId, baseVersion, content = revisedStrategy, votes = [[owner, 'agree']] } = plan
  const [draftId, ballotId, snapshotId] = [deps.newId(), deps.newId(), deps.newId()]
  const now = deps.now()
  return deps.store.tx(async (q) => {
    if (!(await findEntryById(q, entryId))) throw new Error(`no entry ${entryId}`)
    await insertDraft(q, {
      id: draftId,
      entryId,
      kind: content.kind,
      title: content.title,
      baseVersion,
      forkedFrom: null,
      scope: null,
      state: 'promoted',
      visibility: 'members',
      writing: 'members',
      ownerId: owner.actorId,
      generation: 1,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    })
    const docSeq = await writeLog(deps, q, draftId, plan)
    await insertSnapshot(q, {
      id: snapshotId,
      entryId,
      draftId,
      docSeq,
      docGeneration: 1,
      content,
      createdAt: now,
    })
    const electors = votes.map(([viewer]) => viewer.actorId).sort()
    const terms = {
      rule: 'simple-majority' as const,
      parameters: {},
      quorum: 1,
      names: 'shown' as const,
      opensAt: now,
      closesAt: now + 60_000,
    }
    await insertBallot(
      q,
      {
        ...terms,
        id: ballotId,
        entryId,
        draftId,
        question: 'Should this text become the next version?',
        reportId: null,
        options: null,
        ruleVersion: 1,
        results: 'hidden',
        state: 'open',
        closedAt: null,
        closeReason: null,
        preset: null,
        closer: 'anyone',
        secondModerator: false,
        lastCall: null,
        lastCallRestarts: false,
        outcome: null,
        statement: null,
        openedBy: owner.actorId,
      },
      snapshotId,
      electors,
    )
    await recordEvent(deps, q, {
      type: 'ballot.opened',
      subject: `ballot/${ballotId}`,
      payload: { ballotId, snapshotId, ...terms, electorate: { count: electors.length, hash: hashJson(electors) } },
    })
    const result = await close(deps, q, ballotId, votes, content)
    return { draftId, ballotId, snapshotId, result }
  })
}

/** A log in which the writers wrote a section of the content in turn, each as much of it as their weight. */
async function writeLog(deps: Deps, q: Q, draftId: string, { owner, writers = [], content }: Decided): Promise<number> {
  const { mechanism = [] } = (content ?? revisedStrategy).sections
  const words = plainText(mechanism)
  const sections = { ...(content ?? revisedStrategy).sections, mechanism: writers.length > 0 ? [] : mechanism }
  const updates = [seedUpdate({ ...(content ?? revisedStrategy), sections })]
  const total = writers.reduce((sum, [, weight]) => sum + weight, 0)
  let done = 0
  for (const [, weight] of writers) {
    done += weight
    const doc = new Y.Doc()
    for (const update of updates) Y.applyUpdate(doc, update)
    doc.on('update', (update: Uint8Array) => updates.push(update))
    replaceSection(doc, 'mechanism', paragraph(words.slice(0, Math.ceil((words.length * done) / total))))
  }
  const rows = [owner, ...writers.map(([viewer]) => viewer)].map((viewer, i) => {
    const bytes = Buffer.from(updates[i] ?? new Uint8Array())
    return {
      draftId,
      generation: 1,
      seq: i + 1,
      actorId: viewer.actorId,
      bytes,
      hash: sha256Hex(bytes),
      at: deps.now(),
    }
  })
  await q.insert(docUpdates).values(rows)
  return rows.length
}

async function close(
  deps: Deps,
  q: Q,
  ballotId: string,
  votes: NonNullable<Decided['votes']>,
  content: EntryContent,
): Promise<Result> {
  const papers = votes.map(([viewer, choice], i) => ({
    viewer,
    paper: {
      id: deps.newId(),
      ballotId,
      choice,
      reason: '',
      covered: partHashes(content),
      receipt: `receipt ${i} of ${ballotId}`,
      replaces: null,
      replaced: false,
      source: 'online' as const,
      objectionId: null,
      marks: null,
      reaffirms: null,
    },
  }))
  for (const { viewer, paper } of papers) await insertPaper(q, paper, { actorId: viewer.actorId, castAt: deps.now() })
  const cast = papers.map(({ paper }) => paper)
  const outcome = decide({
    rule: ruleOf('simple-majority'),
    parameters: {},
    quorum: 1,
    electorate: votes.length,
    tally: tallyPapers(cast),
    openObjections: 0,
  })
  await updateBallot(q, ballotId, {
    state: 'closed',
    closedAt: deps.now(),
    closeReason: 'Everybody has voted.',
    outcome,
  })
  await recordEvent(deps, q, {
    type: 'ballot.closed',
    subject: `ballot/${ballotId}`,
    payload: {
      ballotId,
      result: outcome.result,
      tally: outcome.tally,
      papers: { count: cast.length, hash: papersHash(cast, { form: 1, names: 'shown', texts: [] }) },
    },
    leaf: { reason: 'Everybody has voted.' },
  })
  return outcome.result
}
