import { describe, expect, it } from 'vitest'
import { closeCodes } from '../../collab/close-codes.ts'
import { AppError, errorStories, problem } from '../../server/errors.ts'
import type { SourceFile } from './source-files.ts'
import { codeFiles, projectFiles } from './source-files.ts'

const files = projectFiles()
const code = codeFiles()
const written = files.filter(({ path }) => !/^(?:package-lock\.json$|db\/(?:migrations|seed)\/)/.test(path))
/** These name what they forbid. */
const own = 'tests/architecture/'

function places(where: readonly SourceFile[], pattern: RegExp): string[] {
  return where
    .filter(({ path }) => !path.startsWith(own))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
    )
}

describe('the house', () => {
  it('has nothing left to do written into it', () => {
    expect(places(written, /\b(?:TODO|FIXME|XXX|HACK)\b/)).toEqual([])
  })

  it('knows nothing of the machine it was made on', () => {
    const machine = /(?:^|["'`(\s=])\/(?:work|Users|tmp\/folk)\//
    expect(places(written, machine)).toEqual([])
    const hosts = files
      .flatMap(({ text }) => [...text.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map((match) => match[1]))
      .filter((host) => host !== 'registry.npmjs.org')
    expect([...new Set(hosts)]).toEqual([])
  })

  it('reads the environment in one file', () => {
    expect(places(code, /process\.env\b/).filter((place) => !place.startsWith('server/env.ts:'))).toEqual([])
  })

  it('injects no HTML', () => {
    expect(
      places(code, /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/),
    ).toEqual([])
  })

  it('makes no exception to its types', () => {
    expect(
      places(
        [...code, ...written.filter(({ path }) => path.startsWith('tests/'))],
        /@ts-(?:ignore|nocheck)|\bas any\b/,
      ),
    ).toEqual([])
  })

  it('writes no inline style that the content policy would refuse', () => {
    expect(places(code, /\bstyle=\{/)).toEqual([])
  })

  it('gives a browser its styles as one file, and every style is in it', () => {
    expect(places(code, /^import '[^']+\.css'/)).toEqual([expect.stringContaining(`'#app/styles/site.css'`)])
    const sheet = files.find(({ path }) => path === 'app/styles/site.css')?.text ?? ''
    const listed = [...sheet.matchAll(/@import "\.\/([^"]+)"/g)].map((match) => `app/styles/${match[1]}`)
    const styles = files.map(({ path }) => path).filter((path) => path.startsWith('app/') && path.endsWith('.css'))
    // The sheet of paper for the matrix is asked for by the matrix alone: it says how every page is printed.
    const apart = ['app/styles/matrix-sheet.css', 'app/styles/site.css']
    expect([...listed, ...apart].sort()).toEqual(styles.sort())
  })

  it('prints nothing but through the log', () => {
    expect(places(code, /\bconsole\.\w+\(/).filter((place) => !place.startsWith('server/cli/'))).toEqual([])
  })

  it('has files that one can read in a sitting', () => {
    const large = code
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300)
    expect(large.map(({ path, lines }) => `${path}: ${lines} lines; split it by what changes together`)).toEqual([])
  })

  it('has no barrels', () => {
    const barrel = ({ text }: SourceFile) =>
      /^(?:\s*export (?:\*|\{[^}]*\}|type \{[^}]*\}) from '[^']+'\s*){4,}$/.test(text)
    expect(code.filter(barrel).map(({ path }) => path)).toEqual([])
  })

  it('names files in kebab-case', () => {
    const odd = code.filter(({ path }) => !path.split('/').every((part) => /^[a-z0-9_$.[\]-]+$/.test(part)))
    expect(odd.map(({ path }) => path)).toEqual([])
  })
})

describe('errors', () => {
  const thrown = new Set(
    code.flatMap(({ text }) => [
      ...[...text.matchAll(/new AppError\(\s*'([a-z-]+)'/g)].map((match) => match[1]),
      ...[...text.matchAll(/super\('([a-z-]+)'/g)].map((match) => match[1]),
    ]),
  )

  it('have a story each: a status, a close code, a title that is a sentence', () => {
    for (const [code, story] of Object.entries(errorStories)) {
      expect(story.status, code).toBeGreaterThanOrEqual(400)
      expect(Object.values(closeCodes), code).toContain(story.close)
      expect(story.title, code).toMatch(/^[A-Z].{8,}[^.!]$/)
    }
  })

  it('that are thrown are the ones that are told', () => {
    expect([...thrown].filter((code) => !((code as string) in errorStories))).toEqual([])
    expect(thrown.size).toBeGreaterThan(5)
  })

  it('carry code, title, detail, status and field, nothing else', () => {
    expect(problem(new AppError('bad-input', 'Write a name.', 'name'))).toEqual({
      code: 'bad-input',
      title: errorStories['bad-input'].title,
      detail: 'Write a name.',
      status: 400,
      field: 'name',
    })
  })
})
