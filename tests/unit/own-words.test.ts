import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashedRuns } from '../factories/word-runs.ts'
import known from '../fixtures/seed-shingles.json'

// Made again from the documents by scripts/hash-documents.ts.
const theirs = new Set(known.hashes)

/** Titles and names are facts and may be the same. */
const nameLine = /^\s*(?:- )?(?:title|name|publisher|org|url|sourceNote):/

function textFiles(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
}

function taken(path: string, from: ReadonlySet<string>): string[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  const runs = hashedRuns(lines.filter((line) => !nameLine.test(line)).join('\n'))
  return [...runs].flatMap(([hash, run]) => (from.has(hash) ? [`${path}: ${run}`] : []))
}

describe('sentences are our own: no eight words in a row from the documents that facts were taken from', () => {
  it('in the atlas', () => {
    const files = textFiles('db/seed/vault', /\.(?:md|yml)$/)
    expect(files.length).toBeGreaterThan(130)
    expect(files.flatMap((path) => taken(path, theirs))).toEqual([])
  })

  it('on the pages, in messages and in the demo', () => {
    const files = [
      ...textFiles('app', /\.tsx?$/),
      ...textFiles('server', /\.ts$/),
      ...textFiles('domain', /\.(?:ts|md)$/),
      ...textFiles('docs', /\.md$/),
      'README.md',
      'CHANGELOG.md',
    ]
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap((path) => taken(path, theirs))).toEqual([])
  })

  it('and the check would notice', () => {
    expect(theirs.size).toBeGreaterThan(1000)
    const sentence = 'This file is found because it holds eight words in a row'
    const planted = new Set(hashedRuns(sentence).keys())
    expect(taken('tests/unit/own-words.test.ts', planted)).toHaveLength(planted.size)
    expect(taken('tests/unit/own-words.test.ts', theirs)).toEqual([])
  })
})
