// Checks a Folkmoot bundle with nothing but Node's standard library, and shares no code with the server:
//   node verify-independent.mjs BUNDLE [KEPT_CHECKPOINTS]
// Ends with 0 when everything holds, with 1 at the first lie, with 2 for a file that it cannot read.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const names = (text) => text.split(/\s+/)
const kinds = names('event checkpoint word entry snapshot objection ballot paper version edition')
/** The members of each kind of line; those with ? may be missing. */
const shapes = {
  event: 'seq type subject payload leafHash at prev hash leaf?',
  checkpoint: 'seq hash at key signature',
  word: 'of id revision position data',
  entry: 'of id slug current',
  snapshot: 'id hash content parts',
  objection: 'id draftId text settledBy disposition reason minorityNote',
  ballot: `id draftId reportId signal question options rule ruleVersion parameters quorum names results opensAt closesAt
    closedAt closeReason outcome statement openedBy preset closer secondModerator lastCall lastCallRestarts electors texts`,
  paper: 'ballotId id receipt replaces replaced choice? reason? covered? marks? reaffirms? by?',
  version: 'id entryId n of snapshotId note authors decision ballotId draftId publishedBy publishedAt',
  edition: 'id name note hash by entries',
}
/** SHA-256 of the schema that this program was written for. */
export const schemaHash = '14b07151fba5cedf810f7ef73c9f28ed3ac392b00ac0eda87fa1eefb9a7f1397'

export class Lie extends Error {}
function hold(is, what) {
  if (!is) throw new Lie(what)
}
const sha = (text) => createHash('sha256').update(text).digest('hex')
/** JSON as RFC 8785 has it. */
function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`)
    .join(',')}}`
}
const hash = (value) => sha(jcs(value))
const pick = (from, text) => Object.fromEntries(names(text).map((name) => [name, from[name]]))
const byId = (a, b) => (a.id < b.id ? -1 : 1)
const unique = (list) => new Set(list).size === list.length
function same(stated, again, what) {
  hold(jcs(stated ?? null) === jcs(again ?? null), `${what}: stated ${jcs(stated ?? null)}, but ${jcs(again ?? null)}`)
}
/** What the record does not state is from before it did. */
const told = (stated, said, what) => said === undefined || same(stated, said, what)

export class Independent {
  lines = 0
  hashes = []
  place = 0
  seen = Object.fromEntries(kinds.map((kind) => [kind, { count: 0, digest: createHash('sha256') }]))
  last = {}
  keys = {}
  restores = []
  redacted = {}
  drafts = {}
  frozen = {}
  stories = {}
  events = { version: {}, edition: {} }
  entries = {}
  snapshots = {}
  used = new Set()
  ballots = {}
  lists = { word: [], objection: [], version: [], edition: [] }

  take(text) {
    const line = JSON.parse(text)
    this.lines += 1
    const { kind, ...rest } = line
    const where = `line ${this.lines}`
    hold(jcs(line) === text, `${where} is not in RFC 8785 form`)
    if (this.lines === 1) {
      hold(
        kind === 'manifest' && line.format === 'folkmoot-bundle' && line.version === 1,
        'this is no bundle of version 1',
      )
      hold(['public', 'members'].includes(line.scope), 'the scope')
      hold(hash(line.schema) === schemaHash, 'the schema is not the one that this program knows')
      same(Object.keys(line).sort(), names('counts format hashes kind schema scope through version'), 'the manifest')
      this.manifest = line
      return
    }
    hold(kinds.includes(kind), `${where}: its kind`)
    const known = names(shapes[kind])
    hold(
      known.every((name) => name.endsWith('?') || name in rest),
      `${where}: a member is missing`,
    )
    hold(
      Object.keys(rest).every((name) => known.includes(name) || known.includes(`${name}?`)),
      `${where}: its members`,
    )
    const place = kinds.indexOf(kind === 'paper' ? 'ballot' : kind)
    hold(place >= this.place, `${where} is out of order`)
    this.place = place
    const key = kind === 'word' ? `${rest.of}/${rest.id}` : (rest.id ?? rest.seq)
    hold(this.last[kind] === undefined || this.last[kind] < key, `${where} is out of order, or there twice`)
    this.last[kind] = key
    if (kind === 'ballot') this.last.paper = undefined
    this.seen[kind].count += 1
    this.seen[kind].digest.update(`${text}\n`)
    if (kind !== 'paper') this.closeBallot()
    if (this.lists[kind]) this.lists[kind].push(rest)
    else this[kind](rest)
  }

