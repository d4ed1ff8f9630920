import { describe, expect, it } from 'vitest'
import { csv } from '../../domain/text/csv.ts'
import { choicesHref, readChoices } from '../../server/views/read-choices.ts'

describe('comma-separated values', () => {
  it('quotes what would break a row', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['x, y', 'say "no"'],
          [1, 'two\nlines'],
        ],
      ),
    ).toBe('a,b\r\n"x, y","say ""no"""\r\n1,"two\nlines"\r\n')
  })

  it('keeps text from being run as a formula', () => {
    expect(csv(['a'], [['=1+1'], ['@x'], ['-y'], ['+'], [-3]])).toBe("a\r\n'=1+1\r\n'@x\r\n'-y\r\n+\r\n-3\r\n")
  })
})

describe('choices in an address', () => {
  const understands = { kind: (value: string) => value === 'conflict', page: (value: string) => /^\d+$/.test(value) }

  it('keeps what is understood and names the rest', () => {
    expect(readChoices('?kind=conflict&page=x&odd=1&__proto__=2&empty=', understands)).toEqual({
      chosen: { kind: 'conflict' },
      dropped: [
        { name: 'page', value: 'x' },
        { name: 'odd', value: '1' },
        { name: '__proto__', value: '2' },
      ],
    })
  })

  it('writes readable addresses', () => {
    expect(choicesHref('/matrix', { cell: 'a~b', kind: undefined, lever: '' })).toBe('/matrix?cell=a~b')
    expect(choicesHref('/compare', { s: 'a,b' })).toBe('/compare?s=a,b')
    expect(choicesHref('/matrix', {})).toBe('/matrix')
  })
})
