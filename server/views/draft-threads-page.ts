import { findDraft } from '../../db/queries/drafts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
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
}

/** Everything that is argued about a draft. @throws AppError `not-found`. */
export async function draftThreadsPage(deps: Deps, viewer: Viewer | null, draftId: string): Promise<DraftThreadsPage> {
  const threads = await threadsOf(deps, viewer, { draftId })
  const { objections, mayRaise } = await objectionsOf(deps, viewer, { draftId })
  const draft = await findDraft(deps.store.read, draftId)
  if (!draft) throw new AppError('not-found', 'There is no such draft.')
  const { id, title, kind, state } = draft
  const mayOpen = await mayOpenThread(deps, viewer, draftId)
  return { draft: { id, title, kind, state }, threads, objections, mayOpen, mayRaise }
}
