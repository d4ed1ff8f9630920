import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  claimStatuses,
  decideAttach,
  defaultStatus,
  mostSources,
  readArchiveHash,
  readClaimStatus,
} from '../../../domain/threads/sources.ts'

const page = (n: number) => ({ url: `https://example.org/${n}`, entryId: null })
const hash = 'a1'.repeat(32)

describe('sources', () => {
  it('[T24] stand under a contribution five at a time', () => {
    const four = [1, 2, 3, 4].map(page)
    expect(decideAttach(four, page(5))).toBe('attach')
    expect(decideAttach([...four, page(5)], page(6))).toBe('too-many')
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 8 }), { maxLength: 30 }), (wanted) => {
        const there: ReturnType<typeof page>[] = []
        for (const n of wanted) if (decideAttach(there, page(n)) === 'attach') there.push(page(n))
        expect(there).toHaveLength(Math.min(mostSources, new Set(wanted).size))
      }),
    )
  })

  it('[T25] name one page, or one entry, once', () => {
    const entry = { url: '', entryId: 'e1' }
    expect(decideAttach([page(1)], page(1))).toBe('twice')
    expect(decideAttach([entry], { ...entry })).toBe('twice')
    expect(decideAttach([entry], { url: '', entryId: 'e2' })).toBe('attach')
    expect(decideAttach([entry], page(1))).toBe('attach')
    expect(decideAttach([1, 2, 3, 4, 5].map(page), page(3))).toBe('twice')
  })

  it('[T25] have a claim status of the list, unverified where none is chosen', () => {
    expect(claimStatuses.map(({ id }) => id)).toContain(defaultStatus)
    for (const { id } of claimStatuses) expect(readClaimStatus(id)).toBe(id)
    expect(readClaimStatus('')).toBe('unverified')
    expect(readClaimStatus('true')).toBeNull()
    expect(readClaimStatus('toString')).toBeNull()
  })

  it('[T25] may carry a SHA-256, kept in small letters', () => {
    expect(readArchiveHash('')).toBe('')
    expect(readArchiveHash('  ')).toBe('')
    expect(readArchiveHash(hash)).toBe(hash)
    expect(readArchiveHash(` ${hash.toUpperCase()} `)).toBe(hash)
    expect(readArchiveHash(`sha256:${hash}`)).toBe(hash)
    expect(readArchiveHash(`SHA-256-${hash}`)).toBe(hash)
    for (const wrong of [hash.slice(1), `${hash}0`, `g${hash.slice(1)}`, `${hash}\n${hash}`, 'sha256:', 'md5']) {
      expect([wrong, readArchiveHash(wrong)]).toEqual([wrong, wrong === 'sha256:' ? '' : null])
    }
  })
})
