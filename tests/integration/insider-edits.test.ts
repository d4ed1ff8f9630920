import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openStore } from '../../db/store.ts'
import { eventHash, genesisHash, leafHash } from '../../domain/record/chain.ts'
import type { Checkpoint } from '../../domain/record/checkpoint.ts'
import { checkpointText } from '../../domain/record/checkpoint.ts'
import { readCheckpoints } from '../../server/cli/verify/checkpoints.ts'
import { keepCheckpoint } from '../../server/record/keep-checkpoint.ts'
import { signingKey } from '../../server/record/signing-key.ts'
import { bundleText } from '../../server/record/write-bundle.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { withdrawEntry } from '../../server/usecases/versions/withdraw-entry.ts'
import { bundleWorld } from '../factories/bundle-world.ts'
import { judge } from '../factories/judge-bundle.ts'

/** What somebody with the database file at hand does: statements, one after the other. */
type Edit = readonly [name: string, ...sql: string[]]

const zeros = '0'.repeat(64)
const anElector = '(select actor_id from electors limit 1)'
/** One who published nothing: the same name written again changes nothing. */
const anotherElector =
  '(select actor_id from electors where actor_id not in (select published_by from versions) limit 1)'
const shown = "ballot_id = (select id from ballots where rule = 'consensus')"
const hidden = "ballot_id = (select id from ballots where names = 'hidden')"
const ofShown = "id = (select id from ballots where rule = 'consensus')"
const copyPaper = (where: string) =>
  `insert into papers (id, ballot_id, choice, reason, covered, receipt, replaced, source)
   select 'x' || id, ballot_id, choice, reason, covered, 'x' || receipt, 0, source from papers where ${where} limit 1`

const votes: Edit[] = [
  ['a vote with a name', `update papers set choice = 'object' where ${shown} and choice = 'agree'`],
  ['a vote without one', `update papers set choice = 'agree' where ${hidden} and choice = 'abstain'`],
  ['a reason', `update papers set reason = 'Bought.' where ${shown} and replaced = 0`],
  ['what a paper covers', `update papers set covered = '{}' where ${shown} and replaced = 0`],
  ['a receipt', `update papers set receipt = 'a-b-c-d-2345' where ${hidden} and replaced = 0 and choice = 'abstain'`],
  ['that a paper was replaced', `update papers set replaced = 0 where ${shown} and replaced = 1`],
  ['that a paper counts', `update papers set replaced = 1 where ${hidden} and choice = 'abstain'`],
  ['what a paper replaces', `update papers set replaces = receipt where ${hidden}`],
  ['marks on a paper', `update papers set marks = '{"a":1}' where ${shown} and replaced = 0`],
  ['that a paper re-affirms', `update papers set reaffirms = receipt where ${shown} and replaced = 0`],
  [
    'a paper taken away',
    `delete from paper_links where ${shown}`,
    `delete from papers where ${shown} and choice = 'agree'`,
  ],
  ['a paper put in', copyPaper(hidden)],
  [
    'who cast a paper',
    `update paper_links set actor_id = 'nobody' where ${shown} and actor_id = (select actor_id from paper_links where ${shown} limit 1)`,
  ],
  [
    'a vote in an open ballot',
    `update papers set choice = 'agree' where ballot_id in (select id from ballots where state = 'open')`,
  ],
  [
    'a paper taken from an open ballot',
    `delete from papers where ballot_id in (select id from ballots where state = 'open')`,
  ],
  [
    'a vote of a rejected ballot',
    `update papers set choice = 'agree' where ballot_id in (select id from ballots where outcome ->> 'result' = 'rejected')`,
  ],
]

