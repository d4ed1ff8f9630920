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
  const { section, field, anchorPos, focusPos, focusing } = from
  const place = `${shortText('section', section)}${shortText('field', field)}`
  const carets = `"anchorPos":${caret(anchorPos)},"focusPos":${caret(focusPos)},"focusing":${focusing === true}`
  return `{${whoIs(viewer, mayWrite)},${place}${carets},"awarenessData":{}}`
}

const known = new WeakMap<Viewer, { reads?: string; writes?: string }>()

/** The same for every caret of a socket. */
function whoIs(viewer: Viewer, write: boolean): string {
  const forms = known.get(viewer) ?? {}
  known.set(viewer, forms)
  const key = write ? 'writes' : 'reads'
  forms[key] ??= JSON.stringify({
    user: { id: viewer.actorId, name: viewer.name, colour: viewer.colour, role: viewer.role, write },
    // Lexical's cursors read these two from the top.
    name: viewer.name,
    color: viewer.colour,
  }).slice(1, -1)
  return forms[key]
}

function shortText(key: string, value: unknown): string {
  return typeof value === 'string' && value.length <= 64 ? `"${key}":${JSON.stringify(value)},` : ''
}

/** A Yjs relative position as JSON. */
function caret(value: unknown): string {
  if (typeof value !== 'object' || value === null) return 'null'
  const { type, tname, item, assoc } = value as Record<string, unknown>
  let json = isId(type) ? `,"type":${idJson(type)}` : ''
  if (typeof tname === 'string' && tname.length <= 64) json += `,"tname":${JSON.stringify(tname)}`
  if (isId(item)) json += `,"item":${idJson(item)}`
  if (json === '') return 'null'
  if (Number.isInteger(assoc)) json += `,"assoc":${assoc}`
  return `{${json.slice(1)}}`
}

function idJson({ client, clock }: { client: number; clock: number }): string {
  return `{"client":${client},"clock":${clock}}`
}

function isId(value: unknown): value is { client: number; clock: number } {
  if (typeof value !== 'object' || value === null) return false
  const { client, clock } = value as Record<string, unknown>
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock)
}
