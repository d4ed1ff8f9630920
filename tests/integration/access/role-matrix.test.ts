import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { actionNames } from '../../../domain/access/policy.ts'
import { apiTable } from '../../../server/http/api/table.ts'
import { machineAccess } from '../../../server/http/machine-access.ts'
import { pageAccess } from '../../../server/http/route-access.ts'
import { machineAsk, machineProvedElsewhere } from './machine-asks.ts'
import { apiAsks, pageAsks, provedElsewhere } from './requests.ts'
import { pages, walkTheTable } from './walk.ts'

describe('the table of access', () => {
  it('has every page of app/routes and none that is gone', () => {
    const folders = readdirSync('app/routes').sort()
    expect(folders.filter((folder) => !(folder in pageAccess))).toEqual([])
    const built = Object.keys(pageAccess).filter((folder) => !folders.includes(folder))
    expect(built).toEqual([])
  })

  it('has a form exactly where a page has an action', async () => {
    const { routes } = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
    for (const route of Object.values(routes)) {
      if (!route?.id.startsWith('routes/')) continue
      const folder = route.id.slice('routes/'.length)
      expect([folder, 'action' in route.module], folder).toEqual([folder, pageAccess[folder]?.post !== undefined])
    }
  })

  it('has every intent that a form of ours sends', () => {
    const known = new Set(pages.map(({ intent }) => intent))
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
    const sent = files.flatMap((name) => [
      ...readFileSync(`app/${name}`, 'utf8').matchAll(/(?:name="intent" value="|intent: '|intent=")([\w-]+)/g),
    ])
    expect(sent.length).toBeGreaterThan(10)
    expect(sent.map((match) => match[1] as string).filter((intent) => !known.has(intent))).toEqual([])
  })

  it('has every address of the API and none that is gone', () => {
    const routes = apiTable.map(({ method, path }) => `${method.toUpperCase()} /api/v1${path}`)
    expect(routes.filter((route) => !(route in machineAccess))).toEqual([])
    const listed = Object.keys(machineAccess).filter((key) => key.includes('/api/v1/') && !key.endsWith('openapi.json'))
    expect(listed.filter((route) => !routes.includes(route))).toEqual([])
  })

  it('names actions that exist', () => {
    const named = [...pages.map(({ needs }) => needs), ...Object.values(machineAccess)].flat()
    expect(named.filter((action) => !actionNames.includes(action))).toEqual([])
  })

  it('has a request for every address that programs read', () => {
    const lines = Object.keys(machineAccess).filter((line) => !(line in apiAsks))
    expect(lines.filter((line) => !machineAsk(line) && !(line in machineProvedElsewhere))).toEqual([])
  })

  it('is walked whole: each line has a request, or says where it is proved', () => {
    const keys = [
      ...pages.map(({ key }) => key),
      ...apiTable.map((one) => `${one.method.toUpperCase()} /api/v1${one.path}`),
    ]
    const covered = new Set([...Object.keys(pageAsks), ...Object.keys(apiAsks), ...Object.keys(provedElsewhere)])
    expect(keys.filter((key) => !covered.has(key))).toEqual([])
    expect([...covered].filter((key) => !keys.includes(key))).toEqual([])
  })
})

walkTheTable('pages')
