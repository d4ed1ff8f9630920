/** One document of one draft, as one person has it on this device. */
export interface StoreName {
  person: string
  draft: string
  generation: number
}

const storePrefix = 'folkmoot/store/'
const unsentPrefix = 'folkmoot/unsent/'
const asidePrefix = 'folkmoot/aside/'

/**
 * The name of the database that keeps the document. A person's name is part of it, so that two people on one device
 * never open each other's; the generation, so that text of a replaced document is never merged into the new one.
 */
export function databaseName({ person, draft, generation }: StoreName): string {
  return `folkmoot/${person}/${draft}/${generation}`
}

/** Key under which is written that the database exists, and when it was last used. */
export const storeKey = (name: StoreName): string => `${storePrefix}${path(name)}`
/** Key of what one open page has not sent yet. */
export const unsentKey = (name: StoreName, page: string): string => `${unsentPrefix}${path(name)}/${page}`
/** Key of text that was put aside because it cannot be sent any more. */
export const asideKey = (name: StoreName, page: string): string => `${asidePrefix}${path(name)}/${page}`

function path({ person, draft, generation }: StoreName): string {
  return `${person}/${draft}/${generation}`
}

export interface ParsedKey {
  type: 'store' | 'unsent' | 'aside'
  name: StoreName
  page: string | null
}

const pattern = /^folkmoot\/(store|unsent|aside)\/([^/]+)\/([^/]+)\/(\d+)(?:\/([^/]+))?$/

/** What a key of the browser's storage stands for; null for one that is not ours. */
export function parseKey(key: string): ParsedKey | null {
  const match = pattern.exec(key)
  if (!match) return null
  const [, type, person = '', draft = '', generation, page] = match
  if (type !== 'store' && (page === undefined || (type !== 'unsent' && type !== 'aside'))) return null
  return {
    type: type as ParsedKey['type'],
    name: { person, draft, generation: Number(generation) },
    page: page ?? null,
  }
}

export function isSameStore(a: StoreName, b: StoreName): boolean {
  return databaseName(a) === databaseName(b)
}
