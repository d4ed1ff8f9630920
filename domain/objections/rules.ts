export const dispositions = ['open', 'adopted', 'adopted-in-part', 'dismissed', 'withdrawn', 'minority-note'] as const
export type Disposition = (typeof dispositions)[number]

export const dispositionLabels: Record<Disposition, string> = {
  open: 'Open',
  adopted: 'Adopted',
  'adopted-in-part': 'Adopted in part',
  dismissed: 'Dismissed',
  withdrawn: 'Withdrawn',
  'minority-note': 'Carried as minority note',
}

/** What others than the owner may make of an open objection ([O3]). */
export const givenDispositions = ['adopted', 'adopted-in-part', 'dismissed', 'minority-note'] as const
export type GivenDisposition = (typeof givenDispositions)[number]

export interface ObjectionState {
  ownerId: string | null
  disposition: Disposition
  sealed: boolean
}

/** Must this disposition say why ([O3])? */
export function needsReason(disposition: GivenDisposition): boolean {
  return disposition !== 'adopted'
}

/** Can the objection be disposed of by somebody else ([O2], [O3], [O6])? */
export function canDispose(objection: ObjectionState, byActor: string): boolean {
  return objection.disposition === 'open' && !objection.sealed && objection.ownerId !== byActor
}

/** Can this person withdraw it ([O4], [O6], [O8])? */
export function canWithdraw(objection: ObjectionState, byActor: string): boolean {
  return objection.disposition === 'open' && !objection.sealed && objection.ownerId === byActor
}

/** Can this person word its minority note ([O5], [O8])? */
export function canWordNote(objection: ObjectionState, byActor: string, draftPublished: boolean): boolean {
  return !draftPublished && objection.ownerId === byActor && isWordable(objection.disposition)
}

/** Does a minority note come of this disposition ([O5])? */
export function isWordable(disposition: Disposition): boolean {
  return disposition === 'dismissed' || disposition === 'adopted-in-part' || disposition === 'minority-note'
}

/** Who sees it ([O6])? Whether the draft itself may be read is asked elsewhere. */
export function isShownTo(objection: Pick<ObjectionState, 'ownerId' | 'sealed'>, actorId: string | null): boolean {
  return !objection.sealed || (actorId !== null && objection.ownerId === actorId)
}

/** The objections that hold a draft back from being promoted ([O7]). */
export function blocking<T extends Pick<ObjectionState, 'disposition'>>(objections: readonly T[]): T[] {
  return objections.filter(({ disposition }) => disposition === 'open')
}

/** The minority note that travels with the version, or null; one that a stand-in worded says so ([O5], [O16]). */
export function minorityNote(objection: {
  disposition: Disposition
  text: string
  ownerId: string | null
  minorityNote: string | null
  noteBy: string | null
}): string | null {
  if (objection.disposition !== 'minority-note') return null
  const { text, minorityNote: note, noteBy, ownerId } = objection
  if (note === null) return text
  return noteBy === null || noteBy === ownerId ? note : `${note}\n\n(Worded by a stand-in for who objected.)`
}
