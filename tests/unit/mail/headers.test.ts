import { describe, expect, it } from 'vitest'
import { headerLine, isHeader, isOneAddress } from '../../../domain/mail/headers.ts'

describe('[M6] what reaches the headers of a mail', () => {
  it('turns every line end of a name or subject into a space', () => {
    for (const end of ['\r\n', '\n', '\r', '\u2028', '\u0085', '\u0000']) {
      expect(headerLine(`Ada${end}Bcc: all@example.org`)).toBe('Ada Bcc: all@example.org')
    }
    expect(headerLine('x'.repeat(500))).toHaveLength(160)
  })

  it('takes one address and nothing that is more than one', () => {
    expect(isOneAddress('ada@example.org')).toBe(true)
    for (const wrong of [
      'ada@example.org\r\nBcc: all@example.org',
      'ada@example.org, bob@example.org',
      'Ada <ada@example.org>',
      '"a"@example.org',
      'ada@exam ple.org',
      'ada',
      '',
      'a@b\u0085',
    ]) {
      expect(isOneAddress(wrong), wrong).toBe(false)
    }
  })

  it('takes headers of one line', () => {
    expect(isHeader('List-Unsubscribe', '<https://example.org/unsubscribe/x>')).toBe(true)
    expect(isHeader('List-Unsubscribe', '<x>\r\nBcc: all@example.org')).toBe(false)
    expect(isHeader('X\r\nBcc', 'y')).toBe(false)
  })
})
