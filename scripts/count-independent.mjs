// The ballots of verify-independent.mjs: what events tell of them, their papers, and every rule again. It shares no
// code with the server either.
import { createHash } from 'node:crypto'

export const names = (text) => text.split(' ')
export class Lie extends Error {}

export const sha = (text) => createHash('sha256').update(text).digest('hex')
/** JSON as RFC 8785 has it. */
export function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const member = (key) => `${JSON.stringify(key)}:${jcs(value[key])}`
  return `{${Object.keys(value).sort().map(member).join(',')}}`
}
export const hash = (value) => sha(jcs(value))
export const pick = (from, text) => Object.fromEntries(names(text).map((name) => [name, from[name]]))
export const sorted = (list) => [...new Set(list)].sort()
export function hold(is, what) {
  if (!is) throw new Lie(what)
}
/** Holds what is stated against what was computed again; what the record does not state is from before it did. */
export function same(where, stated, again) {
  for (const name of Object.keys(again)) {
    const [left, right] = [jcs(stated[name] ?? null), jcs(again[name] ?? null)]
    hold(again[name] === undefined || left === right, `${where}: ${name}, stated ${left}, but ${right}`)
  }
}

/** Follows what events tell of ballots: their times, votes and texts. What it returns names a text. */
export function follow(stories, { type, subject, payload, at, leaf, leafHash, seq }, where) {
  const [id, act] = [subject.slice(7), type.slice(7)]
  const story = stories[id]
  if (act === 'opened') {
    hold(!story && typeof payload.closesAt === 'number', `${where}: what it opens`)
    const times = { closesAt: payload.closesAt, before: payload.closesAt, casts: 0, turnout: 0 }
    stories[id] = { ...times, challenged: [], said: {}, opened: { ...payload, leaf, leafHash }, texts: [payload] }
    return payload
  }
  hold(story || !names('vote-cast closed').includes(act), `${where}: its ballot was not opened`)
  if (act === 'outcome-stated') story.statement = payload.statementHash
  if (!story || !names('vote-cast extended amended amendment-challenged voided closed').includes(act)) return
  hold(!story.closed && !story.isVoid, `${where}: its ballot had ended`)
  const move = (to) => to !== story.closesAt && Object.assign(story, { before: story.closesAt, closesAt: to })
  if (act === 'vote-cast') {
    const isLate = (payload.castAt ?? at - 60_000) >= story.closesAt
    hold(!isLate && [0, 1].includes(payload.turnout - story.turnout), `${where}: cast too late, or its turnout`)
    Object.assign(story, { casts: story.casts + 1, turnout: payload.turnout })
    if (leaf) story.said[leaf.payload.paperId] = leaf.payload
  } else if (act === 'extended') {
    hold([story.closesAt, story.before].includes(payload.from), `${where}: the time that it moves`)
    move(payload.to)
  } else if (act === 'amended') {
    same(where, payload, { n: story.texts.push(payload) })
    if (typeof payload.closesAt === 'number') move(payload.closesAt)
    return { draftId: story.opened.draftId, ...payload }
  } else if (act === 'amendment-challenged') story.challenged.push(payload.n)
  else if (act === 'voided') story.isVoid = true
  else {
    const isEarly = (payload.closedAt ?? at) < story.closesAt
    hold(!isEarly || leafHash !== null, `${where}: closed before its time without a reason`)
    story.closed = { ...payload, leaf, leafHash, seq }
  }
}

/**
 * The papers of a ballot are those its closing event covers, each says what its form has it say, and one counts for each
 * person.
 */
export function checkPapers(where, ballot, papers, { count, form = 1, hash: stated, ...story }, covers, texts) {
  const { names: secrecy, electors } = ballot
  const { casts, turnout, said, isNew } = story
  const links = form < 3 || secrecy === 'shown'
  const listed = papers.map(({ ballotId, by, ...paper }) => {
    const isBare = paper.replaced && form > 1
    const isStale = form === 3 && !isBare && !stands(paper, texts)
    const words = isBare ? '' : isStale ? ' covered' : ` choice covered marks reason${links ? ' reaffirms' : ''}`
    const members = names(`id receipt replaced${links ? ' replaces' : ''}${words}`).sort()
    same(`${where}, paper ${paper.id}`, { members: Object.keys(paper).sort() }, { members })
    const isKept = ([name, value]) => form === 3 || value !== null || name === 'replaces'
    return Object.fromEntries(Object.entries(paper).filter(isKept))
  })
  const standing = papers.filter(({ replaced }) => !replaced)
  const gone = papers.filter(({ replaced }) => replaced).map(({ receipt }) => receipt)
  const replaces = links ? papers.flatMap((paper) => paper.replaces ?? []) : gone
  const voters = papers.filter(({ by }) => by != null).map(({ by }) => by)
  const receipts = sorted(papers.map(({ receipt }) => receipt)).length
  const is = {
    papers: papers.length,
    hash: hash(listed),
    standing: standing.length,
    gone: gone.sort(),
    voters: voters.sort(),
  }
  same(where, is, { papers: count, hash: stated, gone: [...replaces].sort(), voters: sorted(voters) })
  if (isNew || casts > 0) same(where, is, { papers: casts, standing: turnout })
  const mayVote = voters.every((voter) => electors.includes(voter)) && standing.length <= electors.length
  const isSecret = secrecy === 'shown' || voters.length === 0
  hold(mayVote && isSecret && receipts === papers.length, `${where}: who voted, or a receipt that is there twice`)
  const coverable = covers.map(jcs)
  const isCovered = ({ covered }) => !covered || coverable.includes(jcs(covered))
  hold(papers.every(isCovered), `${where}: a text that a paper covers`)
  hold(
    Object.keys(said).length === (voters.length > 0 ? casts : 0),
    `${where}: casts of which the bundle tells what they said`,
  )
  for (const paper of papers.filter(({ id }) => said[id])) {
    const { choice, reason, marks = null, actorId } = said[paper.id]
    const shown = paper.choice ? { choice, reason, marks } : {}
    same(`${where}, paper ${paper.id}`, paper, { ...shown, by: paper.by === undefined ? undefined : actorId })
  }
}

