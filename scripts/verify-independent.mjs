// Checks a Folkmoot bundle with nothing but Node's standard library, and shares no code with the server:
//   node verify-independent.mjs BUNDLE [KEPT_CHECKPOINTS]
// Ends with 0 when everything holds, with 1 at the first lie, with 2 for a file that it cannot read.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import {
  checkPapers,
  checkWhole,
  countAgain,
  follow,
  hash,
  hold,
  jcs,
  Lie,
  names,
  pick,
  readKept,
  same,
  sha,
  sorted,
} from './count-independent.mjs'

const kinds = names('event checkpoint word entry snapshot objection ballot paper version edition')

/** SHA-256 of the schema that this program was written for. */
export const schemaHash = '3e72d200c0c9324858b8c0b0f1834e5e7e1c9c0b31a6169b9a88cc72325fee66'

export class Independent {
  n = 0
  place = 0
  last = {}
  seen = Object.fromEntries(kinds.map((kind) => [kind, { count: 0, digest: createHash('sha256') }]))
  hashes = ['0'.repeat(64)]
  lists = Object.fromEntries(kinds.map((kind) => [kind, []]))
  told = {
    key: {},
    restored: [],
    redacted: {},
    nameless: new Set(),
    removed: {},
    vague: {},
    draft: {},
    frozen: {},
    ballot: {},
    version: {},
    edition: {},
  }
  texts = {}
  used = new Set()

  take(text) {
    const { kind, ...line } = JSON.parse(text)
    const where = `line ${++this.n}`
    const first = 'counts format hashes schema scope through version'
    const known = names(this.manifest ? (this.manifest.schema[kind]?.members ?? '') : first)
    const isKnown = (name) => known.includes(name) || known.includes(`${name}?`)
    const isWhole = Object.keys(line).every(isKnown) && known.every((name) => name.endsWith('?') || name in line)
    hold(
      isWhole && jcs({ kind, ...line }) === text,
      `${where} has not the members of its kind, or not in RFC 8785 form`,
    )
    if (!this.manifest) {
      this.manifest = { ...line, kind, schemaHash: hash(line.schema) }
      const scope = line.scope === 'members' ? 'members' : 'public'
      const again = { kind: 'manifest', format: 'folkmoot-bundle', version: 1, schemaHash, scope }
      return same('the manifest', this.manifest, again)
    }
    const place = kinds.indexOf(kind === 'paper' ? 'ballot' : kind)
    const key = kind === 'word' ? `${line.of}/${line.id}` : (line.id ?? line.seq)
    hold(place >= this.place && !(this.last[kind] >= key), `${where} is out of order, or there twice`)
    this.place = place
    this.last = { ...this.last, [kind]: key, ...(kind === 'ballot' && { paper: undefined }) }
    this.seen[kind].count += 1
    this.seen[kind].digest.update(`${text}\n`)
    if (kind !== 'paper') this.countBallot()
    if (this[kind]) this[kind](line, `${kind} ${key}`)
    else this.lists[kind].push(line)
  }

  event(event, where) {
    const { seq, type, payload, leaf } = event
    const body = pick(event, 'at leafHash payload prev seq subject type')
    same(where, event, { seq: this.hashes.length, prev: this.hashes.at(-1), hash: hash(body) })
    if (leaf) same(where, event, { leafHash: hash(leaf), leaf: pick(leaf, 'payload salt') })
    this.hashes.push(event.hash)
    if (type === 'record.key-made') this.told.key[payload.key] = payload.publicKey
    if (type === 'site.restored') this.told.restored.push(event)
    if (type === 'actor.deleted' || type === 'guests.forgotten') {
      hold(
        payload.leaves.every((one) => one < seq),
        `${where} erases names ahead`,
      )
      for (const one of payload.leaves) this.told.nameless.add(one)
    }
    if (type === 'draft.redacted') {
      this.told.redacted[payload.draftId] = seq
      this.told.vague[payload.draftId] ||= !payload.texts
      for (const { id, parts } of payload.texts ?? []) this.told.removed[id] = parts
    }
    if (type === 'draft.created') this.told.draft[payload.draftId] = payload
    if (type === 'vocabulary.imported' || type === 'vocabulary.changed') this.vocabulary = payload.hash
    const [noun] = type.split('.')
    const id = payload[`${noun}Id`]
    if (noun === 'ballot') this.freeze(follow(this.told.ballot, event, where))
    if (noun === 'snapshot') this.freeze(payload)
    if ((noun === 'version' || noun === 'edition') && id !== undefined) {
      hold(!this.told[noun][id], `${where} tells of a ${noun} a second time`)
      this.told[noun][id] = event
      this.freeze(payload)
    }
    if (type !== 'signal.decided') return
    const { result, reportId = null } = this.told.ballot[payload.ballotId]?.closed ?? {}
    same(where, payload, { report: reportId, state: { adopted: 'landed', rejected: 'not-landed' }[result] ?? null })
  }