const ballots: Edit[] = [
  ['somebody off the roll', `delete from electors where ${shown} and actor_id = ${anElector}`],
  ['somebody on the roll', `insert into electors select id, 'ghost', 'full' from ballots where ${ofShown}`],
  ['the result', `update ballots set outcome = json_set(outcome, '$.result', 'rejected') where ${ofShown}`],
  ['the tally', `update ballots set outcome = json_set(outcome, '$.tally.agree', 9) where ${ofShown}`],
  ['the turnout', `update ballots set outcome = json_set(outcome, '$.turnout', 9) where ${ofShown}`],
  ['the share', `update ballots set outcome = json_set(outcome, '$.share', 0.9) where ${ofShown}`],
  [
    'words of a requirement',
    `update ballots set outcome = json_set(outcome, '$.requirements[0].words', 'Met.') where ${ofShown}`,
  ],
  [
    'a requirement',
    `update ballots set outcome = json_set(outcome, '$.requirements[0].met', json('false')) where ${ofShown}`,
  ],
  ['the rule', `update ballots set rule = 'simple-majority' where ${ofShown}`],
  ['the version of the rule', `update ballots set rule_version = 2 where ${ofShown}`],
  ['the share asked for', `update ballots set parameters = '{"p":0.9}' where ${ofShown}`],
  ['the quorum', `update ballots set quorum = '2' where ${ofShown}`],
  ['the secrecy', `update ballots set names = 'hidden' where ${ofShown}`],
  ['when results show', `update ballots set results = 'public' where ${ofShown}`],
  ['the opening time', `update ballots set opens_at = opens_at + 1 where ${ofShown}`],
  ['the closing time', `update ballots set closes_at = closes_at + 1 where ${ofShown}`],
  ['when it closed', `update ballots set closed_at = closed_at + 1 where ${ofShown}`],
  ['why it closed', `update ballots set close_reason = 'For nothing.' where ${ofShown}`],
  ['the question', `update ballots set question = 'Shall it be otherwise?' where ${ofShown}`],
  ['who opened it', `update ballots set opened_by = (select published_by from versions limit 1) where ${ofShown}`],
  ['the preset', `update ballots set preset = 'Board' where ${ofShown}`],
  ['who may close it', `update ballots set closer = 'uninvolved' where ${ofShown}`],
  ['the second moderator', `update ballots set second_moderator = 1 where ${ofShown}`],
  ['the last call', `update ballots set last_call = 5 where ${ofShown}`],
  ['whether it restarts', `update ballots set last_call_restarts = 1 where ${ofShown}`],
  ['the options', `update ballots set options = '[]' where ${ofShown}`],
  ['the statement', `update ballots set statement = 'All agreed.' where statement is not null`],
  ['a statement that nobody made', `update ballots set statement = 'All agreed.' where ${ofShown}`],
  ['a ballot made void', `update ballots set state = 'void' where ${ofShown}`],
  ['a ballot opened again', `update ballots set state = 'open' where ${ofShown}`],
  ['a ballot taken away', `delete from ballots where ${ofShown}`],
  [
    'the text under vote',
    `update ballot_snapshots set snapshot_id = (select snapshot_id from versions where n = 1 limit 1) where ${shown}`,
  ],
  ['the kind of a change', `update ballot_snapshots set change = 'typo' where ${shown}`],
  ['a challenge', `update ballot_snapshots set challenged_at = 1 where ${shown}`],
]

const texts: Edit[] = [
  ['a text', `update snapshots set content = replace(content, 'and to whom', 'and for whom')`],
  ['the hash of a text', `update snapshots set hash = '${zeros}' where id in (select snapshot_id from versions)`],
  ['the hash of a part', `update snapshot_parts set hash = '${zeros}' where part = 'section/body'`],
  ['a text called redacted', 'update snapshots set redacted_at = 5 where id in (select snapshot_id from versions)'],
  ['a release note', `update versions set note = 'Nothing new.' where n = 2`],
  ['the name of an author', `update versions set authors = json_set(authors, '$[0].name', 'Somebody') where n = 2`],
  ['the share of an author', `update versions set authors = json_set(authors, '$[0].characters', 1) where n = 2`],
  ['a decision', `update versions set decision = json_set(decision, '$.summary', 'By acclamation.') where n = 2`],
  ['the number of a version', 'update versions set n = 7 where n = 2'],
  ['when it was published', `update versions set published_at = published_at - 1 where n = 2 and kind = 'publish'`],
  ['who published it', `update versions set published_by = ${anotherElector} where n = 1`],
  ['the ballot of a version', 'update versions set ballot_id = null where n = 1'],
  ['the draft of a version', 'update versions set draft_id = null where n = 1'],
  [
    'the text of a version',
    'update versions set snapshot_id = (select snapshot_id from versions where n = 1 limit 1) where n = 2',
  ],
  ['what made a version', `update versions set kind = 'import' where n = 1`],
  ['a version taken away', 'delete from versions where n = 2'],
  [
    'a version put in',
    `insert into versions (id, entry_id, n, snapshot_id, kind, note, authors, decision, published_by, published_at) select 'x', entry_id, 9, snapshot_id, kind, note, authors, decision, published_by, published_at from versions where kind = 'publish' and n = 2`,
  ],
  ['an address', `update entries set slug = 'windfalls' where slug = 'windfall'`],
  ['which version is current', `update entries set current_version = 1 where slug = 'windfall'`],
  ['an entry taken away', `update entries set current_version = null where slug = 'windfall'`],
  ['an objection', `update objections set text = 'I like it.' where disposition = 'minority-note'`],
  ['what would settle it', `update objections set settled_by = 'Nothing.' where disposition = 'minority-note'`],
  ['a disposition', `update objections set disposition = 'adopted' where disposition = 'minority-note'`],
  ['the reason of a disposition', `update objections set reason = 'No.' where disposition = 'minority-note'`],
  ['a minority note', `update objections set minority_note = 'Never mind.' where disposition = 'minority-note'`],
  ['an objection taken away', `delete from objections where disposition = 'minority-note'`],
  ['an edition', `update editions set note = 'The second one.'`],
  ['what an edition holds', 'update edition_entries set n = 1 where n = 2'],
  ['the hash of an edition', `update editions set hash = '${zeros}'`],
]