const sum = (list, of) => list.reduce((all, one) => all + of(one), 0)

/** Whether a paper still stands: what it covered has changed by unchallenged typos at most. */
function stands({ covered }, texts) {
  const last = texts.at(-1)?.parts
  return (
    texts.length < 2 ||
    [...Object.keys(covered), ...Object.keys(last)].every((part) => {
      if (covered[part] === last[part]) return true
      for (let i = texts.length - 1; i > 0; i -= 1) {
        const [before, { parts, change, challenged }] = [texts[i - 1].parts[part], texts[i]]
        if (before !== parts[part] && (change !== 'typo' || challenged)) return false
        if (before === covered[part]) return true
      }
      return false
    })
  )
}

/** A share as two whole numbers: thirds where it is written as one, else hundredths of a per cent. */
function fraction(share) {
  const part = [1, 2].find((thirds) => Math.abs(share - thirds / 3) < 0.0004)
  return part ? [part, 3] : [Math.round(share * 10_000), 10_000]
}

/**
 * What the papers of a ballot give under its rule, from the clauses of domain/ballots/SPEC.md.
 *
 * @param texts its frozen texts with a hash for each part, first to last.
 */
export function countAgain({ rule, parameters, quorum, electors, outcome, options }, papers, texts) {
  const standing = papers.filter(({ replaced }) => !replaced)
  const counted = standing.filter((paper) => stands(paper, texts))
  const tally = { agree: 0, reservations: 0, abstain: 0, object: 0 }
  for (const { choice } of counted) tally[choice] += 1
  const [yes, no] = [tally.agree + tally.reservations, tally.object]
  const reach = (part, all, share) => all > 0 && part * fraction(share)[1] >= fraction(share)[0] * all
  const [top, under] = fraction(quorum.share ?? 1)
  const needed = typeof quorum === 'number' ? quorum : Math.ceil((electors.length * top) / under)
  const marks = counted.filter(({ choice }) => choice !== 'abstain').map((paper) => paper.marks)
  const got = options && (rule === 'ranked' ? byPairs(options, marks) : byPoints(options, marks))
  const [place, quo] = [options?.findIndex(({ id }) => id === got.ahead[0]), (options?.length ?? 0) - 1]
  const isBest = got?.ahead.length === 1 && place !== quo
  const carried = {
    'simple-majority': () => yes > no,
    supermajority: () => reach(yes, yes + no, parameters.p ?? 0.6667),
    consensus: () => reach(yes, yes + no, parameters.p ?? 0.8),
    consent: () => yes > 0,
    unanimity: () => yes > 0 && no === 0,
    'sense-check': () => true,
    approval: () => isBest && reach(got.points[place], marks.length, parameters.p ?? 0.5),
    score: () => isBest,
    ranked: () => isBest && got.pairs[place][quo] > got.pairs[quo][place],
  }[rule]
  if (!carried) return { result: `the rule ${rule} is not known here` }
  // Whether an objection was open is taken from what is stated: they get their dispositions later.
  const isBlocked = outcome.requirements.some(({ id, met }) => id === 'objections' && !met)
  const decided = !carried() ? 'rejected' : isBlocked ? 'blocked' : rule === 'sense-check' ? 'sensed' : 'adopted'
  const result = counted.length < needed ? 'no-quorum' : decided
  const share = options || yes + no === 0 ? null : yes / (yes + no)
  // Where papers do not say that they re-affirm one, how many do is taken from what is stated too.
  const isSilent = counted.every(({ reaffirms }) => reaffirms === undefined)
  const marked = counted.filter(({ reaffirms }) => reaffirms != null).length
  const reaffirmed = isSilent ? Math.min(outcome.freshness?.reaffirmed, counted.length) : marked
  const fresh = { fresh: counted.length - reaffirmed, reaffirmed, stale: standing.length - counted.length }
  const winner = result === 'adopted' ? got?.ahead[0] : 'status-quo'
  const more = { freshness: texts.length > 1 ? fresh : null, options: options && { ...got, winner } }
  return { result, tally, turnout: counted.length, electorate: electors.length, quorum: needed, share, ...more }
}

