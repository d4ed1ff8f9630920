import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import type { PrivateLeaf, RecordEvent } from '../../domain/record/chain.ts'
import { eventHash, firstChainFault, genesisHash, leafHash } from '../../domain/record/chain.ts'
import { hashJson, sha256Hex, shortHash } from '../../domain/record/hash.ts'

function chainOf(payloads: { payload: Record<string, unknown>; leaf?: Record<string, unknown> }[]) {
  const events: RecordEvent[] = []
  const leaves = new Map<number, PrivateLeaf>()
  for (const [i, { payload, leaf }] of payloads.entries()) {
    const seq = i + 1
    const held = leaf && { salt: `salt-${seq}`, payload: leaf }
    if (held) leaves.set(seq, held)
    const body = {
      seq,
      type: 'thing.done',
      subject: `thing/${seq}`,
      payload,
      leafHash: held ? leafHash(held) : null,
      at: 1000 + seq,
      prev: events.at(-1)?.hash ?? genesisHash,
    }
    events.push({ ...body, hash: eventHash(body) })
  }
  return { events, leaves }
}

describe('canonical JSON', () => {
  it('serialises the example of RFC 8785, section 3.2.3', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\u0027\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts keys by UTF-16 code units, as RFC 8785 wants', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7)
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('2467153')
  })

  it('is stable: parsing and writing again changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value)),
    )
  })

  it('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError)
    expect(() => canonicalJson({ a: () => 1 })).toThrow(RangeError)
  })
})

describe('hashes', () => {
  it('match a published vector', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(shortHash(sha256Hex('abc'))).toBe('ba78-16bf')
  })
  it('do not depend on the order of members', () => {
    expect(hashJson({ a: 1, b: [2] })).toBe(hashJson({ b: [2], a: 1 }))
  })
})

describe('the chain', () => {
  const payloads = fc.array(
    fc.record(
      {
        payload: fc.dictionary(fc.string(), fc.integer()),
        leaf: fc.option(fc.dictionary(fc.string(), fc.string()), { nil: undefined }),
      },
      { requiredKeys: ['payload'] },
    ),
    { minLength: 2, maxLength: 8 },
  )

  it('[R1] [R2] [R3] holds for any history, also one of no events', () => {
    expect(firstChainFault([], new Map())).toBeNull()
    fc.assert(
      fc.property(payloads, (given) => {
        const { events, leaves } = chainOf(given.map(({ payload, leaf }) => (leaf ? { payload, leaf } : { payload })))
        expect(firstChainFault(events, leaves)).toBeNull()
      }),
    )
  })

  it('[R5] survives the erasure of leaves', () => {
    const { events } = chainOf([
      { payload: {}, leaf: { name: 'A' } },
      { payload: {}, leaf: { name: 'B' } },
    ])
    expect(firstChainFault(events, new Map())).toBeNull()
  })

  it('[R5] names the first event that was changed, moved or removed', () => {
    const { events, leaves } = chainOf([
      { payload: { n: 1 } },
      { payload: { n: 2 }, leaf: { name: 'A' } },
      { payload: { n: 3 } },
    ])
    const changed = (seq: number, change: Partial<RecordEvent>) =>
      events.map((event) => (event.seq === seq ? { ...event, ...change } : event))
    expect(firstChainFault(changed(2, { payload: { n: 9 } }), leaves)).toEqual({ seq: 2, fault: 'hash-differs' })
    expect(firstChainFault(changed(3, { at: 1 }), leaves)).toEqual({ seq: 3, fault: 'hash-differs' })
    expect(firstChainFault(changed(2, { subject: 'other' }), leaves)).toEqual({ seq: 2, fault: 'hash-differs' })
    expect(firstChainFault([events[0]!, events[2]!], leaves)).toEqual({ seq: 3, fault: 'gap', expected: 2 })
    expect(firstChainFault(events.slice(1), leaves)).toEqual({ seq: 2, fault: 'gap', expected: 1 })
    leaves.set(2, { salt: 'salt-2', payload: { name: 'B' } })
    expect(firstChainFault(events, leaves)).toEqual({ seq: 2, fault: 'leaf-differs' })
  })

  it('[R2] notices a forged event with a right hash of its own', () => {
    const { events } = chainOf([{ payload: { n: 1 } }, { payload: { n: 2 } }])
    const forged = { ...events[0]!, payload: { n: 7 } }
    forged.hash = eventHash(forged)
    expect(firstChainFault([forged, events[1]!], new Map())).toEqual({ seq: 2, fault: 'previous-differs' })
  })
})