  event(event) {
    const { seq, type, payload, leaf } = event
    const where = `event ${seq}`
    same(seq, this.hashes.length + 1, `${where}: its number`)
    same(event.prev, this.hashes.at(-1) ?? '0'.repeat(64), `${where}: the event before it`)
    same(event.hash, hash(pick(event, 'at leafHash payload prev seq subject type')), `${where}: its hash`)
    if (leaf) same([event.leafHash, Object.keys(leaf).sort()], [hash(leaf), ['payload', 'salt']], `${where}: its leaf`)
    this.hashes.push(event.hash)
    if (type === 'record.key-made') this.keys[payload.key] = payload.publicKey
    if (type === 'site.restored') this.restores.push(event)
    if (type === 'draft.redacted') this.redacted[payload.draftId] = seq
    if (type === 'draft.created') this.drafts[payload.draftId] = payload
    if (type === 'vocabulary.imported') this.vocabulary = payload.hash
    if (type === 'snapshot.taken') this.freeze(payload)
    if (type.startsWith('ballot.')) this.tell(event, where)
    const [noun] = type.split('.')
    const id = payload[`${noun}Id`]
    if (this.events[noun] && id !== undefined) {
      hold(!this.events[noun][id], `${where} tells of a ${noun} a second time`)
      this.events[noun][id] = event
      this.freeze(payload)
    }
    if (type !== 'signal.decided') return
    const closed = this.stories[payload.ballotId]?.closed?.payload
    const state = { adopted: 'landed', rejected: 'not-landed' }[closed?.result]
    same([payload.state, payload.report], [state, closed?.reportId], `${where}: what a ballot decided`)
  }

  freeze({ snapshotId, contentHash, draftId }) {
    if (contentHash === undefined || typeof snapshotId !== 'string') return
    const before = this.frozen[snapshotId] ?? { contentHash, draftId }
    same(contentHash, before.contentHash, `snapshot ${snapshotId}: the hash that events state`)
    this.frozen[snapshotId] = before
  }

  tell(event, where) {
    const { type, payload, at } = event
    const id = event.subject.slice(7)
    const story = this.stories[id]
    const act = type.slice(7)
    if (act === 'opened') {
      hold(!story && typeof payload.closesAt === 'number', `${where} opens a ballot that was open`)
      const begun = {
        closesAt: payload.closesAt,
        before: payload.closesAt,
        casts: 0,
        turnout: 0,
        challenged: [],
        said: {},
      }
      this.stories[id] = { ...begun, opened: event, texts: [payload] }
      this.freeze(payload)
    }
    hold(story || !['vote-cast', 'closed'].includes(act), `${where}: its ballot was not opened`)
    if (act === 'outcome-stated') story.statement = payload.statementHash
    const isKnown = names('vote-cast extended amended amendment-challenged voided closed').includes(act)
    if (!story || !isKnown) return
    hold(!story.closed && !story.void, `${where}: its ballot had ended`)
    const move = (to) => to !== story.closesAt && Object.assign(story, { before: story.closesAt, closesAt: to })
    if (act === 'vote-cast') {
      const { castAt = at - 60_000, turnout } = payload
      hold(castAt < story.closesAt, `${where}: the vote was cast too late`)
      hold([0, 1].includes(turnout - story.turnout), `${where}: the turnout`)
      Object.assign(story, { casts: story.casts + 1, turnout })
      if (event.leaf) story.said[event.leaf.payload.paperId] = event.leaf.payload
    }
    if (act === 'extended') {
      hold([story.closesAt, story.before].includes(payload.from), `${where}: the time that it moves`)
      move(payload.to)
    }
    if (act === 'amended') {
      same(payload.n, story.texts.length + 1, `${where}: the number of the text`)
      story.texts.push(payload)
      if (typeof payload.closesAt === 'number') move(payload.closesAt)
      this.freeze({ draftId: story.opened.payload.draftId, ...payload })
    }
    if (act === 'amendment-challenged') story.challenged.push(payload.n)
    if (act === 'voided') story.void = true
    if (act !== 'closed') return
    const isEarly = (payload.closedAt ?? at) < story.closesAt
    hold(!isEarly || event.leafHash !== null, `${where}: closed before its time without a reason`)
    story.closed = event
  }

