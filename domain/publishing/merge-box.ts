import type { Result } from '../ballots/ballot.ts'
import type { DraftState } from '../drafts/moves.ts'
import { contentHash } from '../entries/content-hash.ts'
import type { EntryContent } from '../entries/kinds.ts'
import { shortHash } from '../record/hash.ts'
import type { Conditions } from './conditions.ts'
import { conditionLines, isOverridable } from './conditions.ts'
import type { Recount } from './freeze.ts'
import { freezeWords } from './freeze.ts'

/** Everything the merge box looks at. */
export interface MergeFacts {
  draftState: DraftState
  /** The ballot about the draft that opened last; null when there was none. */
  ballot: { id: string; state: string; result: Result | null } | null
  /** The last snapshot of that ballot. */
  snapshot: { content: EntryContent; hash: string } | null
  /** Of the draft and its ballots; what is sealed while a ballot hides results is left out. */
  objections: readonly { id: string; disposition: string }[]
  /** What is missing for the entry to be complete, in words; empty when it is. */
  missing: readonly string[]
  /** The version the draft started from; null for a new entry. */
  baseVersion: number | null
  /** The entry's current version; null when nothing is published. */
  currentVersion: number | null
  draftId: string
  /** What the ballot asks of its publication beside the text. */
  conditions?: Conditions
  /** What came of the last recount of all closed ballots; null or absent where there was none. */
  recount?: Pick<Recount, 'differing'> | null
}

export type RequirementId =
  | 'ballot'
  | 'snapshot'
  | 'objections'
  | 'complete'
  | 'base'
  | 'closer'
  | 'second-moderator'
  | 'recount'

/** One line of the merge box: met or not, in words, with the place where it can be put right. */
export interface Requirement {
  id: RequirementId
  met: boolean
  words: string
  link?: { href: string; words: string }
}

/** The requirements for publishing a draft, in the order people read them (SPEC [P2], [P3]). */
export function mergeBox(facts: MergeFacts): Requirement[] {
  return [
    ballotLine(facts),
    snapshotLine(facts),
    objectionsLine(facts),
    completeLine(facts),
    baseLine(facts),
    ...conditionLines(facts.conditions ?? { uninvolved: null, second: null }),
    ...recountLine(facts),
  ]
}

/**
 * True when every requirement is met (SPEC [P2]), or overridden where that is allowed (ballots SPEC [B63]).
 *
 * @param overridden ids of the lines that a moderator overrides.
 */
export function canPublish(requirements: readonly Requirement[], overridden: readonly RequirementId[] = []): boolean {
  return requirements.every((one) => one.met || (isOverridable(one) && overridden.includes(one.id)))
}

/** Number that the next version gets (SPEC [P4]). @param last the highest one given; null where there is none. */
export function nextVersion(last: number | null): number {
  return (last ?? 0) + 1
}

function ballotLine({ ballot, draftId, draftState }: MergeFacts): Requirement {
  const draftLink = { href: `/drafts/${draftId}`, words: 'Open the draft' }
  if (!ballot) {
    return {
      id: 'ballot',
      met: false,
      words: 'No ballot has decided on this draft. Open one from the draft.',
      link: draftLink,
    }
  }
  const link = { href: `/ballots/${ballot.id}`, words: 'Open the ballot' }
  const line = (met: boolean, words: string): Requirement => ({ id: 'ballot', met, words, link })
  if (ballot.state === 'void') return line(false, 'The ballot was declared void. Open a new one from the draft.')
  if (ballot.state !== 'closed') return line(false, 'The ballot has not closed yet. Wait until it does.')
  if (draftState === 'published') return line(false, 'This draft was published already.')
  switch (ballot.result) {
    case 'adopted':
    case 'blocked':
      if (draftState !== 'promoted') {
        return line(false, 'The draft was taken back after its ballot. Open a new ballot from the draft.')
      }
      // A block ends when every objection has a disposition (ballots SPEC [B13]); the line below asks for that.
      return line(
        true,
        ballot.result === 'adopted'
          ? 'The ballot adopted this text.'
          : 'The ballot carried this text, provided that every objection gets a disposition.',
      )
    case 'rejected':
      return line(false, 'The ballot rejected this text. Change the draft and open a new ballot.')
    case 'no-quorum':
      return line(false, 'Too few people voted. Open a new ballot from the draft.')
    default:
      return line(false, 'The ballot closed without an outcome. Open a new one from the draft.')
  }
}

/** Says nothing while every ballot comes to its result ([P33]). */
function recountLine({ recount }: MergeFacts): Requirement[] {
  const words = freezeWords(recount ?? null)
  return words === null ? [] : [{ id: 'recount', met: false, words }]
}

function snapshotLine({ snapshot }: MergeFacts): Requirement {
  if (!snapshot)
    return { id: 'snapshot', met: false, words: 'There is no frozen text. A ballot makes one when it opens.' }
  const met = contentHash(snapshot.content) === snapshot.hash
  const words = met
    ? `The text is the one that was voted on, ${shortHash(snapshot.hash)}.`
    : `The stored text no longer has the hash that was voted on, ${shortHash(snapshot.hash)}. Ask an admin to restore a backup.`
  return { id: 'snapshot', met, words }
}

function objectionsLine({ objections, draftId }: MergeFacts): Requirement {
  const open = objections.filter((objection) => objection.disposition === 'open').length
  if (open === 0) {
    const words =
      objections.length === 0 ? 'Nobody objects.' : `${count(objections.length, 'objection')}, each with a disposition.`
    return { id: 'objections', met: true, words }
  }
  return {
    id: 'objections',
    met: false,
    words: `${count(open, 'objection')} ${open === 1 ? 'has' : 'have'} no disposition yet. Settle, dismiss with a reason, or carry as a minority note.`,
    link: { href: `/drafts/${draftId}/threads#objections`, words: 'See the objections' },
  }
}

function completeLine({ missing, draftId }: MergeFacts): Requirement {
  if (missing.length === 0) return { id: 'complete', met: true, words: 'The entry is complete enough to publish.' }
  return {
    id: 'complete',
    met: false,
    words: `Missing: ${missing.join('; ')}. Complete the draft and open a new ballot.`,
    link: { href: `/drafts/${draftId}`, words: 'Open the draft' },
  }
}

function baseLine({ baseVersion, currentVersion, draftId }: MergeFacts): Requirement {
  if (baseVersion === currentVersion) {
    const words =
      currentVersion === null
        ? 'The entry is new.'
        : `The draft started from version ${currentVersion}, which is current.`
    return { id: 'base', met: true, words }
  }
  const from =
    baseVersion === null ? 'The draft was written as a new entry' : `The draft started from version ${baseVersion}`
  const now = currentVersion === null ? 'nothing is published now' : `version ${currentVersion} is current now`
  return {
    id: 'base',
    met: false,
    words: `${from}, but ${now}. Bring the changes into a draft of the current version and open a ballot on it.`,
    link: { href: `/drafts/${draftId}`, words: 'Open the draft' },
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
