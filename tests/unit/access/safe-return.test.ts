import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturn, signInFrom } from '../../../app/http/safe-return.ts'

const hosts = ['evil.example', 'evil.example:443', '127.0.0.1', 'user@evil.example', 'folkmoot.invalid.evil.example']
const heads = [
  '//',
  '///',
  '////',
  '/\\',
  '\\\\',
  '\\/',
  '/\t/',
  '/\n/',
  '/\r\n/',
  '/ /',
  '\t//',
  ' //',
  '/%2f',
  '/%2F/',
  '/%5c',
  '/%5C%5C',
  '/%09/',
  '/%0a/',
  '/.//',
  '/..//',
  '/../..//',
  '/%2e%2e//',
  'http://',
  'https://',
  'HTTPS:',
  'https:/',
  'ftp://',
  'javascript://',
  'data:text/html,',
  'javascript:alert(1)//',
  'folkmoot.invalid//',
  '@',
  ':',
  '?//',
  '#//',
  '/\u2028/',
  '/\u00a0/',
  '/\u0000/',
  'http:/\\',
  'http:\\\\',
  './/',
  './/',
  'x//',
]

describe('where to go after signing in', () => {
  it('[A9] keeps a path of this site with its query and place', () => {
    for (const path of [
      '/',
      '/drafts/abc',
      '/strategies/pause#falsification',
      '/search?q=a%20b&next=//x',
      '/a/b/../c',
    ]) {
      expect(safeReturn(path)).toBe(path === '/a/b/../c' ? '/a/c' : path)
    }
  })

  it('[A9] turns everything else into /', () => {
    const corpus = heads.flatMap((head) => hosts.flatMap((host) => [`${head}${host}`, `${head}${host}/path?x=1`]))
    expect(corpus.length).toBeGreaterThan(300)
    for (const next of [...corpus, '', null, undefined, 'drafts', `/${'a'.repeat(3000)}`, '/sign-out', '/sign-out?x']) {
      expect(staysHere(safeReturn(next)), String(next)).toBe(true)
      if (typeof next === 'string' && !next.startsWith('/')) expect(safeReturn(next)).toBe('/')
    }
    expect(safeReturn('/sign-out')).toBe('/')
  })

  it('[A9] whatever is given, the browser stays on this site', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      '\t',
      '\n',
      'a',
      'http:',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => staysHere(safeReturn(pieces.join('')))),
      { numRuns: 5000 },
    )
  })
})

/** Resolved as a browser would, against an origin the helper knows nothing of. */
function staysHere(location: string): boolean {
  return location.startsWith('/') && new URL(location, 'https://site.example/sign-in').origin === 'https://site.example'
}

describe('a link to sign in', () => {
  it('leads back to the page it stands on, and on the pages for entering to where those lead', () => {
    expect(signInFrom({ pathname: '/', search: '' })).toBe('/sign-in')
    expect(signInFrom({ pathname: '/strategies', search: '?signal=no' })).toBe(
      '/sign-in?next=%2Fstrategies%3Fsignal%3Dno',
    )
    expect(signInFrom({ pathname: '/sign-up', search: '?next=%2Fdrafts%2Fnew' })).toBe('/sign-in?next=%2Fdrafts%2Fnew')
    expect(signInFrom({ pathname: '/sign-in', search: '' })).toBe('/sign-in')
    expect(signInFrom({ pathname: '/sign-in', search: '?next=//evil.example' })).toBe('/sign-in')
  })
})
