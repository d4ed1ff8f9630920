import { Lie, same } from './faults.ts'
import { hashed } from './hashed.ts'
import type { SnapshotLine } from './lines.ts'
import { isObject } from './shapes.ts'
import type { Told } from './told.ts'

const members = ['declarations', 'fields', 'kind', 'schema', 'sections', 'title'] as const

/** Whether text was removed from it for good. */
export type SnapshotState = 'whole' | 'removed'

/**
 * A frozen text has its hash, each part its own, and both are what events state ([R6], [R15]).
 *
 * @throws Lie otherwise; also where text is missing and no event says that it was removed.
 */
export function checkSnapshot({ id, hash, content, parts }: SnapshotLine, told: Told): SnapshotState {
  const where = `snapshot ${id}`
  const said = told.snapshots.get(id)
  if (!said) throw new Lie(where, 'no event of the record tells of it', hash, null)
  same(where, 'its content hash', hash, said.hash)
  if (content === null) {
    const removed = told.removed.get(id)
    if (removed === undefined && !told.vague.has(String(said.draftId))) {
      throw new Lie(where, 'its text is missing, and no event says that it was removed', null, hash)
    }
    if (removed !== undefined) same(where, 'the hashes of its parts', hashed(parts), removed)
    return 'removed'
  }
  same(where, 'the members of its text', Object.keys(content).sort(), [...members])
  same(where, 'its content hash', hash, hashed(content))
  same(where, 'the hashes of its parts', parts, partsOf(content))
  return 'whole'
}

function partsOf({ title, sections, fields, declarations }: Record<string, unknown>): Record<string, string> {
  const parts: Record<string, string> = { title: hashed(title) }
  for (const [id, blocks] of Object.entries(isObject(sections) ? sections : {})) parts[`section/${id}`] = hashed(blocks)
  for (const [id, value] of Object.entries(isObject(fields) ? fields : {})) parts[`field/${id}`] = hashed(value)
  if (Array.isArray(declarations) && declarations.length > 0) parts.declarations = hashed(declarations)
  return parts
}
