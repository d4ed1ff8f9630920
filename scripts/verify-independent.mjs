// Checks a Folkmoot bundle with nothing but Node's standard library:
//   node verify-independent.mjs BUNDLE [KEPT_CHECKPOINTS]
// It shares no code with the server. Ends with 0 when everything holds, 1 at the first lie, 2 for a file it cannot read.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const kinds = ['event', 'checkpoint', 'word', 'entry', 'snapshot', 'objection', 'ballot', 'paper', 'version']
/** SHA-256 of the schema that this program was written for. */
export const schemaHash = 'd7a8dbe505ae20864ba5b32c197fcac9a764bfa11d054ea72bf47efda35c4830'
const members = {
  event: 'seq type subject payload leafHash at prev hash leaf?',
  checkpoint: 'seq hash at key signature',
  word: 'of id revision position data',
  entry: 'of id slug current',
  snapshot: 'id hash content parts',
  objection: 'id draftId text settledBy disposition reason minorityNote',
  ballot:
    'id draftId reportId signal question options rule ruleVersion parameters quorum names results opensAt closesAt closedAt closeReason outcome statement openedBy preset closer secondModerator lastCall lastCallRestarts electors texts',
  paper: 'ballotId id receipt replaces replaced choice? reason? covered? marks? reaffirms? by?',
  version: 'id entryId n of snapshotId note authors decision ballotId draftId publishedBy publishedAt',
}

export class Lie extends Error {}

const sha = (text) => createHash('sha256').update(text).digest('hex')
/** RFC 8785. */
function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`).join(',')}}`
}
const hash = (value) => sha(jcs(value))
const pick = (from, ...names) => Object.fromEntries(names.map((name) => [name, from[name]]))
function hold(is, what) {
  if (!is) throw new Lie(what)
}
/** Equal, where the record states it; what it does not state is from before it did. */
function told(is, said, what) {
  if (said !== undefined)
    hold(jcs(is ?? null) === jcs(said), `${what}: stated ${jcs(is ?? null)}, the record says ${jcs(said)}`)
}

export class Independent {
  n = 0
  prev = '0'.repeat(64)
  hashes = []
  at = 0
  seen = Object.fromEntries(kinds.map((kind) => [kind, { count: 0, digest: createHash('sha256') }]))
  ids = new Set()
  keys = {}
  restores = []
  redacted = {}
  drafts = {}
  frozen = {}
  stories = {}
  told = {}
  words = []
  entries = {}
  snapshots = {}
  used = new Set()
  objections = {}
  ballots = {}
  versions = []

  take(text) {
    this.n += 1
    const line = JSON.parse(text)
    hold(jcs(line) === text, `line ${this.n} is not in RFC 8785 form`)
    if (this.n === 1) return this.begin(line)
    const { kind, ...rest } = line
    hold(kinds.includes(kind), `line ${this.n}: kind ${kind}`)
    const known = members[kind].split(' ')
    for (const name of known) hold(name.endsWith('?') || name in rest, `line ${this.n}: no ${name}`)
    for (const name of Object.keys(rest))
      hold(known.includes(name) || known.includes(`${name}?`), `line ${this.n}: ${name}`)
    const place = kinds.indexOf(kind === 'paper' ? 'ballot' : kind)
    hold(place >= this.at, `line ${this.n} is out of order`)
    this.at = place
    const id = `${kind}/${rest.of ?? ''}/${rest.id ?? rest.seq}`
    hold(!this.ids.has(id), `line ${this.n} is there twice`)
    this.ids.add(id)
    this.seen[kind].count += 1
    this.seen[kind].digest.update(`${text}\n`)
    if (kind !== 'paper') this.count()
    this[kind](rest)
  }

  begin(line) {
    hold(
      line.kind === 'manifest' && line.format === 'folkmoot-bundle' && line.version === 1,
      'this is no bundle of version 1',
    )
    hold(['public', 'members'].includes(line.scope), 'the scope')
    hold(hash(line.schema) === schemaHash, 'the schema is not the one that this program knows')
    this.manifest = line
  }

