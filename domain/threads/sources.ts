import type { Reference } from '../citing/reference.ts'
import { fixedOptions } from '../entries/options.ts'

/** How many sources one contribution or one objection rests on at most ([T24]). */
export const mostSources = 5

/** What a source says of the claim it is named for ([T25]). */
export const claimStatuses = fixedOptions['claim-statuses'] ?? []

/** The status where none was chosen. */
export const defaultStatus = 'unverified'

/** A source that was checked; of one that is an entry of the atlas the texts are empty ([T24]). */
export interface SourceWords extends Reference {
  /** Id of a source entry of the atlas, or null for a page on the web. */
  entryId: string | null
  /** SHA-256 of an archived copy in hexadecimal digits, or empty. */
  archiveHash: string
  status: string
}

/** The SHA-256 of an archived copy as it is kept, empty where none was given; null for anything else ([T25]). */
export function readArchiveHash(typed: string): string | null {
  const hash = typed
    .trim()
    .toLowerCase()
    .replace(/^sha-?256[:-]/, '')
  return hash === '' || /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

/** The known claim status that was chosen, the default where none was; null for an unknown one ([T25]). */
export function readClaimStatus(typed: string): string | null {
  if (typed.trim() === '') return defaultStatus
  return claimStatuses.some(({ id }) => id === typed) ? typed : null
}

export type AttachDecision = 'attach' | 'too-many' | 'twice'

type Named = Pick<SourceWords, 'url' | 'entryId'>

/** May this source join those that are there ([T24], [T25])? */
export function decideAttach(there: readonly Named[], source: Named): AttachDecision {
  if (there.some((one) => (source.entryId === null ? one.url === source.url : one.entryId === source.entryId))) {
    return 'twice'
  }
  return there.length >= mostSources ? 'too-many' : 'attach'
}
