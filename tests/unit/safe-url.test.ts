import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeUrl } from '../../domain/prose/safe-url.ts'

describe('the URL allow-list', () => {
  it.each(['https://example.org/a?b#c', 'http://example.org/', 'mailto:someone@example.org', '/strategies/pause'])(
    'lets %s pass',
    (url) => {
      expect(safeUrl(url)).toBe(url)
    },
  )

  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://user:pass@example.org/',
    'https://example.org/ space',
    'not an address',
    'blob:https://example.org/1',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBeNull()
  })

  it('never lets another scheme through', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const url = safeUrl(text)
        expect(url === null || /^(https?:\/\/|mailto:|\/(?!\/))/.test(url)).toBe(true)
      }),
    )
  })
})