  checkpoint(point, which = 'checkpoint') {
    const where = `${which} ${point.seq}`
    hold(this.keys[point.key] !== undefined, `${where}: the record names no such key`)
    const [key, signature] = [this.keys[point.key], point.signature].map((text) => Buffer.from(text, 'base64'))
    same(point.key, sha(key).replace(/^(.{4})(.{4}).*$/, '$1-$2'), `${where}: the id of its key`)
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
    const text = Buffer.from(`folkmoot record\n${point.seq}\n${point.hash}\n${point.at}\n`)
    const isSigned = verify(null, text, createPublicKey({ key: jwk, format: 'jwk' }), signature)
    hold(isSigned && point.signature === signature.toString('base64'), `${where}: its signature`)
    const isBack = ({ seq, at, payload }) => payload.events < point.seq && seq === payload.events + 1 && at >= point.at
    if (!this.restores.some(isBack)) same(point.hash, this.hashes[point.seq - 1], `${where}: the event that was signed`)
  }

  entry(entry) {
    this.entries[entry.id] = entry
  }

  snapshot({ id, hash: stated, content, parts }) {
    const where = `snapshot ${id}`
    const said = this.frozen[id]
    same(stated, said?.contentHash, `${where}: its hash`)
    this.snapshots[id] = parts ?? {}
    if (content === null || parts === null)
      return hold(content === parts && this.redacted[said.draftId], `${where}: no text`)
    same(Object.keys(content).sort(), names('declarations fields kind schema sections title'), `${where}: its members`)
    same(stated, hash(content), `${where}: its text`)
    const again = { title: hash(content.title) }
    for (const [part, value] of Object.entries(content.sections)) again[`section/${part}`] = hash(value)
    for (const [part, value] of Object.entries(content.fields)) again[`field/${part}`] = hash(value)
    if (content.declarations.length > 0) again.declarations = hash(content.declarations)
    same(parts, again, `${where}: its parts`)
  }

  ballot(ballot) {
    this.open = { ballot, papers: [] }
  }

  paper(paper) {
    const where = `paper ${paper.receipt}`
    same(paper.ballotId, this.open?.ballot.id, `${where}: its ballot`)
    const isNamed = this.manifest.scope === 'members' && this.open.ballot.names === 'shown' && !paper.replaced
    same(isNamed ? typeof paper.by : paper.by, isNamed ? 'string' : null, `${where}: whether it says who cast it`)
    this.open.papers.push(paper)
  }

  closeBallot() {
    if (!this.open) return
    checkBallot(this, this.open.ballot, this.open.papers)
    this.ballots[this.open.ballot.id] = this.open.ballot
    this.open = undefined
  }

  end(kept = []) {
    this.closeBallot()
    hold(this.manifest, 'the file is empty')
    const { through, counts, hashes } = this.manifest
    same(through, { seq: this.hashes.length, hash: this.hashes.at(-1) ?? '0'.repeat(64) }, 'the last event')
    const seen = Object.entries(this.seen)
    same(counts, Object.fromEntries(seen.map(([kind, { count }]) => [kind, count])), 'the counts of the manifest')
    const digests = seen.map(([kind, { digest }]) => [kind, digest.digest('hex')])
    same(hashes, Object.fromEntries(digests), 'the hashes of the manifest')
    for (const version of this.lists.version) checkVersion(this, version)
    checkWhole(this)
    for (const point of kept) this.checkpoint(point, 'the kept checkpoint')
    return counts
  }
}