const events: Edit[] = [
  [
    'what an event says',
    `update events set payload = json_set(payload, '$.turnout', 3) where type = 'ballot.vote-cast'`,
  ],
  ['when it happened', 'update events set at = at + 1 where seq = 9'],
  ['what kind of act it was', `update events set type = 'draft.archived' where seq = 9`],
  ['what it was about', `update events set subject = 'draft/x' where seq = 9`],
  ['an event taken out', 'delete from event_private where seq = 9', 'delete from events where seq = 9'],
  [
    'an event out, the rest moved up',
    'delete from event_private where seq >= 9',
    'delete from events where seq = 9',
    'update events set seq = -(seq - 1) where seq > 9',
    'update events set seq = -seq where seq < 0',
  ],
  [
    'two events exchanged',
    'update events set seq = -9 where seq = 9',
    'update events set seq = 9 where seq = 10',
    'update events set seq = 10 where seq = -9',
  ],
  [
    'an event put in',
    'update events set seq = -(seq + 1) where seq >= 9',
    'update events set seq = -seq where seq < 0',
    'update event_private set seq = -(seq + 1) where seq >= 9',
    'update event_private set seq = -seq where seq < 0',
    `insert into events select 9, type, subject, payload, null, at, hash, '${zeros}' from events where seq = 8`,
  ],
  ['the last events', 'delete from event_private where seq > 20', 'delete from events where seq > 20'],
  [
    'a leaf',
    `update event_private set payload = json_set(payload, '$.note', 'Other.') where payload ->> 'note' is not null`,
  ],
  ['the salt of a leaf', `update event_private set salt = 'ff' where payload ->> 'note' is not null`],
  ['a leaf taken away', `delete from event_private where payload ->> 'note' is not null`],
]

/** With the database alone nobody can sign, so of these only a line that somebody kept elsewhere may tell. */
const signedOver: Edit[] = [
  ['a signed hash', `update checkpoints set hash = '${zeros}'`],
  ['when it was signed', 'update checkpoints set at = at + 1'],
  ['who signed', `update checkpoints set key_id = '0000-0000'`],
  ['a signature', `update checkpoints set signature = replace(signature, substr(signature, 1, 1), 'x')`],
]

/** A world, its database before and after its last act, and what somebody outside kept. */
async function scene() {
  const { deps, moderator } = await bundleWorld()
  const { dataDir } = deps.env
  const [early, late] = [join(dataDir, 'early.db'), join(dataDir, 'late.db')]
  await deps.store.backup(early)
  await withdrawEntry(deps, moderator, { place: 'concepts/windfall', reason: 'It is told elsewhere.' })
  await keepCheckpoint(deps)
  await deps.store.backup(late)
  const log = join(dataDir, 'checkpoints.log')
  const kept = readCheckpoints(readFileSync(log, 'utf8'))

  /** Has the edits made in a copy of a database, and runs `look` on it; with `log` the file outside lies beside it. */
  async function edited<T>(
    file: string,
    { sql, withLog }: { sql: (db: Database.Database) => void; withLog: boolean },
    look: (place: string) => Promise<T>,
  ): Promise<T> {
    const place = join(dataDir, 'edited')
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    copyFileSync(file, join(place, 'folkmoot.db'))
    if (withLog && existsSync(log)) copyFileSync(log, join(place, 'checkpoints.log'))
    const db = new Database(join(place, 'folkmoot.db'))
    db.pragma('foreign_keys = OFF')
    sql(db)
    db.close()
    return look(place)
  }
  return { deps, early, late, kept, edited }
}

