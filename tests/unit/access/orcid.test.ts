import { describe, expect, it } from 'vitest'
import { recoveryCodeOf, typedCode } from '../../../domain/access/codes.ts'
import { readOrcid } from '../../../domain/access/orcid.ts'

describe('an ORCID iD', () => {
  it.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1694-233X', '0000-0002-1694-233X'],
    ['0000-0002-1825-0098', null],
    ['0000-0002-1825-009', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('%j is %j', (typed, read) => expect(readOrcid(typed)).toBe(read))
})

describe('a code', () => {
  it('[A17] is read however it is spaced, and nothing else is one', () => {
    expect(typedCode(' 123 456')).toEqual({ kind: 'app', code: '123456' })
    const code = recoveryCodeOf(new Uint8Array([0, 1, 2, 3, 4, 250, 251, 252, 253, 254]))
    expect(typedCode(code.toUpperCase().replaceAll('-', ' – '))).toEqual({ kind: 'recovery', code })
    for (const wrong of ['', '12345', '1234567', `${code}a`, 'abcd-efgh-jkmn-pqrl', '１２３４５６７']) {
      expect(typedCode(wrong), wrong).toBeNull()
    }
  })
})