  event(event) {
    hold(event.seq === this.hashes.length + 1, `event ${event.seq}: its number`)
    hold(event.prev === this.prev, `event ${event.seq} does not follow from the one before`)
    const body = pick(event, 'at', 'leafHash', 'payload', 'prev', 'seq', 'subject', 'type')
    hold(hash(body) === event.hash, `event ${event.seq}: its hash`)
    if (event.leaf) {
      hold(
        hash(event.leaf) === event.leafHash && jcs(Object.keys(event.leaf).sort()) === '["payload","salt"]',
        `event ${event.seq}: its leaf`,
      )
    }
    this.prev = event.hash
    this.hashes.push(event.hash)
    const { type, payload } = event
    if (type === 'record.key-made') this.keys[payload.key] = payload.publicKey
    if (type === 'site.restored') this.restores.push({ ...event, events: payload.events })
    if (type === 'draft.redacted') this.redacted[payload.draftId] = event.seq
    if (type === 'draft.created') this.drafts[payload.draftId] = payload
    if (type === 'vocabulary.imported') this.vocabulary = payload.hash
    if (type === 'snapshot.taken') this.freeze(payload)
    if (type.startsWith('ballot.')) this.tell(event)
    if (type.startsWith('version.') && payload.versionId !== undefined) {
      hold(!this.told[payload.versionId], `event ${event.seq} tells of a version a second time`)
      this.told[payload.versionId] = event
      this.freeze(payload)
    }
    if (type === 'signal.decided') {
      const closed = this.stories[payload.ballotId]?.closed?.payload
      const state = { adopted: 'landed', rejected: 'not-landed' }[closed?.result]
      hold(state === payload.state && closed.reportId === payload.report, `event ${event.seq}: no ballot decided so`)
    }
  }

  freeze({ snapshotId, contentHash, draftId }) {
    if (contentHash === undefined || snapshotId === undefined) return
    const before = this.frozen[snapshotId]
    hold(!before || before.contentHash === contentHash, `snapshot ${snapshotId} has two hashes`)
    this.frozen[snapshotId] = { contentHash, draftId: before?.draftId ?? draftId }
  }

  tell(event) {
    const { type, payload, subject, seq } = event
    const id = subject.slice(7)
    const story = this.stories[id]
    if (type === 'ballot.opened') {
      hold(!story, `event ${seq} opens a ballot again`)
      hold(typeof payload.closesAt === 'number', `event ${seq}: closing time`)
      const times = { closesAt: payload.closesAt, before: payload.closesAt }
      this.stories[id] = { opened: event, ...times, casts: 0, turnout: 0, texts: [payload], challenged: [], said: {} }
      return this.freeze(payload)
    }
    hold(story || !['ballot.vote-cast', 'ballot.closed'].includes(type), `event ${seq}: its ballot was not opened`)
    if (!story) return
    const moved = (to) => {
      if (to !== story.closesAt) Object.assign(story, { before: story.closesAt, closesAt: to })
    }
    const known = /^ballot\.(vote-cast|extended|amended|amendment-challenged|voided|closed)$/.test(type)
    hold(!known || (!story.closed && !story.void), `event ${seq}: its ballot had ended`)
    if (type === 'ballot.vote-cast') {
      const inTime = payload.castAt === undefined ? event.at < story.closesAt + 60_000 : payload.castAt < story.closesAt
      hold(inTime, `event ${seq}: the vote was cast too late`)
      hold([story.turnout, story.turnout + 1].includes(payload.turnout), `event ${seq}: the turnout`)
      story.casts += 1
      story.turnout = payload.turnout
      if (event.leaf) story.said[event.leaf.payload.paperId] = event.leaf.payload
    } else if (type === 'ballot.extended') {
      hold([story.closesAt, story.before].includes(payload.from), `event ${seq}: the time it moves`)
      moved(payload.to)
    } else if (type === 'ballot.amended') {
      hold(payload.n === story.texts.length + 1, `event ${seq}: the number of the text`)
      story.texts.push(payload)
      if (typeof payload.closesAt === 'number') moved(payload.closesAt)
      this.freeze({ draftId: story.opened.payload.draftId, ...payload })
    } else if (type === 'ballot.amendment-challenged') story.challenged.push(payload.n)
    else if (type === 'ballot.voided') story.void = true
    else if (type === 'ballot.closed') {
      const early = (payload.closedAt ?? event.at) < story.closesAt
      hold(!early || event.leafHash !== null, `event ${seq}: closed before its time without a reason`)
      story.closed = event
    }
  }