function run(statements: readonly string[]) {
  return (db: Database.Database) => {
    for (const statement of statements) {
      if (db.prepare(statement).run().changes === 0) throw new Error(`nothing to change: ${statement}`)
    }
  }
}

interface StoredEvent {
  seq: number
  type: string
  subject: string
  payload: string
  leaf_hash: string | null
  at: number
}

interface StoredLeaf {
  salt: string
  payload: string
}

/** Hashes everything anew from the first event on. */
function rechain(db: Database.Database): void {
  let prev = genesisHash
  db.exec("update events set hash = 'x' || seq")
  for (const row of db.prepare('select * from events order by seq').all() as StoredEvent[]) {
    const { seq, type, subject, at } = row
    const leaf = db.prepare('select salt, payload from event_private where seq = ?').get(seq) as StoredLeaf | undefined
    const hashed = leaf ? leafHash({ salt: leaf.salt, payload: JSON.parse(leaf.payload) }) : row.leaf_hash
    const body = { seq, type, subject, payload: JSON.parse(row.payload), leafHash: hashed, at, prev }
    const hash = eventHash(body)
    db.prepare('update events set leaf_hash = ?, prev = ?, hash = ? where seq = ?').run(hashed, prev, hash, seq)
    prev = hash
  }
}

async function check(place: string): Promise<string | null> {
  const databaseFile = join(place, 'folkmoot.db')
  const store = openStore(databaseFile, 'db/migrations')
  try {
    const { fault } = await checkRecord({ store, env: { databaseFile, dataDir: place } })
    return fault && `${fault.where}: ${fault.words}`
  } finally {
    store.close()
  }
}

async function verifyAgainst(place: string, kept: readonly Checkpoint[]) {
  const lines: string[] = []
  for await (const line of bundleText(join(place, 'folkmoot.db'), 'members')) lines.push(line.slice(0, -1))
  return judge(lines, kept)
}

it('[R9] [R12] check finds whatever an admin changes with SQL at hand', async () => {
  const { late, early, edited } = await scene()
  const edits = [...votes, ...ballots, ...texts, ...events, ...signedOver]
  expect(edits.length).toBeGreaterThanOrEqual(90)
  expect(await edited(late, { sql: () => {}, withLog: true }, check)).toBeNull()
  const missed: string[] = []
  for (const [name, ...sql] of edits) {
    if ((await edited(late, { sql: run(sql), withLog: true }, check)) === null) missed.push(name)
  }
  expect(missed).toEqual([])
  // A backup in the place of the database, without a word: the file outside knows more.
  expect(await edited(early, { sql: () => {}, withLog: true }, check)).toMatch(/kept checkpoint/)
}, 240_000)

it('[R12] [R18] a line that somebody kept finds what was changed and hashed anew, whoever signed it', async () => {
  const { deps, late, early, kept, edited } = await scene()
  const { publicKey, id, sign } = signingKey(join(deps.env.dataDir, 'edited', '..'))
  expect(kept[0]?.key).toBe(id)
  expect(publicKey).not.toBe('')
  const forged = (sql: readonly string[]) => (db: Database.Database) => {
    run(sql)(db)
    rechain(db)
    db.exec('delete from checkpoints')
    // With the file of the key at hand too, a head can be signed; that of yesterday cannot be taken back.
    const head = db.prepare('select seq, hash from events order by seq desc').get() as { seq: number; hash: string }
    const at = deps.now()
    const row = [head.seq, head.hash, at, id, sign(checkpointText({ ...head, at }))]
    db.prepare('insert into checkpoints values (?, ?, ?, ?, ?)').run(...row)
  }
  const look = (place: string) => verifyAgainst(place, kept)
  expect(await edited(late, { sql: () => {}, withLog: false }, look)).toEqual({ ours: null, other: null })
  const missed: string[] = []
  // What is put at the end of a record, hashed and signed is an event like any other.
  const harmless = ['an event put at the end', 'a leaf taken away']
  for (const [name, ...sql] of events.filter(([name]) => !harmless.includes(name))) {
    const { ours, other } = await edited(late, { sql: forged(sql), withLog: false }, look)
    if (ours === null || other === null) missed.push(`${name}: ours ${ours}, other ${other}`)
  }
  const { ours, other } = await edited(early, { sql: () => {}, withLog: false }, look)
  if (ours === null || other === null) missed.push('an older backup')
  expect(missed).toEqual([])
})
