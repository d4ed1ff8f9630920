import * as Y from 'yjs'
import { fieldsRoot, isKnownRoot } from '../../collab/doc-shape.ts'
import { isKnownField } from '../../collab/field-shape.ts'
import {
  deepestNode,
  isKnownProperty,
  isKnownTextFormat,
  mayContainNode,
  mayContainText,
} from '../../collab/node-shape.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Struct } from './decode-update.ts'
import type { NewStructs } from './new-structs.ts'

/**
 * Where an item stands: in the fields, in an element (or a section's root), in a run of text, or nowhere any more.
 * `list` tells one element or text from another: it is the name of a root, or the shared type.
 */
type Place =
  | { in: 'fields'; list: string; key: string | null }
  | { in: 'element'; list: string | SharedType; node: string; depth: number; key: string | null }
  | { in: 'text'; list: SharedType; key: string | null }
  | { in: 'nowhere' }

type Content = Y.Item['content']
type SharedType = Exclude<Y.Item['parent'], Y.ID | null>

/** Items walked over for one update; a walk of this many takes a few milliseconds. */
const longestWalk = 2_000_000

class Wrong extends Error {}

/**
 * Checks that every new struct is of an allowed kind at an allowed place (SPEC [A6]).
 *
 * @returns what is wrong, or undefined.
 */
export function checkShape(kind: EntryKind, doc: Y.Doc, structs: NewStructs): string | undefined {
  const context = { kind, doc, structs, places: new Map<Struct, Place>(), walk: { left: longestWalk } }
  try {
    for (const struct of structs.list) {
      if (!(struct instanceof Y.Item)) continue
      const place = placeOf(struct, context)
      checkItem(kind, struct, place)
      checkRest(struct, place, context)
      checkRight(struct, place, context)
    }
    return undefined
  } catch (error) {
    if (error instanceof Wrong) return error.message
    if (error instanceof RangeError) return 'elements nested too deep'
    throw error
  }
}

function checkItem(kind: EntryKind, { content }: Y.Item, place: Place): void {
  if (place.in === 'nowhere' || content instanceof Y.ContentDeleted) return
  const { key } = place
  const ok =
    place.in === 'fields'
      ? key !== null && content instanceof Y.ContentAny && areValues(content, (value) => isKnownField(kind, key, value))
      : place.in === 'text'
        ? key === null && isText(content)
        : key === null
          ? isChild(place.node, place.depth, content)
          : content instanceof Y.ContentAny && areValues(content, (value) => isKnownProperty(place.node, key, value))
  if (!ok) throw new Wrong(`${content.constructor.name} does not belong in ${describe(place)}`)
}

/**
 * Yjs hangs the new rest of an item that is here in part behind the part that is here, in the list that the update
 * names. Both must be one list, or text could be hung among blocks.
 */
function checkRest(item: Y.Item, place: Place, context: Context): void {
  const { client, clock } = item.id
  const here = Y.getState(context.doc.store, client)
  if (clock >= here || place.in === 'nowhere') return
  const { parent, parentSub } = Y.getItem(context.doc.store, Y.createID(client, here - 1))
  const before = parent instanceof Y.AbstractType ? placeIn(parent, null, parentSub, context) : undefined
  if (before?.in !== place.in || before.list !== place.list || before.key !== place.key) {
    throw new Wrong('the rest of an item in another place')
  }
}

/**
 * Whoever wrote an item saw it between two neighbours. Both stand in one list, in this order, and what the right one
 * itself was put behind does not stand between them, because its reader knew that too. Where it is otherwise, Yjs
 * gives two readers of the same updates two documents, by the order in which the updates came.
 */
function checkRight({ rightOrigin, origin }: Y.Item, place: Place, context: Context): void {
  if (!rightOrigin || place.in === 'nowhere') return
  const right = context.structs.find(rightOrigin)
  if (!(right?.struct instanceof Y.Item)) return
  const { struct } = right
  const { client, clock } = rightOrigin
  const behind = clock > struct.id.clock ? Y.createID(client, clock - 1) : struct.origin
  if (!origin) {
    if (behind) throw new Wrong('an item before the first that is not first')
    return
  }
  const there = right.inDocument ? placeInDocument(struct, context) : placeOf(struct, context)
  if (there && there.in !== 'nowhere' && !isSame(there, place)) throw new Wrong('an item between two places')
  const left = context.structs.find(origin)
  if (left?.inDocument && right.inDocument && left.struct instanceof Y.Item) {
    if (!areNeighbours(left.struct, origin, struct, behind, context)) throw new Wrong('an item between no neighbours')
  }
}

function placeInDocument({ parent, parentSub }: Y.Item, context: Context): Place | undefined {
  return parent instanceof Y.AbstractType ? placeIn(parent, null, parentSub, context) : undefined
}

