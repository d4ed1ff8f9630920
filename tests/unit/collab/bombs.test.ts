import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, sectionRoot, seedUpdate, titleKey } from '../../../collab/doc-shape.ts'
import { judgeUpdate } from '../../../server/collab/admission.ts'
import { sampleContent } from '../../factories/draft-world.ts'
import type { RawStruct } from '../../factories/raw-update.ts'
import { rawUpdate } from '../../factories/raw-update.ts'

const client = 80_001

function bytes(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The head of an update with one run, whose item sets the title; what its value says is the bomb. */
function titled(writeValue: (encoder: encoding.Encoder) => void): Uint8Array {
  return bytes((encoder) => {
    for (const n of [1, 1, client, 0]) encoding.writeVarUint(encoder, n)
    encoding.writeUint8(encoder, 8 | 0x20)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, fieldsRoot)
    encoding.writeVarString(encoder, titleKey)
    writeValue(encoder)
  })
}

/** Elements in elements, as deep as asked. */
function nested(depth: number): Uint8Array {
  const structs: RawStruct[] = Array.from({ length: depth }, (_, i) => ({
    parent: i === 0 ? sectionRoot('bet') : ([client, i - 1] as [number, number]),
    content: { element: 'listitem' },
  }))
  return rawUpdate([{ client, structs }])
}

const bombs: Record<string, Uint8Array> = {
  'elements nested 20,000 deep': nested(20_000),
  'values nested 100,000 deep': titled((encoder) => {
    encoding.writeVarUint(encoder, 1)
    for (let i = 0; i < 100_000; i += 1) {
      encoding.writeUint8(encoder, 117)
      encoding.writeVarUint(encoder, 1)
    }
    encoding.writeUint8(encoder, 126)
  }),
  'two billion values that are not there': titled((encoder) => encoding.writeVarUint(encoder, 2 ** 31)),
  'an array of two billion that is not there': titled((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeUint8(encoder, 117)
    encoding.writeVarUint(encoder, 2 ** 31)
  }),
  'a text of two billion letters that are not there': bytes((encoder) => {
    for (const n of [1, 1, client, 0]) encoding.writeVarUint(encoder, n)
    encoding.writeUint8(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, sectionRoot('bet'))
    encoding.writeVarUint(encoder, 2 ** 31)
  }),
  'nine quadrillion writers': bytes((encoder) => encoding.writeVarUint(encoder, Number.MAX_SAFE_INTEGER)),
  'two billion structs that are not there': bytes((encoder) => {
    for (const n of [1, 2 ** 31, client, 0]) encoding.writeVarUint(encoder, n)
  }),
  'a deleted stretch of nine quadrillion': rawUpdate([{ client, structs: [{ gc: Number.MAX_SAFE_INTEGER }] }]),
  'deleted text of two billion': rawUpdate([
    { client, structs: [{ parent: sectionRoot('bet'), content: { deleted: 2 ** 31 } }] },
  ]),
  'a deletion of nine quadrillion': rawUpdate([], [{ client: 1, ranges: [[0, Number.MAX_SAFE_INTEGER]] }]),
  'two hundred thousand deletions of the same': rawUpdate(
    [],
    [{ client: 1, ranges: Array.from({ length: 200_000 }, () => [0, 1] as [number, number]) }],
  ),
  'a hundred thousand writers': rawUpdate(
    Array.from({ length: 100_000 }, (_, i) => ({ client: 100_000 - i + client, structs: [{ gc: 1 }] })),
  ),
  'the highest clock': rawUpdate([{ client, clock: Number.MAX_SAFE_INTEGER - 1, structs: [{ gc: 1 }] }]),
  'fifty thousand items that each build on the next': rawUpdate([
    {
      client,
      structs: Array.from({ length: 50_000 }, (_, i) => ({
        rightOrigin: [client, i + 1] as [number, number],
        content: { text: 'a' },
      })),
    },
  ]),
}

describe('[A1] [A2] a bomb is put down', () => {
  it.each(Object.entries(bombs))('%s', (_name, bomb) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedUpdate(sampleContent))
    const before = Y.encodeStateAsUpdate(doc)
    const judge = () =>
      judgeUpdate({ doc, kind: 'strategy', clients: new Map() }, bomb, { actorId: 'eve', mayRemoveMuch: false })
    judge()
    const heap = process.memoryUsage().heapUsed
    const since = process.cpuUsage()
    const verdict = judge()
    const { user, system } = process.cpuUsage(since)
    expect(verdict.admitted).toBe(false)
    // What decoding takes grows with the bytes that came, never with the numbers in them.
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(32 * 1024 * 1024)
    expect((user + system) / 1_000).toBeLessThan(500)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(doc.store.pendingStructs ?? doc.store.pendingDs).toBe(null)
  })
})
