import * as encoding from 'lib0/encoding'

type Id = [client: number, clock: number]

interface RawItem {
  origin?: Id
  rightOrigin?: Id
  /** Name of a root, or the id of the item that holds the element. */
  parent?: string | Id
  key?: string
  content: { text: string } | { element: string } | { xmlText: true } | { any: unknown[] } | { deleted: number }
}

export type RawStruct = RawItem | { gc: number }

const has = { origin: 0x80, rightOrigin: 0x40, key: 0x20 }

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  if ('gc' in struct) {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, struct.gc)
    return
  }
  const { origin, rightOrigin, parent, key, content } = struct
  const kind = 'text' in content ? 4 : 'any' in content ? 8 : 'deleted' in content ? 1 : 7
  const flags = (origin ? has.origin : 0) | (rightOrigin ? has.rightOrigin : 0) | (key === undefined ? 0 : has.key)
  encoding.writeUint8(encoder, kind | flags)
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent ?? [0, 0])
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  if ('text' in content) encoding.writeVarString(encoder, content.text)
  else if ('deleted' in content) encoding.writeVarUint(encoder, content.deleted)
  else if ('any' in content) {
    encoding.writeVarUint(encoder, content.any.length)
    for (const value of content.any) encoding.writeAny(encoder, value as encoding.AnyEncodable)
  } else if ('element' in content) {
    encoding.writeVarUint(encoder, 3)
    encoding.writeVarString(encoder, content.element)
  } else encoding.writeVarUint(encoder, 6)
}

/** An update written by hand, as no Yjs would write it. */
export function rawUpdate(
  runs: { client: number; clock?: number; structs: RawStruct[] }[],
  deletes: { client: number; ranges: [clock: number, length: number][] }[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, runs.length)
  for (const { client, clock = 0, structs } of runs) {
    encoding.writeVarUint(encoder, structs.length)
    writeId(encoder, [client, clock])
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const range of ranges) writeId(encoder, range)
  }
  return encoding.toUint8Array(encoder)
}