  checkpoint(point, where = 'checkpoint') {
    const named = `${where} ${point.seq}`
    hold(this.keys[point.key] !== undefined, `${named}: the record names no such key`)
    const bytes = Buffer.from(this.keys[point.key], 'base64')
    const id = sha(bytes)
    hold(point.key === `${id.slice(0, 4)}-${id.slice(4, 8)}`, `${named}: the id of its key`)
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' })
    const text = `folkmoot record\n${point.seq}\n${point.hash}\n${point.at}\n`
    hold(verify(null, Buffer.from(text), key, Buffer.from(point.signature, 'base64')), `${named}: its signature`)
    hold(point.signature === Buffer.from(point.signature, 'base64').toString('base64'), `${named}: its signature`)
    const back = this.restores.some((one) => one.events < point.seq && one.seq === one.events + 1 && one.at >= point.at)
    hold(back || this.hashes[point.seq - 1] === point.hash, `${named}: the chain has another event ${point.seq} now`)
  }

  word(word) {
    this.words.push({ ...word, kind: word.of })
  }

  entry(entry) {
    this.entries[entry.id] = entry
  }

  snapshot({ id, hash: stated, content, parts }) {
    const said = this.frozen[id]
    hold(said && said.contentHash === stated, `snapshot ${id}: the record has another hash, or none`)
    if (content === null || parts === null)
      hold(content === parts && this.redacted[said.draftId], `snapshot ${id}: no text`)
    else {
      const names = ['declarations', 'fields', 'kind', 'schema', 'sections', 'title']
      hold(jcs(Object.keys(content).sort()) === jcs(names), `snapshot ${id}: its members`)
      hold(hash(content) === stated, `snapshot ${id}: its text has another hash`)
      const again = { title: hash(content.title) }
      for (const [key, value] of Object.entries(content.sections)) again[`section/${key}`] = hash(value)
      for (const [key, value] of Object.entries(content.fields)) again[`field/${key}`] = hash(value)
      if (content.declarations.length > 0) again.declarations = hash(content.declarations)
      hold(jcs(again) === jcs(parts), `snapshot ${id}: the hashes of its parts`)
    }
    this.snapshots[id] = parts ?? {}
  }

  objection(objection) {
    this.objections[objection.draftId] = [...(this.objections[objection.draftId] ?? []), objection]
  }

  ballot(ballot) {
    this.open = { ballot, papers: [] }
  }

  paper(paper) {
    hold(this.open?.ballot.id === paper.ballotId, `paper ${paper.receipt}: its ballot`)
    const named = this.manifest.scope === 'members' && this.open.ballot.names === 'shown' && !paper.replaced
    hold('by' in paper === named, `paper ${paper.receipt}: whether it says who cast it`)
    this.open.papers.push(paper)
  }

  count() {
    if (!this.open) return
    const { ballot, papers } = this.open
    this.open = undefined
    checkBallot(this, ballot, papers)
    this.ballots[ballot.id] = ballot
  }

  version(version) {
    checkVersion(this, version)
    this.versions.push(version)
  }

  end(kept = []) {
    this.count()
    hold(this.manifest, 'the file is empty')
    const last = { hash: this.prev, seq: this.hashes.length }
    hold(jcs(this.manifest.through) === jcs(last), 'the manifest states another last event')
    for (const name of ['counts', 'hashes']) {
      hold(jcs(Object.keys(this.manifest[name]).sort()) === jcs([...kinds].sort()), `the ${name} of the manifest`)
    }
    for (const kind of kinds) {
      const { count, digest } = this.seen[kind]
      hold(this.manifest.counts[kind] === count, `the manifest counts other lines of kind ${kind}`)
      hold(this.manifest.hashes[kind] === digest.digest('hex'), `the manifest has another hash of kind ${kind}`)
    }
    checkWhole(this)
    for (const point of kept) this.checkpoint(point, 'the kept checkpoint of event')
    return Object.fromEntries(kinds.map((kind) => [kind, this.seen[kind].count]))
  }
}

