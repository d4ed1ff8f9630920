import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findHelp } from '../../../domain/help/articles.ts'
import { glossary } from '../../../domain/help/glossary.ts'
import { readArticles } from '../../../server/help/read-articles.ts'

const articles = readArticles('.')

describe('the help', () => {
  it('has a title, a summary and an order for every file', () => {
    expect(articles).toHaveLength(readdirSync('docs/help').length)
    for (const { title, summary } of articles) {
      expect(title).not.toBe('')
      expect(summary.length).toBeGreaterThan(20)
    }
    expect(new Set(articles.map(({ order }) => order)).size).toBe(articles.length)
  })

  it('finds by the beginning of every word, the title before the text', () => {
    expect(findHelp('recei', articles)[0]?.id).toBe('what-a-receipt-proves')
    expect(findHelp('workshop lead', articles)[0]?.id).toBe('lead-a-workshop')
    expect(findHelp('QUORUM', articles).map(({ id }) => id)).toContain('how-decisions-are-made')
  })

  it.each(['', '   ', '"()*^', 'zzzzqqq', 'receipt zzzzqqq', 'x'.repeat(10_000)])(
    'finds nothing for %j',
    (question) => {
      expect(findHelp(question, articles)).toEqual([])
    },
  )

  it('leads from every word of the glossary to an article that is there, and from every page to one that is', () => {
    const ids = new Set<string>(articles.map(({ id }) => id))
    expect(glossary.map(({ article }) => article).filter((id) => !ids.has(id))).toEqual([])
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
    const used = files.flatMap((name) => [
      ...readFileSync(`app/${name}`, 'utf8').matchAll(/(?:["']\/help\/|<HelpLink article=")([a-z-]+)/g),
    ])
    const pages = new Set(['glossary', 'keyboard', 'changes'])
    expect(used.length).toBeGreaterThan(10)
    expect(used.map((match) => match[1] as string).filter((id) => !ids.has(id) && !pages.has(id))).toEqual([])
  })

  it('lists the words by the alphabet, each once', () => {
    const terms = glossary.map(({ term }) => term)
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b)))
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length)
  })
})
