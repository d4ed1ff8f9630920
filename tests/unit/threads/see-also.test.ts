import { describe, expect, it } from 'vitest'
import { decideLink, linkedContribution, mostLinks, typedLinks } from '../../../domain/threads/see-also.ts'

const there = { threadId: 'thread1', contributionId: 'post1' }

describe('see also', () => {
  it('[T28] reads the link that the time beside a contribution has, however the site was reached', () => {
    for (const link of [
      '/threads/thread1?at=post1#c-post1',
      '/threads/thread1#c-post1',
      '/threads/thread1?at=post1',
      '/threads/thread1?order=newest&page=2#c-post1',
      'https://folkmoot.example/threads/thread1?at=post1#c-post1',
      'http://localhost:3000/threads/thread1#c-post1',
    ]) {
      expect([link, linkedContribution(link)]).toEqual([link, there])
    }
    expect(linkedContribution('/threads/thread1?at=post2#c-post1')).toEqual(there)
  })

  it('[T28] takes nothing else for one', () => {
    for (const link of [
      '',
      'post1',
      '/threads/thread1',
      '/threads/thread1#objections',
      '/threads/new?at=post1/',
      '/drafts/thread1#c-post1',
      '/threads/thread1/x#c-post1',
      'javascript:/threads/thread1#c-post1',
      'mailto:/threads/thread1#c-post1',
      'https://',
      '/threads/thread1#c-<b>',
      `/threads/thread1#c-${'x'.repeat(2000)}`,
    ]) {
      expect([link, linkedContribution(link)]).toEqual([link, null])
    }
  })

  it('[T28] takes links one from the other by space or line, each once', () => {
    expect(typedLinks('')).toEqual([])
    expect(typedLinks('  /a \r\n/b\n\n/a\t/c ')).toEqual(['/a', '/b', '/c'])
  })

  it('[T28] names five others, each once, never itself and none that is deleted', () => {
    const other = { id: 'b', deletedAt: null }
    expect(decideLink('a', other, [])).toBe('link')
    expect(decideLink('b', other, [])).toBe('itself')
    expect(decideLink('a', { id: 'b', deletedAt: 5 }, [])).toBe('deleted')
    expect(decideLink('a', other, ['b'])).toBe('known')
    const five = ['c', 'd', 'e', 'f', 'g']
    expect(five).toHaveLength(mostLinks)
    expect(decideLink('a', other, five.slice(1))).toBe('link')
    expect(decideLink('a', other, five)).toBe('too-many')
  })
})