  freeze({ snapshotId, contentHash, draftId } = {}) {
    if (contentHash === undefined || typeof snapshotId !== 'string') return
    this.told.frozen[snapshotId] ??= { contentHash, draftId }
    same(`snapshot ${snapshotId}`, { contentHash }, pick(this.told.frozen[snapshotId], 'contentHash'))
  }

  checkpoint(point, where) {
    hold(this.told.key[point.key], `${where}: the record names no such key`)
    const [bytes, signature] = [this.told.key[point.key], point.signature].map((text) => Buffer.from(text, 'base64'))
    const id = sha(bytes).replace(/^(.{4})(.{4}).*$/, '$1-$2')
    same(where, point, { key: id, signature: signature.toString('base64') })
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }
    const text = Buffer.from(`folkmoot record\n${point.seq}\n${point.hash}\n${point.at}\n`)
    const isSigned = verify(null, text, createPublicKey({ key: jwk, format: 'jwk' }), signature)
    hold(isSigned, `${where}: its signature`)
    const isBack = ({ seq, at, payload }) => payload.events < point.seq && seq === payload.events + 1 && at >= point.at
    if (!this.told.restored.some(isBack)) same(where, point, { hash: this.hashes[point.seq] ?? null })
  }

  snapshot({ id, content, parts, ...stated }, where) {
    const said = this.told.frozen[id]
    same(where, stated, { hash: said?.contentHash ?? null })
    this.texts[id] = parts
    if (content === null && (this.told.removed[id] ?? this.told.vague[said.draftId])) {
      return same(where, { parts: hash(parts) }, { parts: this.told.removed[id] })
    }
    const { title, sections, fields, declarations, ...rest } = content
    const again = { title: hash(title), ...(declarations.length > 0 && { declarations: hash(declarations) }) }
    for (const [part, value] of Object.entries(sections)) again[`section/${part}`] = hash(value)
    for (const [part, value] of Object.entries(fields)) again[`field/${part}`] = hash(value)
    same(where, { ...stated, parts, rest }, { hash: hash(content), parts: again, rest: pick(rest, 'kind schema') })
  }

  ballot(ballot) {
    this.open = { ballot, papers: [] }
  }

  paper(paper, where) {
    const { ballot, papers } = this.open ?? { ballot: {} }
    const isNamed = this.manifest.scope === 'members' && ballot.names === 'shown' && !paper.replaced
    const name = isNamed ? typeof paper.by : (paper.by ?? null)
    same(where, { ...paper, name }, { ballotId: ballot.id ?? null, name: isNamed ? 'string' : null })
    papers.push(paper)
  }

  countBallot() {
    if (!this.open) return
    const { ballot, papers } = this.open
    const where = `ballot ${ballot.id}`
    const { opened, closed, closesAt, ...story } = this.told.ballot[ballot.id] ?? {}
    hold(closed, `${where}: the record does not say that it closed`)
    const { electors, question, options, signal, reportId, outcome } = ballot
    const fixed = pick(opened, 'draftId reportId rule ruleVersion parameters quorum names results opensAt openedBy')
    const words = ({ leaf, leafHash }, name) => (leafHash === null ? undefined : (leaf?.payload[name] ?? null))
    const closeReason = words(closed, 'reason') ?? null
    const version = Object.values(this.told.version).find(({ payload }) => payload.ballotId === ballot.id)
    const isText = reportId === null && options === null
    const texts = (isText ? story.texts : []).map(({ snapshotId, change }, i) => {
      this.used.add(snapshotId)
      return { n: i + 1, snapshotId, change: i ? change : 'opening', challenged: story.challenged.includes(i + 1) }
    })
    const again = {
      ...fixed,
      closesAt,
      closedAt: closed.closedAt,
      closeReason,
      question: words(opened, 'question'),
      texts,
    }
    same(where, ballot, { ...again, electors: sorted(electors), ...(reportId === null && { signal: null }) })
    const terms = hash(pick(ballot, 'closer lastCall lastCallRestarts options preset secondModerator'))
    const stated = { terms, outcome: hash(outcome), statement: hash(ballot.statement) }
    const lost = isErased(this.told, version) ? undefined : hash(version?.leaf?.payload.statement || null)
    const statement = story.statement ?? lost
    same(where, stated, { terms: opened.terms, outcome: closed.outcome, statement })
    const roll = { count: electors.length, hash: hash(electors) }
    const about = isText ? opened.contentHash : hash(reportId === null ? { question, options } : { question, signal })
    same(where, opened, { electorate: roll, contentHash: about })
    for (const text of texts) text.parts = this.texts[text.snapshotId]
    hold(!texts.some(({ parts }) => !parts), `${where}: a text is missing`)
    const asked = options ? { options: hash(options) } : { signal: hash(signal) }
    const covers = isText ? texts.map(({ parts }) => parts) : [{ question: hash(question), ...asked }]
    checkPapers(
      where,
      ballot,
      papers,
      { ...story, ...closed.papers, isNew: closed.outcome !== undefined },
      covers,
      texts,
    )
    same(where, outcome, countAgain(ballot, papers, texts))
    same(where, outcome, pick(closed, 'result tally turnout electorate quorum freshness'))
    this.lists.ballot.push(ballot)
    this.open = undefined
  }

  end(kept = []) {
    hold(this.manifest, 'the file is empty')
    this.countBallot()
    const counts = Object.fromEntries(kinds.map((kind) => [kind, this.seen[kind].count]))
    const hashes = Object.fromEntries(kinds.map((kind) => [kind, this.seen[kind].digest.digest('hex')]))
    const through = { seq: this.hashes.length - 1, hash: this.hashes.at(-1) }
    same('the manifest', this.manifest, { counts, hashes, through })
    for (const version of this.lists.version) checkVersion(this, version)
    checkWhole(this)
    for (const point of kept) this.checkpoint(point, `the kept checkpoint ${point.seq}`)
    return counts
  }
}

