import type { IncomingMessage } from 'node:http'
import { closeCodes } from '../../collab/close-codes.ts'
import { protocolVersion } from '../../collab/messages.ts'
import { findDraftFor } from '../../db/queries/drafts.ts'
import { isSwitchedOn } from '../../db/queries/site-texts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { isSameOrigin } from '../http/csrf.ts'
import type { Credential } from '../viewer.ts'
import { credentialOf, viewerOf } from '../viewer.ts'

export interface Request {
  draftId: string
  /** By what it is known who is behind the socket; looked at again and again, because it may have ended since. */
  credential: Credential | null
  /** The generation that the client's own copy is of; undefined for a client that does not say. */
  generation: number | undefined
  /** Who the page was made for; undefined for a client that does not say. */
  person: string | undefined
}

/** Drafts that do not exist, were deleted or may not be read are alike from outside. */
export type Access = Rights | { closeCode: number; reason: string }

export interface Rights {
  viewer: Viewer
  mayWrite: boolean
  /** May remove much of the text at once without being asked (SPEC [A7]). */
  mayRemoveMuch: boolean
}

const unknownRoom = { closeCode: closeCodes.unknownRoom, reason: '' }

const roomPath = /^\/collab\/([A-Za-z0-9_-]{1,64})$/

/**
 * Reads an upgrade request (SPEC [W1]–[W3]). A browser must come from this site; a program without an Origin
 * needs a token, because a cookie alone may have been sent for somebody else's page.
 */
export function readRequest(deps: Deps, request: IncomingMessage): Request | { closeCode: number; reason: string } {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const { headers } = request
  if (headers.origin !== undefined && !isSameOrigin(headers, headers.host, deps.env.publicUrl)) {
    return { closeCode: closeCodes.notAllowed, reason: '' }
  }
  const draftId = roomPath.exec(url.pathname)?.[1]
  const token = url.searchParams.get('token')
  if (draftId === undefined) return unknownRoom
  const version = url.searchParams.get('v')
  if (version !== null && version !== protocolVersion) {
    return { closeCode: closeCodes.outdated, reason: 'page out of date' }
  }
  const named = url.searchParams.get('generation')
  return {
    draftId,
    credential: token === null && headers.origin === undefined ? null : credentialOf(deps, headers, token),
    generation: named === null ? undefined : Number(named),
    person: url.searchParams.get('person') ?? undefined,
  }
}

/** What the person may do in the draft's document now (SPEC [W4]). */
export async function accessOf(deps: Deps, { draftId, credential, generation, person }: Request): Promise<Access> {
  const viewer = credential && (await viewerOf(deps, credential))
  // Somebody else signed in on this device meanwhile: what the page holds is not theirs to send (SPEC [W13]).
  if (person !== undefined && viewer?.actorId !== person) return { closeCode: closeCodes.signedOut, reason: '' }
  if (!viewer) return { closeCode: closeCodes.signedOut, reason: '' }
  const found = await findDraftFor(deps.store.read, draftId, viewer.actorId)
  if (!found || found.thing.deleted || !can(viewer, 'draft.read', found.thing)) {
    return unknownRoom
  }
  if (generation !== undefined && generation !== found.draft.generation) return replaced(found.draft.generation)
  const readOnly = await isSwitchedOn(deps.store.read, 'read-only')
  const mayWrite = !readOnly && can(viewer, 'draft.write', found.thing)
  return { viewer, mayWrite, mayRemoveMuch: mayWrite && can(viewer, 'draft.manage', found.thing) }
}

/** The client's copy is of a document that was replaced (SPEC [G2]); the reason names the one that stands now. */
export function replaced(generation: number): { closeCode: number; reason: string } {
  return { closeCode: closeCodes.outdated, reason: `generation ${generation}` }
}
