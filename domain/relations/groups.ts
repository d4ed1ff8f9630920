import type { Author } from '../publishing/authors.ts'
import { isAuthor } from '../publishing/authors.ts'

/** As what somebody answers a declaration, strongest first ([B6]). */
export const capacities = ['writer', 'author', 'moderator'] as const
export type Capacity = (typeof capacities)[number]

/** Who wrote a version: its authors, and the owner of the draft it came from. */
export interface VersionPeople {
  authors: readonly Author[]
  draftOwnerId: string | null
}

/** Is this person an author of the version, or the owner of its draft? */
export function wrote({ authors, draftOwnerId }: VersionPeople, actorId: string): boolean {
  return draftOwnerId === actorId || authors.some((author) => author.actorId === actorId && isAuthor(author))
}

export interface AnsweringSide {
  /** Owners and writers of the drafts in progress of the strategy that was declared about. */
  draftWriters: readonly string[]
  /** Its current version. */
  current: VersionPeople
  /** Of the declaring strategy: the version the declaration stands since, and the current one. */
  declaring: readonly VersionPeople[]
}

/** As what this person may answer the declaration; null for who may not ([B6], [B7]). */
export function capacityOf(side: AnsweringSide, by: { actorId: string; moderator: boolean }): Capacity | null {
  if (isDeclarer(side, by.actorId)) return null
  if (side.draftWriters.includes(by.actorId)) return 'writer'
  if (wrote(side.current, by.actorId)) return 'author'
  return by.moderator ? 'moderator' : null
}

/** Is it a declaration of their own ([B7])? */
export function isDeclarer({ declaring }: Pick<AnsweringSide, 'declaring'>, actorId: string): boolean {
  return declaring.some((version) => wrote(version, actorId))
}

/** Everybody who may answer the declaration without being a moderator ([B6], [B7]). */
export function answerersOf(side: AnsweringSide): string[] {
  const group = new Set([...side.draftWriters, ...writersOf(side.current)])
  return [...group].filter((actorId) => !isDeclarer(side, actorId))
}

/** Everybody whose declaration it is. */
export function declarersOf({ declaring }: Pick<AnsweringSide, 'declaring'>): string[] {
  return [...new Set(declaring.flatMap(writersOf))]
}

function writersOf({ authors, draftOwnerId }: VersionPeople): string[] {
  const wrote = authors.filter(isAuthor).map(({ actorId }) => actorId)
  return draftOwnerId === null ? wrote : [...wrote, draftOwnerId]
}