function checkBallot(all, ballot, papers) {
  const where = `ballot ${ballot.id}`
  const story = all.stories[ballot.id]
  hold(story?.closed, `${where}: the record does not say that it closed`)
  const [opened, closed] = [story.opened.payload, story.closed.payload]
  const electors = [...new Set(ballot.electors)].sort()
  hold(jcs(electors) === jcs(ballot.electors), `${where}: its electorate is not in order`)
  const asOpened = [
    'draftId',
    'reportId',
    'rule',
    'ruleVersion',
    'parameters',
    'quorum',
    'names',
    'results',
    'opensAt',
    'openedBy',
  ]
  for (const name of asOpened) told(ballot[name], opened[name], `${where}: ${name}`)
  const terms = ['closer', 'lastCall', 'lastCallRestarts', 'options', 'preset', 'secondModerator']
  told(hash(pick(ballot, ...terms)), opened.terms, `${where}: its terms`)
  told({ count: electors.length, hash: hash(electors) }, opened.electorate, `${where}: its electorate`)
  told(ballot.closesAt, story.closesAt, `${where}: its closing time`)
  if (story.opened.leafHash !== null)
    told(ballot.question, story.opened.leaf?.payload.question ?? null, `${where}: its question`)
  const reason = story.closed.leafHash === null ? null : (story.closed.leaf?.payload.reason ?? undefined)
  hold(ballot.closeReason === reason, `${where}: why it was closed early`)
  for (const { snapshotId } of ballot.texts) {
    hold(all.snapshots[snapshotId], `${where}: the text ${snapshotId} is missing`)
    all.used.add(snapshotId)
  }
  const expected = ballot.reportId !== null ? [] : story.texts
  const texts = expected.map(({ snapshotId, change }, i) => ({
    n: i + 1,
    snapshotId,
    change: i === 0 ? 'opening' : change,
    challenged: story.challenged.includes(i + 1),
  }))
  hold(jcs(texts) === jcs(ballot.texts), `${where}: the texts it was about`)
  const { question, signal } = ballot
  if (ballot.reportId !== null)
    told(hash({ question, signal }), opened.contentHash, `${where}: the words of the signal`)
  else hold(signal === null, `${where}: the words of a signal`)
  checkPapers(where, all, ballot, papers, story, texts)
  const outcome = countAgain(
    ballot,
    papers,
    texts.map((text) => ({ ...text, parts: all.snapshots[text.snapshotId] })),
  )
  for (const name of Object.keys(outcome)) told(ballot.outcome[name], outcome[name], `${where}: its ${name}`)
  for (const name of ['result', 'tally', 'turnout', 'electorate', 'quorum', 'freshness']) {
    told(ballot.outcome[name], closed[name], `${where}: its ${name}`)
  }
  told(hash(ballot.outcome), closed.outcome, `${where}: its outcome`)
  told(ballot.closedAt, closed.closedAt, `${where}: when it closed`)
}

function checkPapers(where, all, ballot, papers, story, texts) {
  const { count, form, hash: stated } = story.closed.payload.papers
  hold(papers.length === count, `${where}: the number of its papers`)
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1))
  const listed = sorted.map((paper) => {
    const basis = pick(paper, 'id', 'receipt', 'replaces', 'replaced')
    const rest = ['choice', 'reason', 'covered', 'marks', 'reaffirms']
    if (form === 2 && paper.replaced) {
      hold(
        rest.every((name) => !(name in paper)),
        `${where}: what the replaced paper ${paper.receipt} said`,
      )
      return basis
    }
    hold(
      rest.slice(0, 4).every((name) => name in paper),
      `${where}: what the paper ${paper.receipt} said`,
    )
    const whole = { ...basis, ...pick(paper, 'choice', 'reason', 'covered') }
    if (paper.marks !== null) whole.marks = paper.marks
    if (paper.reaffirms != null) whole.reaffirms = paper.reaffirms
    return whole
  })
  hold(hash(listed) === stated, `${where}: one of its papers`)
  const receipts = new Map(papers.map((paper) => [paper.receipt, paper]))
  hold(receipts.size === papers.length, `${where}: a receipt is there twice`)
  const replacing = papers.filter(({ replaces }) => replaces !== null).map(({ replaces }) => replaces)
  hold(new Set(replacing).size === replacing.length, `${where}: two papers replace one`)
  hold(
    replacing.every((receipt) => receipts.get(receipt)?.replaced),
    `${where}: a replaced paper counts`,
  )
  const standing = papers.filter(({ replaced }) => !replaced)
  hold(papers.length - standing.length === replacing.length, `${where}: a paper is replaced by none`)
  if (story.closed.payload.outcome !== undefined || story.casts > 0) {
    hold(
      story.casts === papers.length,
      `${where}: the record tells of ${story.casts} votes, and ${papers.length} are here`,
    )
    hold(story.turnout === standing.length, `${where}: the turnout the record tells of`)
  }
  hold(standing.length <= ballot.electors.length, `${where}: more papers than people`)
  const covers = ballot.reportId !== null ? [{ question: hash(ballot.question), signal: hash(ballot.signal) }] : []
  for (const { snapshotId } of texts) covers.push(all.snapshots[snapshotId])
  const known = covers.filter((parts) => Object.keys(parts).length > 0).map(jcs)
  for (const { covered, receipt } of papers) {
    if (covered === undefined || known.length < covers.length) continue
    hold(known.includes(jcs(covered)), `${where}: the text that the paper ${receipt} covers`)
  }
  const voters = papers.filter(({ by }) => typeof by === 'string').map(({ by }) => by)
  hold(ballot.names === 'shown' || voters.length === 0, `${where}: names that were to be hidden`)
  hold(new Set(voters).size === voters.length, `${where}: somebody voted twice`)
  hold(
    voters.every((voter) => ballot.electors.includes(voter)),
    `${where}: somebody voted who may not`,
  )
  for (const { id, choice, reason, by, receipt } of papers) {
    const said = story.said[id]
    if (!said || choice === undefined) continue
    hold(said.choice === choice && said.reason === reason, `${where}: what the paper ${receipt} said when it was cast`)
    hold(by === undefined || by === null || said.actorId === by, `${where}: who cast the paper ${receipt}`)
  }
}

