import type { BallotOption, Outcome } from './ballot.ts'
import { decidesText } from './ballot.ts'
import { optionLimits, statusQuo } from './options.ts'

/** A draft that is to stand in a ballot between forks. */
export interface Standing {
  id: string
  entryId: string
  visibility: 'private' | 'unlisted' | 'members' | 'public'
}

/** What keeps these drafts from one ballot, in words; null for nothing ([B70], [B71]). */
export function forksFault(drafts: readonly Standing[]): string | null {
  const ids = new Set(drafts.map(({ id }) => id))
  if (ids.size < drafts.length) return 'A draft is named twice. Each stands once.'
  if (drafts.length < optionLimits.least)
    return 'Choose two drafts at least; leaving everything as it is comes with them.'
  if (drafts.length > optionLimits.most) return `Choose ${optionLimits.most} drafts at most.`
  if (drafts.some(({ entryId }) => entryId !== drafts[0]?.entryId))
    return 'Drafts of one entry stand against each other.'
  return drafts.some(({ visibility }) => visibility === 'private')
    ? 'A private draft cannot stand in a ballot that all members read.'
    : null
}

/** A draft that is to stand in a ballot, and by what it may be told from the others. */
export interface Named {
  title: string
  owner: string
  /** Why there is another draft; null for one that is no fork, or whose reason is not known. */
  reason: string | null
  /** Whether another one of them is a fork of it. */
  isForked: boolean
}

/** What each draft is called on a ballot before anybody words it otherwise: no two alike, none too long ([B76]). */
export function forkLabels(drafts: readonly Named[]): string[] {
  const plain = drafts.map(({ title, owner }) => labelled(title, `by ${owner}`))
  const told = plain.map((label, i) => {
    const { title = '', owner = '', reason = null, isForked = false } = drafts[i] ?? {}
    if (isAlone(plain, i)) return label
    if (reason !== null) return labelled(title, `by ${owner}: ${shortened(reason, longestReason)}`)
    return isForked ? labelled(title, `by ${owner}, the draft that was forked`) : label
  })
  return told.map((label, i) => (isAlone(told, i) ? label : labelled(label, `no. ${i + 1}`)))
}

const longestReason = 40

function labelled(title: string, rest: string): string {
  const what = title.trim() || 'Untitled draft'
  const end = shortened(rest, optionLimits.label - 2 - shortestTitle)
  return `${shortened(what, optionLimits.label - 2 - end.length)}, ${end}`
}

/** What is left of a title at least. */
const shortestTitle = 20

function shortened(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\s\p{P}\uD800-\uDBFF]+$/u, '')}…`
}

const alike = (a: string, b: string) => a.toLocaleLowerCase('en') === b.toLocaleLowerCase('en')

function isAlone(labels: readonly string[], i: number): boolean {
  return labels.every((other, at) => at === i || !alike(other, labels[i] ?? ''))
}

/** The options of a ballot between forks, the status quo last ([B70]); in a planned one nothing is frozen yet ([B54]). */
export function forkOptions(
  options: readonly BallotOption[],
  texts: readonly { draftId: string; snapshotId?: string }[],
): BallotOption[] {
  return options.map((option, i) => (option.id === statusQuo.id ? option : { ...option, ...texts[i] }))
}

/** The options of a ballot that opens as planned: each of a draft stands for its text as it is frozen now ([B55]). */
export function frozenOptions(
  options: readonly BallotOption[],
  frozen: ReadonlyMap<string, { id: string }>,
): BallotOption[] {
  return options.map((option) => {
    const text = option.draftId === undefined ? undefined : frozen.get(option.draftId)
    return text ? { ...option, snapshotId: text.id } : option
  })
}

/** The drafts that stand in a ballot, with what becomes of each when it has closed ([B73]); none between other options. */
export function forksAfter(
  options: readonly BallotOption[] | null,
  outcome: Pick<Outcome, 'options'>,
): { draftId: string; state: 'promoted' | 'returned' }[] {
  return (options ?? []).flatMap(({ id, draftId }) =>
    draftId === undefined ? [] : [{ draftId, state: outcome.options?.winner === id ? 'promoted' : 'returned' }],
  )
}

/** Ids of the drafts that stand in a ballot. */
export function forksIn(options: readonly BallotOption[] | null): string[] {
  return (options ?? []).flatMap(({ draftId }) => (draftId === undefined ? [] : [draftId]))
}

/** Ids of the drafts that a ballot is about: its own, or those that stand in it. */
export function draftsUnder({
  draftId,
  options,
}: {
  draftId: string | null
  options: readonly BallotOption[] | null
}): string[] {
  return draftId === null ? forksIn(options) : [draftId]
}

/** Ids of the drafts one of whose texts becomes a version by it; none for a sense check and for a question ([B25], [B26]). */
export function draftsDecided(ballot: Parameters<typeof decidesText>[0] & Parameters<typeof draftsUnder>[0]): string[] {
  return decidesText(ballot) ? draftsUnder(ballot) : forksIn(ballot.options)
}