function byPoints(options, marks) {
  const points = options.map(({ id }) => sum(marks, (paper) => paper[id] ?? 0))
  return { points, ahead: options.filter((_, i) => points[i] === Math.max(...points)).map(({ id }) => id) }
}

/** Schulze's method by winning votes. */
function byPairs(options, marks) {
  const all = options.map((_, i) => i)
  const rank = (paper, i) => paper[options[i].id] ?? Number.POSITIVE_INFINITY
  const pairs = all.map((a) => all.map((b) => sum(marks, (paper) => (rank(paper, a) < rank(paper, b) ? 1 : 0))))
  let paths = all.map((a) => all.map((b) => (pairs[a][b] > pairs[b][a] ? pairs[a][b] : 0)))
  const via = (old, a, b, c) => (a === b ? 0 : Math.max(old[a][b], Math.min(old[a][c], old[c][b])))
  for (const c of all) paths = all.map((a) => all.map((b) => via(paths, a, b, c)))
  const beats = (a, b) => paths[a][b] > paths[b][a]
  const ahead = all.filter((a) => !all.some((b) => beats(b, a))).map((i) => options[i].id)
  return { points: all.map((a) => all.filter((b) => beats(a, b)).length), ahead, pairs, paths }
}

/** Nothing is missing that events tell of, and nothing is there that belongs to nothing. */
export function checkWhole({ told, texts, used, lists, manifest, vocabulary }) {
  const { version: versions, entry: entries, ballot: ballots } = lists
  for (const noun of ['version', 'edition']) {
    same('the record', { [noun]: lists[noun].map(({ id }) => id) }, { [noun]: sorted(Object.keys(told[noun])) })
  }
  const ids = sorted(versions.map(({ entryId }) => entryId))
  same(
    'the bundle',
    { entries: entries.map(({ id }) => id), texts: sorted(Object.keys(texts)) },
    { entries: ids, texts: sorted(used) },
  )
  for (const { id, of, slug, current } of entries) {
    const own = versions.filter(({ entryId }) => entryId === id).sort((a, b) => a.n - b.n)
    const last = own.findLast((one) => one.of !== 'variant')?.n
    const is = { versions: own.map(({ n }) => n), current: last, address: hash({ kind: of, slug }) }
    const address = told.version[own.at(-1)?.id]?.payload.place
    same(`entry ${id}`, is, { versions: own.map((_, i) => i + 1), current, address })
  }
  const published = new Set(versions.map(({ draftId }) => draftId))
  hold(
    lists.objection.every(({ draftId }) => published.has(draftId)),
    'an objection belongs to nothing',
  )
  for (const [id, { opened, closed }] of Object.entries(told.ballot)) {
    const isThere = ballots.some((one) => one.id === id)
    const isKnown = opened.entryId === undefined || entries.some((one) => one.id === opened.entryId)
    const isShown = manifest.scope === 'members' || (opened.draftId == null ? isKnown : published.has(opened.draftId))
    const isOld = (opened.draftId ?? opened.terms ?? closed?.reportId) === undefined && !isThere
    if (!isOld) same(`ballot ${id}`, { isThere }, { isThere: closed !== undefined && isShown })
  }
  same(
    'the vocabulary',
    { hash: hash(lists.word.map(({ of, ...word }) => ({ ...word, kind: of }))) },
    { hash: vocabulary },
  )
  for (const { id, entries: held, ...edition } of lists.edition) {
    const { payload, leaf } = told.edition[id]
    const again = held.map(({ entryId, n, ...more }) => {
      const { of, slug } = entries.find((one) => one.id === entryId) ?? {}
      const version = versions.find((one) => one.entryId === entryId && one.n === n)
      return { kind: of, slug, n, contentHash: told.frozen[version?.snapshotId]?.contentHash, ...more }
    })
    again.sort((a, b) => (`${a.kind}/${a.slug}` < `${b.kind}/${b.slug}` ? -1 : 1))
    const is = { ...edition, held: hash(again), count: held.length, ids: held.map(({ entryId }) => entryId) }
    const said = { ...pick(payload, 'name hash'), by: payload.actorId, held: payload.hash, count: payload.entries }
    same(`edition ${edition.name}`, is, { ...said, ids: sorted(is.ids), note: leaf?.payload.note ?? null })
  }
}

/** Checkpoints that somebody kept: number, hash, time, key and signature, one a line. */
export function readKept(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const parts = lines.map((line) => line.trim().split(' '))
  return parts.map(([seq, head, at, key, signature]) => ({
    seq: Number(seq),
    hash: head,
    at: Number(at),
    key,
    signature,
  }))
}
