import { and, eq, isNull } from 'drizzle-orm'
import { apiTokens } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

/** Ends one of the own API tokens at once. One that has ended already, or is somebody else's, is not found. */
export async function revokeToken(deps: Deps, viewer: Viewer | null, { tokenId }: { tokenId: string }): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your tokens.')
  const { actorId } = viewer
  await deps.store.tx(async (q) => {
    const ended = await q
      .update(apiTokens)
      .set({ revokedAt: deps.now() })
      .where(and(eq(apiTokens.id, tokenId), eq(apiTokens.actorId, actorId), isNull(apiTokens.revokedAt)))
      .returning({ id: apiTokens.id })
    if (ended.length === 0) throw new AppError('not-found', 'There is no such token. It may have been revoked already.')
    await recordEvent(deps, q, { type: 'token.revoked', subject: `actor/${actorId}`, payload: { actorId, tokenId } })
  })
  deps.collab.reauthorise({ actorId })
}
