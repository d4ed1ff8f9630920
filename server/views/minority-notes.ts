import { listDraftObjections } from '../../db/queries/objections.ts'
import { minorityNote } from '../../domain/objections/rules.ts'
import type { Deps } from '../deps.ts'
import type { AttachedSource } from './attached-sources.ts'
import { attachedSources } from './attached-sources.ts'

/** An objection that outlived the vote, as it travels with the version. */
export interface MinorityNote {
  /** Id of the objection. */
  id: string
  text: string
  sources: AttachedSource[]
}

/** The minority notes of the version that a draft became, or would become; none without a draft. */
export async function minorityNotesOf(deps: Pick<Deps, 'store'>, draftId: string | null): Promise<MinorityNote[]> {
  const objections = draftId === null ? [] : await listDraftObjections(deps.store.read, draftId)
  const notes = objections.flatMap(({ objection }) => {
    const text = minorityNote(objection)
    // Hidden words are empty.
    return !text ? [] : [{ id: objection.id, text }]
  })
  const sources = await attachedSources(
    deps,
    null,
    notes.map(({ id }) => id),
  )
  return notes.map((note) => ({ ...note, sources: sources.get(note.id) ?? [] }))
}