function checkBallot(all, ballot, papers) {
  const where = `ballot ${ballot.id}`
  const story = all.stories[ballot.id]
  hold(story?.closed, `${where}: the record does not say that it closed`)
  const [opened, closed] = [story.opened.payload, story.closed.payload]
  const fixed = 'draftId reportId rule ruleVersion parameters quorum names results opensAt openedBy'
  for (const name of names(fixed)) told(ballot[name], opened[name], `${where}: ${name}`)
  const terms = hash(pick(ballot, 'closer lastCall lastCallRestarts options preset secondModerator'))
  told(terms, opened.terms, `${where}: its terms`)
  const people = { count: ballot.electors.length, hash: hash(ballot.electors) }
  same(people, opened.electorate, `${where}: its electorate`)
  same(ballot.electors, [...new Set(ballot.electors)].sort(), `${where}: its electorate`)
  same(ballot.closesAt, story.closesAt, `${where}: its closing time`)
  const leafOf = ({ leaf, leafHash }) => (leafHash === null ? {} : (leaf?.payload ?? { question: 0, reason: 0 }))
  told(ballot.question, leafOf(story.opened).question, `${where}: its question`)
  same(ballot.closeReason, leafOf(story.closed).reason, `${where}: why it was closed early`)
  const { question, options, signal } = ballot
  const isText = ballot.reportId === null && options === null
  const texts = (isText ? story.texts : []).map(({ snapshotId, change }, i) => {
    hold(all.snapshots[snapshotId], `${where}: the text ${snapshotId} is missing`)
    all.used.add(snapshotId)
    return { n: i + 1, snapshotId, change: i ? change : 'opening', challenged: story.challenged.includes(i + 1) }
  })
  same(ballot.texts, texts, `${where}: the texts it was about`)
  if (ballot.reportId === null) same(signal, null, `${where}: the words of a signal`)
  if (!isText)
    same(
      hash(signal === null ? { question, options } : { question, signal }),
      opened.contentHash,
      `${where}: its words`,
    )
  for (const text of texts) text.parts = all.snapshots[text.snapshotId]
  const answered = signal === null ? {} : { question: hash(question), signal: hash(signal) }
  checkPapers(where, ballot, papers, story, isText ? texts.map(({ parts }) => parts) : [answered])
  const outcome = countAgain(where, ballot, papers, texts)
  for (const name of Object.keys(outcome)) same(ballot.outcome[name], outcome[name], `${where}: its ${name}`)
  for (const name of names('result tally turnout electorate quorum freshness')) {
    told(ballot.outcome[name], closed[name], `${where}: its ${name}`)
  }
  told(hash(ballot.outcome), closed.outcome, `${where}: its outcome`)
  const version = Object.values(all.events.version).find(({ payload }) => payload.ballotId === ballot.id)
  const statement = story.statement ?? hash(version?.leaf?.payload.statement || null)
  same(hash(ballot.statement), statement, `${where}: what was said of its outcome`)
  told(ballot.closedAt, closed.closedAt, `${where}: when it closed`)
}

function checkPapers(where, ballot, papers, { closed, opened, casts, turnout, said }, covers) {
  const { count, form, hash: stated } = closed.payload.papers
  const listed = [...papers].sort(byId).map((paper) => {
    const isBare = form === 2 && paper.replaced
    const said = names('choice reason covered marks reaffirms').filter((name) => name in paper)
    same(said.length, isBare ? 0 : 5, `${where}: what the paper ${paper.receipt} says`)
    const { ballotId, by, marks, reaffirms, ...rest } = paper
    return { ...rest, ...(marks != null && { marks }), ...(reaffirms != null && { reaffirms }) }
  })
  same([papers.length, hash(listed)], [count, stated], `${where}: its papers`)
  const standing = papers.filter(({ replaced }) => !replaced)
  const replacing = papers.filter(({ replaces }) => replaces !== null).map(({ replaces }) => replaces)
  const replaced = papers.filter((paper) => paper.replaced).map(({ receipt }) => receipt)
  hold(unique(papers.map(({ receipt }) => receipt)), `${where}: a receipt is there twice`)
  same(replacing.sort(), replaced.sort(), `${where}: papers that were replaced`)
  if (closed.payload.outcome !== undefined || casts > 0) {
    same([papers.length, standing.length], [casts, turnout], `${where}: the votes that the record tells of`)
  }
  hold(standing.length <= ballot.electors.length, `${where}: more papers than people`)
  const known = covers.filter((parts) => Object.keys(parts).length > 0).map(jcs)
  const isCovered = ({ covered }) => !covered || known.length < covers.length || known.includes(jcs(covered))
  hold(opened.payload.contentHash === undefined || papers.every(isCovered), `${where}: a text that a paper covers`)
  const voters = papers.filter(({ by }) => typeof by === 'string').map(({ by }) => by)
  hold(ballot.names === 'shown' || voters.length === 0, `${where}: names that were to be hidden`)
  hold(unique(voters) && voters.every((voter) => ballot.electors.includes(voter)), `${where}: who voted`)
  const told = Object.keys(said).length
  hold(told === 0 || told === casts, `${where}: casts of which the bundle tells what they said`)
  for (const { id, choice, reason, by, marks, receipt } of papers.filter((paper) => said[paper.id] && paper.choice)) {
    same(
      [choice, reason, by, marks ?? null],
      [said[id].choice, said[id].reason, by && said[id].actorId, said[id].marks ?? null],
      `${where}: the cast of ${receipt}`,
    )
  }
}