/** Whether a paper still stands: what it covered has changed by unchallenged typos at most. */
function stands({ covered }, texts) {
  if (texts.length < 2) return true
  const last = texts.at(-1).parts
  return [...new Set([...Object.keys(covered), ...Object.keys(last)])].every((part) => {
    if (covered[part] === last[part]) return true
    for (let i = texts.length - 1; i > 0; i -= 1) {
      const [before, after] = [texts[i - 1], texts[i]]
      const typo = after.change === 'typo' && !after.challenged
      if (before.parts[part] !== after.parts[part] && !typo) return false
      if (before.parts[part] === covered[part]) return true
    }
    return false
  })
}

/** Shares as whole numbers: thirds where written as one, otherwise hundredths of a per cent. */
function fraction(share) {
  for (const part of [1, 2]) if (Math.abs(share - part / 3) < 0.0004) return [part, 3]
  return [Math.round(share * 10_000), 10_000]
}

function countAgain({ rule, parameters, quorum, electors, outcome }, papers, texts) {
  const counted = papers.filter((paper) => !paper.replaced && stands(paper, texts))
  const tally = { agree: 0, reservations: 0, abstain: 0, object: 0 }
  for (const { choice } of counted) tally[choice] += 1
  const yes = tally.agree + tally.reservations
  const all = yes + tally.object
  const reaches = (share) => all > 0 && yes * fraction(share)[1] >= fraction(share)[0] * all
  const [part, of] = typeof quorum === 'number' ? [] : fraction(quorum.share)
  const needed = typeof quorum === 'number' ? quorum : Math.floor((electors.length * part + of - 1) / of)
  const carried = {
    'simple-majority': () => yes > tally.object,
    supermajority: () => reaches(parameters.p ?? 0.6667),
    consensus: () => reaches(parameters.p ?? 0.8),
  }[rule]
  hold(carried, `the rule ${rule} is not known here`)
  // Whether an objection was open is taken from what was stated: dispositions come later.
  const blocked = outcome.requirements.some(({ id, met }) => id === 'objections' && !met)
  const result = counted.length < needed ? 'no-quorum' : !carried() ? 'rejected' : blocked ? 'blocked' : 'adopted'
  return {
    result,
    tally,
    turnout: counted.length,
    electorate: electors.length,
    quorum: needed,
    share: all === 0 ? null : yes / all,
  }
}

