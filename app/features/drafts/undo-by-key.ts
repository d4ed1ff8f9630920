import type { KeyboardEvent } from 'react'
import type { FieldStore } from '#app/editor/field-store.ts'
import { placeOf } from '#app/editor/part-labels.ts'
import type { EntryKind } from '#domain/entries/kinds.ts'

/**
 * Ctrl Z in a field takes back the last change of any field, and shows where it was; with Shift, or Ctrl Y, it is made
 * again. Sections have an undo of their own, and a search box is no field.
 */
export function undoByKey(event: KeyboardEvent, store: FieldStore, kind: EntryKind): void {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
  const { target } = event
  if (!(target instanceof HTMLElement) || target.isContentEditable || target.closest('[type="search"]')) return
  event.preventDefault()
  const parts = key === 'y' || event.shiftKey ? store.redo() : store.undo()
  const place = parts[0] === undefined ? null : placeOf(kind, parts[0])
  if (place) document.querySelector(place.href)?.scrollIntoView({ block: 'nearest' })
}