/** Whether a paper still stands: what it covered has changed by unchallenged typos at most. */
function stands({ covered }, texts) {
  if (texts.length < 2) return true
  const last = texts.at(-1).parts
  return [...new Set([...Object.keys(covered), ...Object.keys(last)])].every((part) => {
    if (covered[part] === last[part]) return true
    for (let i = texts.length - 1; i > 0; i -= 1) {
      const { parts, change, challenged } = texts[i]
      const before = texts[i - 1].parts[part]
      if (before !== parts[part] && (change !== 'typo' || challenged)) return false
      if (before === covered[part]) return true
    }
    return false
  })
}

/** A share of a whole number, times the second one: thirds where it is written as one, else hundredths of a per cent. */
function fraction(share) {
  const part = [1, 2].find((thirds) => Math.abs(share - thirds / 3) < 0.0004)
  return part ? [part, 3] : [Math.round(share * 10_000), 10_000]
}

function countAgain(where, { rule, parameters, quorum, electors, outcome, options }, papers, texts) {
  const standing = papers.filter(({ replaced }) => !replaced)
  const counted = standing.filter((paper) => stands(paper, texts))
  const tally = { agree: 0, reservations: 0, abstain: 0, object: 0 }
  for (const { choice } of counted) tally[choice] += 1
  const [yes, no] = [tally.agree + tally.reservations, tally.object]
  const reach = (part, all, share) => all > 0 && part * fraction(share)[1] >= fraction(share)[0] * all
  const [top, under] = typeof quorum === 'number' ? [quorum, 1] : fraction(quorum.share)
  const needed = typeof quorum === 'number' ? quorum : Math.ceil((electors.length * top) / under)
  const marks = counted.filter(({ choice }) => choice !== 'abstain').map((paper) => paper.marks)
  const chosen = options && { approval: byPoints, score: byPoints, ranked: byPairs }[rule]?.(options, marks)
  const best = chosen?.ahead.length === 1 && chosen.ahead[0] !== 'status-quo'
  const carried = {
    'simple-majority': yes > no,
    supermajority: reach(yes, yes + no, parameters.p ?? 0.6667),
    consensus: reach(yes, yes + no, parameters.p ?? 0.8),
    consent: yes > 0,
    unanimity: yes > 0 && no === 0,
    'sense-check': true,
    approval: best && reach(Math.max(...chosen.points), marks.length, parameters.p ?? 0.5),
    score: best,
    ranked: best && chosen.overQuo,
  }[rule]
  hold(carried !== undefined, `${where}: the rule ${rule} is not known here`)
  // Whether an objection was open is taken from what is stated: they get their dispositions later.
  const isBlocked = outcome.requirements.some(({ id, met }) => id === 'objections' && !met)
  const decided = !carried ? 'rejected' : isBlocked ? 'blocked' : rule === 'sense-check' ? 'sensed' : 'adopted'
  const result = counted.length < needed ? 'no-quorum' : decided
  const again = { result, tally, turnout: counted.length, electorate: electors.length, quorum: needed }
  again.share = options || yes + no === 0 ? null : yes / (yes + no)
  if (texts.length > 1) {
    const reaffirmed = counted.filter(({ reaffirms }) => reaffirms != null).length
    const stale = standing.length - counted.length
    again.freshness = { fresh: counted.length - reaffirmed, reaffirmed, stale }
  }
  if (options) {
    const { overQuo, ...got } = chosen
    again.options = { ...got, winner: result === 'adopted' ? got.ahead[0] : 'status-quo' }
  }
  return again
}