function checkVersion(all, version) {
  const where = `version ${version.n} of entry ${version.entryId}`
  const event = all.told[version.id]
  hold(event, `${where}: the record does not tell of it`)
  hold(all.snapshots[version.snapshotId], `${where}: its text is missing`)
  all.used.add(version.snapshotId)
  const types = { import: 'version.imported', publish: 'version.published', withdraw: 'version.withdrawn' }
  hold(event.type === types[version.of], `${where}: what made it`)
  const said = event.payload
  for (const name of ['entryId', 'n', 'snapshotId', 'publishedAt']) told(version[name], said[name], `${where}: ${name}`)
  for (const name of ['ballotId', 'draftId']) told(version[name], said[name] ?? null, `${where}: ${name}`)
  told(hash(version.decision), said.decisionHash, `${where}: its decision`)
  told(
    version.authors.map(({ actorId }) => actorId),
    said.authorIds,
    `${where}: its authors`,
  )
  told(version.publishedBy, said.actorId, `${where}: who published it`)
  if (event.leafHash !== null) {
    told(version.note, event.leaf?.payload.note ?? null, `${where}: its note`)
    told(version.authors, event.leaf?.payload.authors ?? null, `${where}: its authors`)
  }
  if (version.of !== 'publish') return
  const [ballot, closed] = [all.ballots[version.ballotId], all.stories[version.ballotId]?.closed]
  hold(ballot && closed && closed.seq < event.seq, `${where}: no ballot decided it before`)
  hold(['adopted', 'blocked'].includes(ballot.outcome.result), `${where}: its ballot did not carry it`)
  hold(ballot.draftId === null || ballot.draftId === version.draftId, `${where}: another draft was voted on`)
  hold(ballot.texts.at(-1)?.snapshotId === version.snapshotId, `${where}: another text was voted on`)
  const draft = all.drafts[version.draftId]
  if (draft)
    hold(draft.entryId === version.entryId && version.n === (draft.baseVersion ?? 0) + 1, `${where}: its draft`)
  if (event.leaf) told(ballot.statement ?? '', event.leaf.payload.statement, `${where}: what was said of the outcome`)
  const objections = [...(all.objections[version.draftId] ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))
  hold(
    objections.every(({ disposition }) => disposition !== 'open'),
    `${where}: an objection is open`,
  )
  if (said.objections === undefined) return
  hold(objections.length === said.objections.count, `${where}: the number of objections`)
  const listed = objections.map(({ draftId, ...rest }) => rest)
  const removed = (all.redacted[version.draftId] ?? 0) > event.seq
  hold(removed || hash(listed) === said.objections.hash, `${where}: the objections and their dispositions`)
}

function checkWhole(all) {
  const ids = new Set(all.versions.map(({ id }) => id))
  for (const id of Object.keys(all.told)) hold(ids.has(id), `the version ${id} is missing`)
  for (const { entryId } of all.versions) hold(all.entries[entryId], `the entry ${entryId} is missing`)
  for (const { id, of, slug, current } of Object.values(all.entries)) {
    const own = all.versions.filter(({ entryId }) => entryId === id).sort((a, b) => a.n - b.n)
    hold(own.every(({ n }, i) => n === i + 1) && own.length === current, `entry ${id}: the numbers of its versions`)
    told(hash({ kind: of, slug }), all.told[own.at(-1)?.id]?.payload.place, `entry ${id}: its address`)
  }
  for (const id of Object.keys(all.snapshots)) hold(all.used.has(id), `nothing stands on snapshot ${id}`)
  const published = new Set(all.versions.map(({ draftId }) => draftId))
  for (const draftId of Object.keys(all.objections)) hold(published.has(draftId), `an objection to draft ${draftId}`)
  for (const [id, { opened, closed }] of Object.entries(all.stories)) {
    const { draftId } = opened.payload
    const report = closed?.payload.reportId
    if (draftId === undefined && report === undefined && !all.ballots[id]) continue
    const shown =
      Boolean(closed) && (all.manifest.scope === 'members' || report !== undefined || published.has(draftId))
    hold(Boolean(all.ballots[id]) === shown, `ballot ${id}: whether it is in the bundle`)
  }
  const words = [...all.words].sort((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1))
  const listed = words.map((word) => pick(word, 'data', 'id', 'kind', 'position', 'revision'))
  if (all.vocabulary !== undefined) hold(hash(listed) === all.vocabulary, 'the vocabulary')
}

/** Checkpoints that somebody kept: `seq hash at key signature`, one a line. */
export function readKept(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const [seq, head, at, key, signature] = line.trim().split(' ')
    return { seq: Number(seq), hash: head, at: Number(at), key, signature }
  })
}

async function main([file, kept]) {
  const all = new Independent()
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 })) all.take(line)
  const counts = all.end(kept ? readKept(readFileSync(kept, 'utf8')) : [])
  for (const [kind, count] of Object.entries(counts)) console.log(`${String(count).padStart(8)} ${kind} lines checked`)
  console.log('Everything in this bundle is as its record says.')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.log(error instanceof Lie ? `A lie. ${error.message}.` : `This cannot be read as a bundle: ${error.message}`)
    process.exitCode = error instanceof Lie ? 1 : 2
  })
}
