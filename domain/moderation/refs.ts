import type { ThingKind } from './words.ts'
import { thingKinds } from './words.ts'

/** What a case is about, by its parts. */
export type ThingRef =
  | {
      kind: 'contribution' | 'thread' | 'draft' | 'suggestion' | 'objection' | 'review' | 'member' | 'person'
      id: string
    }
  | { kind: 'candidate'; threadId: string; n: number }
  | { kind: 'position'; entryId: string; actorId: string }

/** As in `contribution/<id>`, `candidate/<thread>/<n>`, `position/<entry>/<actor>`; null for anything else. */
export function readRef(typed: string): ThingRef | null {
  const [noun, id = '', more, ...rest] = typed.split('/')
  const kind: ThingKind | undefined = thingKinds.find((one) => one === noun)
  if (!kind || !isId(id) || rest.length > 0) return null
  if (kind === 'candidate') {
    return more !== undefined && /^[1-9]\d{0,5}$/.test(more) ? { kind, threadId: id, n: Number(more) } : null
  }
  if (kind === 'position') return more !== undefined && isId(more) ? { kind, entryId: id, actorId: more } : null
  return more === undefined ? { kind, id } : null
}

export function writeRef(ref: ThingRef): string {
  if (ref.kind === 'candidate') return `candidate/${ref.threadId}/${ref.n}`
  if (ref.kind === 'position') return `position/${ref.entryId}/${ref.actorId}`
  return `${ref.kind}/${ref.id}`
}

function isId(text: string): boolean {
  return /^[a-z0-9-]{1,64}$/i.test(text)
}