function byPoints(options, marks) {
  const points = options.map(({ id }) => marks.reduce((sum, paper) => sum + (paper[id] ?? 0), 0))
  return { points, ahead: options.filter((_, i) => points[i] === Math.max(...points)).map(({ id }) => id) }
}

/** Schulze's method by winning votes. */
function byPairs(options, marks) {
  const all = options.map((_, i) => i)
  const rank = (paper, i) => paper[options[i].id] ?? Number.POSITIVE_INFINITY
  const pairs = all.map((a) => all.map((b) => marks.filter((paper) => rank(paper, a) < rank(paper, b)).length))
  const paths = all.map((a) => all.map((b) => (pairs[a][b] > pairs[b][a] ? pairs[a][b] : 0)))
  for (const c of all)
    for (const a of all)
      for (const b of all) {
        if (a !== b && a !== c && b !== c) paths[a][b] = Math.max(paths[a][b], Math.min(paths[a][c], paths[c][b]))
      }
  const beats = (a, b) => paths[a][b] > paths[b][a]
  const first = all.filter((a) => !all.some((b) => beats(b, a)))
  const quo = options.length - 1
  const overQuo = pairs[first[0]][quo] > pairs[quo][first[0]]
  const points = all.map((a) => all.filter((b) => beats(a, b)).length)
  return { points, ahead: first.map((i) => options[i].id), pairs, paths, overQuo }
}

function checkVersion(all, version) {
  const where = `version ${version.n} of entry ${version.entryId}`
  const { type, payload, leaf, leafHash, seq } = all.events.version[version.id] ?? {}
  hold(payload && all.snapshots[version.snapshotId], `${where}: its event or its text is missing`)
  all.used.add(version.snapshotId)
  same(
    type,
    {
      import: 'version.imported',
      publish: 'version.published',
      withdraw: 'version.withdrawn',
      rollback: 'version.rolled-back',
    }[version.of],
    where,
  )
  for (const name of names('entryId n snapshotId publishedAt')) told(version[name], payload[name], `${where}: ${name}`)
  const to = all.lists.version.find(({ entryId, n }) => entryId === version.entryId && n === payload.to)
  const isBack = version.of === 'rollback'
  if (isBack) same([to?.snapshotId, to?.n < version.n], [version.snapshotId, true], `${where}: what it goes back to`)
  same(
    [version.ballotId, version.draftId],
    [payload.ballotId ?? null, isBack ? to.draftId : (payload.draftId ?? null)],
    `${where}: its draft`,
  )
  told(hash(version.decision), payload.decisionHash, `${where}: its decision`)
  told(
    version.authors.map(({ actorId }) => actorId),
    payload.authorIds,
    `${where}: its authors`,
  )
  told(version.publishedBy, payload.actorId, `${where}: who published it`)
  const words = [version.note, version.authors]
  if (leafHash !== null) same(words, [leaf?.payload.note, leaf?.payload.authors], `${where}: its note and authors`)
  if (version.of !== 'publish') return
  const [ballot, closed] = [all.ballots[version.ballotId], all.stories[version.ballotId]?.closed]
  hold(ballot && closed && closed.seq < seq, `${where}: no ballot decided it before`)
  hold(['adopted', 'blocked'].includes(ballot.outcome.result), `${where}: its ballot did not carry it`)
  const voted = [ballot.draftId ?? version.draftId, ballot.texts.at(-1)?.snapshotId]
  same([version.draftId, version.snapshotId], voted, `${where}: the text that was voted on`)
  const draft = all.drafts[version.draftId]
  if (draft) same([version.entryId, version.n], [draft.entryId, (draft.baseVersion ?? 0) + 1], `${where}: its draft`)
  const objections = all.lists.objection.filter(({ draftId }) => draftId === version.draftId).sort(byId)
  hold(
    objections.every(({ disposition }) => disposition !== 'open'),
    `${where}: an objection is open`,
  )
  if (payload.objections === undefined) return
  same(objections.length, payload.objections.count, `${where}: the number of its objections`)
  if (all.redacted[version.draftId] > seq) return
  same(hash(objections.map(({ draftId, ...rest }) => rest)), payload.objections.hash, `${where}: its objections`)
}

