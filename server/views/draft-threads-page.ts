import { findDraftFor } from '../../db/queries/drafts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { NameableSource } from './attached-sources.ts'
import { nameableSources } from './attached-sources.ts'
import type { HoldsView } from './holds-of.ts'
import { holdsOf } from './holds-of.ts'
import { mayOpenThread } from './may-open-thread.ts'
import type { ObjectionView } from './objections-of.ts'
import { objectionsOf } from './objections-of.ts'
import type { ThreadsOf } from './threads-of.ts'
import { threadsOf } from './threads-of.ts'

export interface DraftThreadsPage {
  draft: { id: string; title: string; kind: EntryKind; state: string }
  threads: ThreadsOf
  objections: ObjectionView[]
  mayOpen: boolean
  mayRaise: boolean
  /** Source entries of the atlas that an objection can name; empty for who may not raise one. */
  nameable: NameableSource[]
  holds: HoldsView
}

/** Everything that is argued about a draft. @throws AppError `not-found`. */
export async function draftThreadsPage(deps: Deps, viewer: Viewer | null, draftId: string): Promise<DraftThreadsPage> {
  const threads = await threadsOf(deps, viewer, { draftId })
  const { objections, mayRaise } = await objectionsOf(deps, viewer, { draftId })
  const found = await findDraftFor(deps.store.read, draftId, viewer?.actorId ?? null)
  if (!found) throw new AppError('not-found', 'There is no such draft.')
  const { id, title, kind, state } = found.draft
  const mayOpen = await mayOpenThread(deps, viewer, draftId)
  const holds = await holdsOf(deps, viewer, { draftId, thing: found.thing })
  const mayCite = mayRaise || objections.some((objection) => objection.mayCite)
  const nameable = mayCite ? await nameableSources(deps) : []
  return { draft: { id, title, kind, state }, threads, objections, mayOpen, mayRaise, nameable, holds }
}
