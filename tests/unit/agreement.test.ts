import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartedVersion } from '../../domain/publishing/agreement.ts'
import { agreedSince } from '../../domain/publishing/agreement.ts'

const order = ['title', 'section/bet', 'section/threshold']

describe('how far a text is agreed', () => {
  it('[P28] counts each part from the version in which it last changed, the latest first', () => {
    const versions = [
      { n: 1, parts: { title: 'a', 'section/bet': 'a', 'section/threshold': 'a' } },
      { n: 2, parts: { title: 'a', 'section/bet': 'b', 'section/threshold': 'a' } },
      { n: 4, parts: { title: 'a', 'section/bet': 'b', 'section/threshold': 'b' } },
    ]
    expect(agreedSince(versions, order)).toEqual([
      { n: 4, parts: ['section/threshold'] },
      { n: 2, parts: ['section/bet'] },
      { n: 1, parts: ['title'] },
    ])
  })

  it('[P28] counts a part that came back from when it came back, and a new one from when it came', () => {
    const versions: PartedVersion[] = [
      { n: 1, parts: { title: 'a' } },
      { n: 2, parts: { title: 'b', other: 'a' } },
      { n: 3, parts: { title: 'a', other: 'a' } },
    ]
    expect(agreedSince(versions, order)).toEqual([
      { n: 3, parts: ['title'] },
      { n: 2, parts: ['other'] },
    ])
  })

  it('[P28] names every part of the current text once, whatever came before', () => {
    const parts = fc.dictionary(fc.constantFrom('title', 'section/bet', 'field/lever'), fc.constantFrom('a', 'b'))
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (texts) => {
        const versions = texts.map((one, i) => ({ n: i + 1, parts: one }))
        const named = agreedSince(versions, order).flatMap((group) => group.parts)
        expect([...named].sort()).toEqual(Object.keys(texts.at(-1) ?? {}).sort())
      }),
    )
    expect(agreedSince([], order)).toEqual([])
  })
})
