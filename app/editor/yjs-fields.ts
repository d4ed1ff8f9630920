import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { fieldsRoot } from '#collab/doc-shape.ts'
import type { PartName } from './document-changes.ts'
import { partOfKey } from './document-changes.ts'
import type { FieldChange, FieldStore } from './field-store.ts'
import { membersOf } from './field-store.ts'
import { userOf } from './presence-state.ts'

/** Origin of every change a field control makes, so that a section's undo does not catch it. */
export const fieldOrigin = { source: 'field' }
/** Changes of one's own that follow each other within this are one, as typing is; milliseconds. */
const oneChange = 1_500

/**
 * The structured values in the shared document.
 *
 * @param isLoaded false while the document arrives for the first time: that is nobody's change.
 */
export function yjsFields(doc: Y.Doc, awareness: Awareness, isLoaded: () => boolean): FieldStore {
  const map = doc.getMap<unknown>(fieldsRoot)
  const listeners = new Set<() => void>()
  const changes = new Map<PartName, FieldChange>()
  const undoing = new Y.UndoManager(map, { trackedOrigins: new Set([fieldOrigin]), captureTimeout: oneChange })
  let revision = 0

  map.observe((event, transaction) => {
    revision++
    if (transaction.local || isLoaded()) {
      for (const [part, before] of beforeByPart(event)) changes.set(part, changeOf(part, before, event, transaction))
    }
    for (const listener of listeners) listener()
  })

  function changeOf(
    part: PartName,
    before: FieldChange['before'],
    event: Y.YMapEvent<unknown>,
    { local, origin }: Y.Transaction,
  ): FieldChange {
    const at = Date.now()
    if (!local) return { by: 'other', name: authorOf(map, event, part, awareness), undone: false, at, before }
    const last = changes.get(part)
    const undone = origin === undoing
    const goesOn = !undone && last?.by === 'own' && !last.undone && at - last.at < oneChange
    return { by: 'own', name: null, undone, at, before: goesOn ? { ...before, ...last.before } : before }
  }

  const partsOf = (item: unknown): PartName[] => (item ? touched.splice(0) : [])
  const touched: PartName[] = []
  undoing.on('stack-item-popped', ({ changedParentTypes }) => {
    for (const events of changedParentTypes.values()) {
      for (const event of events) for (const key of event.keys.keys()) touched.push(partOfKey(key))
    }
  })

  return {
    get: (key) => map.get(key),
    members: (group) => membersOf([...map.entries()], group),
    set(values) {
      doc.transact(() => {
        for (const [key, value] of Object.entries(values)) {
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
    lastChange: (part) => changes.get(part) ?? null,
    undo: () => partsOf(undoing.undo()),
    redo: () => partsOf(undoing.redo()),
  }
}

function beforeByPart({ keys }: Y.YMapEvent<unknown>): Map<PartName, FieldChange['before']> {
  const parts = new Map<PartName, FieldChange['before']>()
  for (const [key, { oldValue }] of keys) {
    const part = partOfKey(key)
    parts.set(part, { ...parts.get(part), [key]: oldValue })
  }
  return parts
}

/** Whoever wrote one of the values that stand now; a removal names nobody. */
function authorOf(
  map: Y.Map<unknown>,
  { keysChanged }: Y.YMapEvent<unknown>,
  part: PartName,
  awareness: Awareness,
): string | null {
  for (const key of keysChanged) {
    const item = map._map.get(key)
    if (partOfKey(key) !== part || !item || item.deleted) continue
    const name = userOf(awareness.getStates().get(item.id.client))?.name
    if (name) return name
  }
  return null
}
