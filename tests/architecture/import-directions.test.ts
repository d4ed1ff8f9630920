import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cyclesIn, directionProblem } from './directions.ts'
import { exists, importsOf } from './imports.ts'
import { codeFiles } from './source-files.ts'

const imports = codeFiles().flatMap(importsOf)

describe('imports', () => {
  it('run one way', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports.map(directionProblem).filter(Boolean)).toEqual([])
  })

  it('lead to files', () => {
    expect(imports.filter((one) => !exists(one)).map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([])
  })

  it('make no circle', () => {
    expect(cyclesIn(imports)).toEqual([])
  })

  it('nothing imports tests or scripts', () => {
    expect(imports.filter(({ inside, to }) => inside && /^(?:tests|scripts|bench)\//.test(to))).toEqual([])
  })
})

describe('the verifiers of bundles', () => {
  it('take nothing from the server but what domain/ holds', () => {
    const theirs = imports.filter(({ from }) => from.startsWith('server/cli/verify/'))
    expect(theirs.length).toBeGreaterThan(20)
    const own = /^(?:server\/cli\/verify|domain)\//
    expect(theirs.filter(({ inside, to }) => (inside ? !own.test(to) : !to.startsWith('node:')))).toEqual([])
  })

  it('share no code: the independent one loads the standard library alone', () => {
    const parts = ['scripts/verify-independent.mjs', 'scripts/count-independent.mjs']
    const texts = parts.map((part) => readFileSync(part, 'utf8'))
    const loaded = texts.flatMap((text) =>
      [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]),
    )
    expect(loaded.length).toBeGreaterThan(3)
    expect(loaded.filter((name) => !name?.startsWith('node:'))).toEqual(['./count-independent.mjs'])
    for (const text of texts) expect(text.split('\n').length - 1).toBeLessThanOrEqual(300)
  })
})

describe('the checker itself', () => {
  const problemsOf = (path: string, text: string) => importsOf({ path, text }).map(directionProblem).filter(Boolean)

  it.each([
    ['app/routes/x.tsx', `import { castVote } from '#server/usecases/ballots/cast-vote.ts'`],
    ['app/routes/x.tsx', `import { type Deps } from '#server/deps.ts'`],
    ['app/routes/x.tsx', `const late = await import('#server/log.ts')`],
    ['app/routes/x.tsx', `export { log } from '../../server/log.ts'`],
    ['app/routes/x.tsx', `import type { Q } from '#db/store.ts'`],
    ['app/x.ts', `import { eq } from 'drizzle-orm'`],
    ['app/x.ts', `import { readFileSync } from 'node:fs'`],
    ['domain/x.ts', `import { randomBytes } from 'node:crypto'`],
    ['domain/x.ts', `import type { Doc } from 'yjs'`],
    ['domain/x.ts', `import type { Q } from '../db/store.ts'`],
    ['domain/x.ts', `import { useState } from 'react'`],
    ['collab/x.ts', `import { WebSocket } from 'ws'`],
    ['collab/x.ts', `import { log } from '../server/log.ts'`],
    ['db/x.ts', `import * as Y from 'yjs'`],
    ['db/x.ts', `import { newId } from '../server/ids.ts'`],
    ['server/x.ts', `import { Field } from '../app/components/field.tsx'`],
    ['server/x.ts', `import type { Refusal } from '../app/http/refusals.ts'`],
    ['server/x.ts', `import { json } from '@remix-run/node'`],
    ['server/x.ts', `import { newId } from '#server/ids.ts'`],
    ['server/http/x.ts', `import { redirect } from 'remix'`],
  ])('finds a planted violation in %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1)
  })

  it.each([
    ['app/routes/x.tsx', `import type { Services } from '#server/services.ts'`],
    ['app/routes/x.tsx', `import '#app/styles/x.css'`],
    ['server/http/x.ts', `import { createRequestHandler } from '@remix-run/express'`],
    ['server/x.ts', `import type { ServerBuild } from '@remix-run/node'`],
    ['domain/x.ts', `import { sha256 } from '@noble/hashes/sha2.js'`],
    ['collab/x.ts', `import * as Y from 'yjs'`],
  ])('lets pass what is right in %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  it('finds a circle, and none where it closes by types alone', () => {
    const files = (closing: string) =>
      [
        { path: 'domain/a.ts', text: `import { b } from './b.ts'` },
        { path: 'domain/b.ts', text: `import { c } from './c.ts'` },
        { path: 'domain/c.ts', text: closing },
      ].flatMap(importsOf)
    expect(cyclesIn(files(`import { a } from './a.ts'`))).toEqual([
      'domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts',
    ])
    expect(cyclesIn(files(`import type { A } from './a.ts'`))).toEqual([])
  })
})
