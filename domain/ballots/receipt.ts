import { receiptWords } from './receipt-words.ts'

/** No 0, 1, I, O: what is read aloud or copied by hand must come back the same. */
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Number of random bytes one receipt is made of. */
export const receiptBytes = 8

/**
 * A receipt of four words and a code of four letters ([B16]), as in `maple-orbit-stone-tin-7QF3`.
 *
 * @throws RangeError when there are fewer than `receiptBytes` bytes.
 */
export function makeReceipt(bytes: Uint8Array): string {
  if (bytes.length < receiptBytes) throw new RangeError(`a receipt needs ${receiptBytes} random bytes`)
  const words = [...bytes.subarray(0, 4)].map((byte) => receiptWords[byte])
  const code = [...bytes.subarray(4, receiptBytes)].map((byte) => codeLetters[byte % codeLetters.length]).join('')
  return [...words, code].join('-')
}

/** What somebody typed, in the one spelling of receipts: any separators, any case. */
export function readReceipt(typed: string): string {
  const parts = typed.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return parts.map((part, i) => (i === 4 ? part.toUpperCase() : part.toLowerCase())).join('-')
}

/** A receipt as people see it: `maple · orbit · stone · tin · 7QF3`. */
export function showReceipt(receipt: string): string {
  return receipt.split('-').join(' · ')
}
