import type { DraftRow } from '../../../db/queries/drafts.ts'
import { findDraft, insertDraft } from '../../../db/queries/drafts.ts'
import { dateJob } from '../../../db/queries/jobs.ts'
import { findThread } from '../../../db/queries/threads.ts'
import type { PhaseRow, WorkshopRow } from '../../../db/queries/workshops.ts'
import {
  insertWorkshop,
  listPhases,
  listWorkshopDrafts,
  putFacilitator,
  replacePhases,
  setWorkshopDrafts,
} from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { limits } from '../../../domain/text/limits.ts'
import { simulatedGuests } from '../../../domain/workshops/rehearsal.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { unusedCode } from './create-workshop.ts'
import { loadWorkshop, mayLead } from './workshop-access.ts'
import { checkDrafts } from './workshop-details.ts'

/** A rehearsal that nobody ends is cleared away after so long. */
const longestRehearsal = 24 * 60 * 60 * 1000

/**
 * Prepares a rehearsal of a planned workshop: the same agenda over throw-away copies of its drafts, with simulated
 * guests (workshops SPEC [E1], [E2]).
 *
 * @returns the workshop that is the rehearsal.
 * @throws AppError `not-found`, `not-allowed`, `signed-out`, `bad-input` (draftIds), `conflict` once it has begun.
 */
export async function rehearseWorkshop(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string },
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to rehearse a workshop.')
  const { thing } = await loadWorkshop(deps.store.read, viewer, input.workshopId)
  mayLead(viewer, thing)
  const linked = await listWorkshopDrafts(deps.store.read, input.workshopId)
  const said = new Map<string, EntryContent>()
  for (const { id } of linked) said.set(id, (await deps.collab.readDraft(id)).content)
  const id = deps.newId()
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop, thing } = await loadWorkshop(q, by, input.workshopId)
    mayLead(by, thing)
    if (workshop.rehearsal) throw new AppError('conflict', 'This is a rehearsal already.')
    if (workshop.state !== 'planned') {
      throw new AppError('conflict', 'This workshop has begun: there is nothing to rehearse any more.')
    }
    await checkDrafts(
      q,
      by,
      linked.map((draft) => draft.id),
    )
    const copies = new Map<string, DraftRow>()
    for (const [of, content] of said) copies.set(of, await copyDraft(deps, q, by, of, content))
    const now = deps.now()
    await insertWorkshop(q, rehearsalOf(workshop, { id, by, now, code: await unusedCode(deps, q) }))
    await setWorkshopDrafts(
      q,
      id,
      [...copies.values()].map((copy) => copy.id),
    )
    const phases = await listPhases(q, workshop.id)
    const hearings = await copyHearings(deps, q, by, phases, copies)
    await replacePhases(
      q,
      id,
      1,
      phases.map((phase) => {
        const threadId = hearings.get(phase.threadId ?? '') ?? null
        return { ...phase, workshopId: id, minutesNow: phase.minutes, threadId, ballotId: null }
      }),
    )
    await putFacilitator(q, id, by.actorId, now)
    await recordEvent(deps, q, {
      type: 'workshop.rehearsal-planned',
      subject: `workshop/${id}`,
      payload: { by: by.actorId, of: workshop.id, drafts: copies.size, phases: phases.length },
    })
    const payload = { workshopId: id }
    await dateJob(q, { id: deps.newId(), kind: 'rehearse', key: `rehearse/${id}`, payload, dueAt: now + 1_000 })
    const dueAt = now + longestRehearsal
    await dateJob(q, { id: deps.newId(), kind: 'clear-rehearsal', key: `clear-rehearsal/${id}`, payload, dueAt })
  })
  return { id }
}

function rehearsalOf(
  workshop: WorkshopRow,
  { id, by, now, code }: { id: string; by: Viewer; now: number; code: string },
): WorkshopRow {
  return {
    ...workshop,
    ...{ id, code, codeRevokedAt: null, rehearsal: true, leadId: by.actorId, createdBy: by.actorId, createdAt: now },
    title: marked(workshop.title),
    startsAt: now,
    // The simulated guests fit besides everybody who tries it.
    capacity: Math.max(workshop.capacity, 2 * simulatedGuests),
    ...{ undo: null, atTables: null },
  }
}

/** The title as everybody sees at once that it is a rehearsal ([E4]). */
function marked(title: string): string {
  return `Rehearsal: ${title}`.slice(0, limits.title)
}

/** A private draft of the same entry that begins with what this one says now, and ends with the rehearsal. */
async function copyDraft(deps: Deps, q: Q, by: Viewer, of: string, content: EntryContent): Promise<DraftRow> {
  const draft = await findDraft(q, of)
  if (!draft) throw new AppError('not-found', 'One of the drafts is not there any more.')
  const now = deps.now()
  const title = marked(content.title)
  const copy: DraftRow = {
    ...draft,
    ...{ id: deps.newId(), title, ownerId: by.actorId, generation: 1, createdAt: now, updatedAt: now },
    ...{ forkedFrom: null, state: 'writing', visibility: 'private', writing: 'invited', deletedAt: null },
  }
  await insertDraft(q, copy)
  await deps.collab.createDocument(q, copy.id, by.actorId, { ...content, title })
  const { entryId, kind, baseVersion } = copy
  await recordEvent(deps, q, {
    type: 'draft.created',
    subject: `draft/${copy.id}`,
    payload: { draftId: copy.id, entryId, actorId: by.actorId, kind, baseVersion },
    leaf: { title },
  })
  return copy
}

/** The hearings of the agenda, begun anew in the copies. @returns the new ones by the ids of the old. */
async function copyHearings(
  deps: Deps,
  q: Q,
  by: Viewer,
  phases: readonly PhaseRow[],
  copies: ReadonlyMap<string, DraftRow>,
): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const { threadId } of phases) {
    if (threadId === null || made.has(threadId)) continue
    const thread = await findThread(q, threadId)
    const copy = thread?.draftId ? copies.get(thread.draftId) : undefined
    if (!thread || !copy) continue
    const { place, kind, title, entryId } = thread
    const about = { entryId, draftId: copy.id, version: null, place, kind, title, header: {}, anchored: false }
    made.set(threadId, (await beginThread(deps, q, by, about)).id)
  }
  return made
}
