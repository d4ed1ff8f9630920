import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { fieldsRoot } from '#collab/doc-shape.ts'
import type { FieldStore, RemoteChange } from './field-store.ts'
import { membersOf } from './field-store.ts'
import { userOf } from './presence-state.ts'

/** Origin of every change a field control makes, so that a section's undo does not catch it. */
export const fieldOrigin = { source: 'field' }

/**
 * The structured values in the shared document.
 *
 * @param isLoaded false while the document arrives for the first time: that is nobody's change.
 */
export function yjsFields(doc: Y.Doc, awareness: Awareness, isLoaded: () => boolean): FieldStore {
  const map = doc.getMap<unknown>(fieldsRoot)
  const listeners = new Set<() => void>()
  const remote = new Map<string, RemoteChange>()
  let revision = 0

  map.observe((event, transaction) => {
    revision++
    for (const key of event.keysChanged) {
      if (transaction.local) remote.delete(key)
      else if (isLoaded()) remote.set(key, { name: authorOf(map, key, awareness), at: Date.now() })
    }
    for (const listener of listeners) listener()
  })

  return {
    get: (key) => map.get(key),
    members: (group) => membersOf([...map.entries()], group),
    set(changes) {
      doc.transact(() => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined) map.delete(key)
          else if (map.get(key) !== value) map.set(key, value)
        }
      }, fieldOrigin)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    revision: () => revision,
    lastChange: (key) => remote.get(key) ?? null,
  }
}

/** Whoever wrote the value that stands now; a removal names nobody. */
function authorOf(map: Y.Map<unknown>, key: string, awareness: Awareness): string | null {
  const item = map._map.get(key)
  if (!item || item.deleted) return null
  return userOf(awareness.getStates().get(item.id.client))?.name ?? null
}