/** Were they neighbours for somebody? What was written between them since is walked over. */
function areNeighbours(left: Y.Item, origin: Y.ID, right: Y.Item, behind: Y.ID | null, context: Context): boolean {
  if (behind && Y.compareIDs(behind, origin)) return true
  if (left === right) return false
  const known = behind && context.structs.find(behind)?.struct
  if (known === left && behind && behind.clock > origin.clock) return false
  // What the right one was put behind is the part of the same run before it.
  if (known === right) return false
  for (let at = left.right; at; at = at.right) {
    if (at === right) return true
    if (at === known) return false
    context.walk.left -= 1
    if (context.walk.left < 0) throw new Wrong('too far apart')
  }
  return false
}

function isSame(one: Exclude<Place, { in: 'nowhere' }>, other: Exclude<Place, { in: 'nowhere' }>): boolean {
  return one.in === other.in && one.list === other.list && one.key === other.key
}

/** Usually one value; earlier ones are with it where an undo keeps them. */
function areValues({ arr }: Y.ContentAny, isKnown: (value: unknown) => boolean): boolean {
  return arr.length > 0 && arr.every(isKnown)
}

function isText(content: Content): boolean {
  if (content instanceof Y.ContentString) return true
  return content instanceof Y.ContentFormat && isKnownTextFormat(content.key, content.value)
}

function isChild(node: string, depth: number, content: Content): boolean {
  if (!(content instanceof Y.ContentType)) return false
  const { type } = content
  if (type instanceof Y.XmlText) return mayContainText(node)
  return type instanceof Y.XmlElement && depth < deepestNode && mayContainNode(node, type.nodeName)
}

interface Context {
  kind: EntryKind
  doc: Y.Doc
  structs: NewStructs
  places: Map<Struct, Place>
  /** How many items may still be walked over for this update. */
  walk: { left: number }
}

/** Follows neighbours and parents until a place is known; an item's place is written on the wire only for the first of its siblings. */
function placeOf(item: Y.Item, context: Context): Place {
  const chain: Y.Item[] = []
  let at: Y.Item = item
  let place = context.places.get(at)
  while (!place) {
    if (chain.length > context.structs.list.length) throw new Wrong('items that build on each other in a circle')
    const step = stepFrom(at, context)
    chain.push(at)
    if (step instanceof Y.Item) {
      at = step
      place = context.places.get(at)
    } else place = step
  }
  for (const passed of chain) context.places.set(passed, place)
  return place
}

/** The item's place if one look is enough, else the sibling in the same update that shares it. */
function stepFrom(item: Y.Item, context: Context): Place | Y.Item {
  const parent: unknown = item.parent
  if (typeof parent === 'string') return rootPlace(parent, item.parentSub, context.kind)
  if (parent instanceof Y.ID) {
    const holder = context.structs.find(parent)
    if (!holder || !(holder.struct instanceof Y.Item)) return { in: 'nowhere' }
    if (!(holder.struct.content instanceof Y.ContentType)) {
      // What was deleted has lost its content; an item inside it will be dropped at once.
      if (holder.struct.deleted || holder.struct.content instanceof Y.ContentDeleted) return { in: 'nowhere' }
      throw new Wrong('an item inside something that holds none')
    }
    return placeIn(holder.struct.content.type, holder.inDocument ? null : holder.struct, item.parentSub, context)
  }
  const neighbourId = item.origin ?? item.rightOrigin
  const neighbour = neighbourId && context.structs.find(neighbourId)
  if (!neighbour || !(neighbour.struct instanceof Y.Item)) return { in: 'nowhere' }
  if (!neighbour.inDocument) return neighbour.struct
  const shared = neighbour.struct.parent
  if (!(shared instanceof Y.AbstractType)) return { in: 'nowhere' }
  return placeIn(shared, null, neighbour.struct.parentSub, context)
}

function rootPlace(name: string, key: string | null, kind: EntryKind): Place {
  if (!isKnownRoot(kind, name)) throw new Wrong(`unknown root ${JSON.stringify(name.slice(0, 64))}`)
  return name === fieldsRoot
    ? { in: 'fields', list: name, key }
    : { in: 'element', list: name, node: 'root', depth: 0, key }
}

/** @param holder the new item that holds the type, when the type is not part of the document yet. */
function placeIn(type: SharedType, holder: Y.Item | null, key: string | null, context: Context): Place {
  if (type instanceof Y.XmlText) return { in: 'text', list: type, key }
  if (!holder && type._item === null) return rootPlace(Y.findRootTypeKey(type), key, context.kind)
  if (!(type instanceof Y.XmlElement)) throw new Wrong('a shared type that a draft does not have')
  return {
    in: 'element',
    list: type,
    node: type.nodeName,
    depth: holder ? 1 + depthOf(holder, context) : depthInDocument(type),
    key,
  }
}

function depthOf(holder: Y.Item, context: Context): number {
  const place = placeOf(holder, context)
  return place.in === 'element' ? place.depth : 0
}

function depthInDocument(type: SharedType): number {
  let depth = 0
  for (let item = type._item; item && depth <= deepestNode; depth += 1) {
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return depth
}

function describe(place: Exclude<Place, { in: 'nowhere' }>): string {
  const where = place.in === 'element' ? place.node : place.in
  return place.key === null ? where : `${where}, ${JSON.stringify(place.key.slice(0, 64))}`
}
