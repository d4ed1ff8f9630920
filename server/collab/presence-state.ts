import type { Viewer } from '../../domain/access/viewer.ts'
import { limits } from './limits.ts'

/**
 * What others are shown of one socket: where its caret is, as the client says; who it is, as the server knows.
 * Fields that are not listed are left out, and a caret of a wrong form is no caret.
 *
 * @returns the state as JSON, or null when the client's is not usable.
 */
export function presenceState(json: string, viewer: Viewer, mayWrite: boolean): string | null {
  if (json.length > limits.awarenessStateBytes) return null
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    return null
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null
  const from = given as Record<string, unknown>
  return JSON.stringify({
    user: { id: viewer.actorId, name: viewer.name, colour: viewer.colour, role: viewer.role, write: mayWrite },
    // Lexical's cursors read these two from the top.
    name: viewer.name,
    color: viewer.colour,
    ...shortText('section', from.section),
    ...shortText('field', from.field),
    anchorPos: caret(from.anchorPos),
    focusPos: caret(from.focusPos),
    focusing: from.focusing === true,
    awarenessData: {},
  })
}

function shortText(key: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && value.length <= 64 ? { [key]: value } : {}
}

/** A Yjs relative position as JSON. */
function caret(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null
  const { type, tname, item, assoc } = value as Record<string, unknown>
  const position = {
    ...(isId(type) ? { type: { client: type.client, clock: type.clock } } : {}),
    ...(typeof tname === 'string' && tname.length <= 64 ? { tname } : {}),
    ...(isId(item) ? { item: { client: item.client, clock: item.clock } } : {}),
    ...(Number.isInteger(assoc) ? { assoc } : {}),
  }
  return 'type' in position || 'tname' in position || 'item' in position ? position : null
}

function isId(value: unknown): value is { client: number; clock: number } {
  if (typeof value !== 'object' || value === null) return false
  const { client, clock } = value as Record<string, unknown>
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock)
}
