import { eq } from 'drizzle-orm'
import { actors } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

/** Changes the name that others see. Published versions keep the name their authors had then. */
export async function changeName(deps: Deps, viewer: Viewer | null, input: { name: string }): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to change your name.')
  const { actorId } = viewer
  const name = checkLine(input.name, { field: 'name', label: 'the name that others will see', limit: 'name' })
  if (name === viewer.name) return
  await deps.store.tx(async (q) => {
    await q.update(actors).set({ name }).where(eq(actors.id, actorId))
    await recordEvent(deps, q, {
      type: 'actor.renamed',
      subject: `actor/${actorId}`,
      payload: { actorId },
      leaf: { name },
    })
  })
  deps.collab.reauthorise({ actorId })
}