/** Whether what was said with a version went with words that were removed for good from its draft. */
const isErased = ({ redacted, nameless }, event) =>
  event && !event.leaf && (nameless.has(event.seq) || redacted[event.payload.draftId] > event.seq)

function checkVersion({ told, texts, used, lists }, version) {
  const { id, n, entryId, snapshotId, draftId, ballotId, of, authors } = version
  const where = `version ${n} of entry ${entryId}`
  const { type, payload, leaf, leafHash, seq } = told.version[id] ?? {}
  hold(payload && texts[snapshotId], `${where}: its event or its text is missing`)
  used.add(snapshotId)
  const acts = { import: 'imported', publish: 'published', withdraw: 'withdrawn', rollback: 'rolled-back' }
  const act = of === 'variant' ? 'variant-kept' : acts[of]
  const isTo = (one) => of === 'rollback' && one.entryId === entryId && one.n === payload.to && one.n < n
  const to = lists.version.find(isTo)
  const said = { variant: null, note: null, authors: null, ...leaf?.payload }
  const words = leafHash === null || isErased(told, told.version[id]) ? {} : pick(said, 'note authors variant')
  const about = { ballotId: payload.ballotId ?? null, draftId: to ? to.draftId : (payload.draftId ?? null), ...words }
  const facts = pick(payload, 'entryId n snapshotId publishedAt')
  same(where, version, { ...facts, ...about, publishedBy: payload.actorId })
  const [authorIds, decisionHash] = [authors.map(({ actorId }) => actorId), hash(version.decision)]
  const back = of === 'rollback' ? (to?.snapshotId ?? null) : snapshotId
  same(
    where,
    { authorIds, decisionHash, type: `version.${act}`, snapshotId },
    { ...pick(payload, 'authorIds decisionHash'), type, snapshotId: back },
  )
  if (of !== 'publish') return
  const ballot = lists.ballot.find((one) => one.id === ballotId)
  hold(ballot && told.ballot[ballotId].closed.seq < seq, `${where}: no ballot decided it before`)
  hold(['adopted', 'blocked'].includes(ballot.outcome.result), `${where}: its ballot did not carry it`)
  const line = lists.version.filter((one) => one.entryId === entryId && one.of !== 'variant' && one.n < n)
  const before = Math.max(0, ...line.map((one) => one.n))
  const draft = told.draft[draftId] ?? { entryId, baseVersion: before }
  const won = ballot.options?.find((one) => one.id === ballot.outcome.options.winner) ?? ballot.texts.at(-1)
  const voted = { draftId: won?.draftId ?? ballot.draftId ?? draftId, snapshotId: won?.snapshotId ?? null }
  same(where, { ...version, before }, { ...voted, entryId: draft.entryId, before: draft.baseVersion ?? 0 })
  const objections = lists.objection.filter((one) => one.draftId === draftId).map(({ draftId, ...rest }) => rest)
  const isOpen = ({ disposition }) => disposition === 'open'
  hold(!objections.some(isOpen), `${where}: an objection is open`)
  const isGone = told.redacted[draftId] > seq
  const again = { count: objections.length, hash: isGone ? payload.objections?.hash : hash(objections) }
  same(where, { objections: again }, pick(payload, 'objections'))
}

async function main([file, kept]) {
  const all = new Independent()
  for await (const line of createInterface({ input: createReadStream(file) })) all.take(line)
  const counts = all.end(kept ? readKept(readFileSync(kept, 'utf8')) : [])
  console.log(`Everything is as the record says: ${kinds.map((kind) => `${counts[kind]} × ${kind}`).join(', ')}.`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.log(error instanceof Lie ? `A lie. ${error.message}.` : `This cannot be read as a bundle: ${error.message}`)
    process.exitCode = error instanceof Lie ? 1 : 2
  })
}
