import { and, eq, isNull } from 'drizzle-orm'
import { dataExports } from '../../db/schema.ts'
import { copyOfData } from '../accounts/copy-of-data.ts'
import type { Deps } from '../deps.ts'

/** Makes the copy of somebody's data that they asked for (access SPEC [A20]); nothing where it is made or gone. */
export async function copyData(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const id = String(payload.exportId)
  const [asked] = await deps.store.read.select().from(dataExports).where(eq(dataExports.id, id))
  if (!asked || asked.madeAt !== null) return
  const copy = await copyOfData(deps, asked.actorId)
  await deps.store.tx(async (q) => {
    await q
      .update(dataExports)
      .set({ ...copy, madeAt: deps.now() })
      .where(and(eq(dataExports.id, id), isNull(dataExports.madeAt)))
  })
}

/** Deletes a copy whose time is over. */
export async function endCopy(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  await deps.store.tx(async (q) => {
    await q.delete(dataExports).where(eq(dataExports.id, String(payload.exportId)))
  })
}
