import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeReceipt, readReceipt, showReceipt } from '../../../domain/ballots/receipt.ts'
import { receiptWords } from '../../../domain/ballots/receipt-words.ts'

describe('receipts', () => {
  it('[B16] have 256 different short plain words to draw from', () => {
    expect(new Set(receiptWords).size).toBe(256)
    expect(receiptWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
  })

  it('[B16] are four words and a code, and are found again however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const receipt = makeReceipt(bytes)
        expect(receipt).toMatch(/^([a-z]+-){4}[2-9A-HJ-NP-Z]{4}$/)
        expect(readReceipt(showReceipt(receipt))).toBe(receipt)
        expect(readReceipt(` ${receipt.toUpperCase().replaceAll('-', ' ')} `)).toBe(receipt)
      }),
    )
  })

  it('[B16] differ when the bytes of their words differ', () => {
    const receipts = Array.from({ length: 256 }, (_, byte) => makeReceipt(Uint8Array.of(byte, 0, 0, 0, 0, 0, 0, 0)))
    expect(new Set(receipts).size).toBe(256)
  })

  it('refuse to be made of too little chance', () => {
    expect(() => makeReceipt(new Uint8Array(7))).toThrow(RangeError)
  })
})
