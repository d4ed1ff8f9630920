import { useEffect } from 'react'
import type { Connection } from '#app/editor/connection-state.ts'
import { closeCodes } from '#collab/close-codes.ts'
import { forgetPage, keepPage, lookForUpdate, tidy } from './keeping.ts'

/** Editors come in after the page; by then their files are among those that were loaded. Milliseconds. */
const settled = 1_500

/** Keeps a draft's page on this device while it is open to the person, so that it opens without a network. */
export function useKeptPage(draftId: string, person: string | null, { synced, stopped }: Connection): void {
  const gone = stopped === closeCodes.unknownRoom
  useEffect(() => {
    if (person !== null) tidy(person)
  }, [person])
  useEffect(() => {
    const path = `/drafts/${draftId}`
    if (gone) return forgetPage(path)
    if (person === null || !synced) return
    lookForUpdate()
    const timer = setTimeout(() => keepPage(path), settled)
    return () => clearTimeout(timer)
  }, [draftId, person, synced, gone])
}