function checkWhole(all) {
  const { version: versions, edition: editions } = all.lists
  for (const noun of ['version', 'edition']) {
    const here = all.lists[noun].map(({ id }) => id).sort()
    same(here, Object.keys(all.events[noun]).sort(), `the ${noun}s that the record tells of`)
  }
  hold(
    versions.every(({ entryId }) => all.entries[entryId]),
    'an entry is missing',
  )
  for (const { id, of, slug, current } of Object.values(all.entries)) {
    const own = versions.filter(({ entryId }) => entryId === id).sort((a, b) => a.n - b.n)
    same(
      own.map(({ n }) => n),
      Array.from({ length: current }, (_, i) => i + 1),
      `entry ${id}: its versions`,
    )
    told(hash({ kind: of, slug }), all.events.version[own.at(-1)?.id]?.payload.place, `entry ${id}: its address`)
  }
  hold(
    Object.keys(all.snapshots).every((id) => all.used.has(id)),
    'nothing stands on a snapshot',
  )
  const published = new Set(versions.map(({ draftId }) => draftId))
  hold(
    all.lists.objection.every(({ draftId }) => published.has(draftId)),
    'an objection belongs to nothing',
  )
  for (const [id, { opened, closed }] of Object.entries(all.stories)) {
    const { draftId } = opened.payload
    const isOpen = all.manifest.scope === 'members' || draftId == null || published.has(draftId)
    if (draftId === undefined && closed?.payload.reportId === undefined && !all.ballots[id]) continue
    same(Boolean(all.ballots[id]), Boolean(closed) && isOpen, `ballot ${id}: whether it is in the bundle`)
  }
  const words = all.lists.word.map(({ of: kind, ...word }) => ({ ...word, kind }))
  words.sort((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1))
  told(hash(words), all.vocabulary, 'the vocabulary')
  for (const { id, name, note, by, hash: stated, entries } of editions) {
    const { payload, leaf } = all.events.edition[id]
    const ids = entries.map(({ entryId }) => entryId)
    same(ids, [...new Set(ids)].sort(), `edition ${name}: its entries`)
    const held = entries.map(({ entryId, n, ...more }) => {
      const version = versions.find((one) => one.entryId === entryId && one.n === n)
      hold(version, `edition ${name}: a version that it holds`)
      const { of: kind, slug } = all.entries[entryId]
      return { kind, slug, n, contentHash: all.frozen[version.snapshotId].contentHash, ...more }
    })
    held.sort((a, b) => (`${a.kind}/${a.slug}` < `${b.kind}/${b.slug}` ? -1 : 1))
    const said = [payload.name, leaf?.payload.note, payload.actorId, payload.hash, payload.hash, payload.entries]
    same([name, note, by, stated, hash(held), held.length], said, `edition ${name}`)
  }
}

/** Checkpoints that somebody kept: number, hash, time, key and signature, one a line. */
export function readKept(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const [seq, head, at, key, signature] = line.trim().split(' ')
    return { seq: Number(seq), hash: head, at: Number(at), key, signature }
  })
}

async function main([file, kept]) {
  const all = new Independent()
  const input = createReadStream(file)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) all.take(line)
  const counts = all.end(kept ? readKept(readFileSync(kept, 'utf8')) : [])
  for (const [kind, count] of Object.entries(counts)) console.log(`${String(count).padStart(8)} ${kind} lines`)
  console.log('Everything in this bundle is as its record says.')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.log(error instanceof Lie ? `A lie. ${error.message}.` : `This cannot be read as a bundle: ${error.message}`)
    process.exitCode = error instanceof Lie ? 1 : 2
  })
}
