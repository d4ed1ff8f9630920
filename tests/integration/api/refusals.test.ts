import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contributions, drafts, events } from '../../../db/schema.ts'
import { pathParameters } from '../../../server/http/api/route.ts'
import { apiTable } from '../../../server/http/api/table.ts'
import { makeAccount, makeToken, suspendAccount } from '../../factories/accounts.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ writeRate: { points: 100_000, seconds: 60 } })
  token = await makeToken(server.deps, await server.account('contributor'))
}, 60_000)
afterAll(() => server.stop())

const json = 'application/json'

function send(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  return fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'Content-Type': json }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

async function refusal(answer: Promise<Response>) {
  const response = await answer
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const body = (await response.json()) as {
    status: number
    code: string
    field?: string
    detail: string
    title: string
  }
  expect(body.status).toBe(response.status)
  expect(Object.keys(body).sort().join()).toMatch(/^code,detail,(?:field,)?status,title$/)
  return body
}

async function state() {
  const { read } = server.deps.store
  return Promise.all([events, drafts, contributions].map((table) => read.select({ n: count() }).from(table)))
}

describe('every route that acts', () => {
  const acting = apiTable.filter((one) => !one.open)
  const address = (path: string) => pathParameters(path).reduce((at, name) => at.replace(`:${name}`, 'none'), path)

  it.each(acting.map((one) => [one.method.toUpperCase(), one.path]))('%s %s needs a token', async (method, path) => {
    const before = await state()
    const body = method === 'POST' ? '{}' : undefined
    for (const Authorization of ['', 'Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, 'Bearer null']) {
      const headers: Record<string, string> = body === undefined ? {} : { 'Content-Type': json }
      if (Authorization !== '') headers.Authorization = Authorization
      const answer = fetch(`${server.url}/api/v1${address(path)}`, { method, headers, ...(body && { body }) })
      expect(await refusal(answer), Authorization).toMatchObject({ code: 'signed-out', status: 401 })
    }
    expect(await state()).toEqual(before)
  })

  it.each(acting.filter((one) => one.method === 'post').map((one) => [one.path]))(
    'POST %s refuses a key it does not know, by name',
    async (path) => {
      const before = await state()
      const required = Object.fromEntries(
        Object.keys(apiTable.find((one) => one.path === path && one.method === 'post')?.input.shape ?? {}).map(
          (key) => [key, undefined],
        ),
      )
      for (const key of ['ownerId', 'role', 'actorId', 'constructor', ...pathParameters(path)]) {
        const answer = await refusal(send('POST', address(path), JSON.stringify({ ...required, [key]: 'x' })))
        expect(answer.status).toBe(400)
      }
      const answer = await refusal(send('POST', address(path), '{"__proto__": {"admin": true}}'))
      expect(answer.status).toBe(400)
      expect(({} as { admin?: boolean }).admin).toBeUndefined()
      expect(await state()).toEqual(before)
    },
  )
})

describe('bad input', () => {
  it('names the field', async () => {
    const draft = { kind: 'strategy', title: 'X' }
    const cases: [string, unknown, string | undefined][] = [
      ['/drafts', { ...draft, owner: 'me' }, 'owner'],
      ['/drafts', { kind: 'poem', title: 'X' }, 'kind'],
      ['/drafts', { kind: 'strategy' }, 'title'],
      ['/drafts', { kind: 'strategy', title: 'x'.repeat(300) }, 'title'],
      ['/drafts', { kind: 'strategy', title: 7 }, 'title'],
      ['/drafts', { kind: 'strategy', entry: '../etc' }, 'entry'],
      ['/threads', { entry: 'pause', kind: 'gossip' }, 'kind'],
      ['/threads', { entry: 'pause', kind: 'general', place: { section: 'no-such' } }, 'place'],
      ['/threads', { entry: 'pause', kind: 'general', place: { corner: 'x' } }, 'place'],
      ['/ballots', { draft: 'x', rule: 'coin-toss' }, 'rule'],
      ['/drafts', [], undefined],
      ['/drafts', null, undefined],
      ['/drafts', 'text', undefined],
    ]
    for (const [path, body, field] of cases) {
      const answer = await refusal(send('POST', path, JSON.stringify(body)))
      expect([path, answer.status, answer.field], JSON.stringify(body)).toEqual([path, 400, field])
    }
    expect((await refusal(send('GET', '/record?after=-1'))).field).toBe('after')
    expect((await refusal(send('GET', '/record?after=1&limit=2&before=3'))).status).toBe(400)
    expect((await refusal(send('GET', '/record?after[x]=1'))).field).toBe('after')
  })

  it('broken JSON, another type, too much', async () => {
    expect(await refusal(send('POST', '/drafts', '{"kind":'))).toMatchObject({ code: 'bad-input' })
    expect(await refusal(send('POST', '/drafts', '{}', { 'Content-Type': 'text/plain' }))).toMatchObject({
      code: 'bad-input',
    })
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await refusal(send('POST', '/drafts', 'kind=strategy&title=X', form))).status).toBe(400)
    expect((await refusal(send('POST', '/drafts', JSON.stringify({ title: 'x'.repeat(1_100_000) })))).status).toBe(413)
    expect((await refusal(send('POST', '/drafts', 'x', { 'Content-Encoding': 'gzip' }))).status).toBe(400)
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    expect((await refusal(send('POST', '/drafts', deep))).status).toBe(400)
  })

  it('an unknown address and a wrong method', async () => {
    expect((await refusal(send('GET', '/nothing'))).status).toBe(404)
    const answer = await send('DELETE', '/drafts/x')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await send('PUT', '/drafts')).headers.get('allow')).toBe('POST')
  })
})

describe('who may not', () => {
  it('an expired token, a suspended owner, a reader', async () => {
    const { deps } = server
    const owner = await server.account('contributor2')
    const expired = await makeToken(deps, owner, { expired: true })
    const create = (bearer: string) =>
      refusal(send('POST', '/drafts', '{"kind":"strategy","title":"X"}', { Authorization: `Bearer ${bearer}` }))
    expect((await create(expired)).status).toBe(401)
    const suspended = await makeAccount(deps)
    const bearer = await makeToken(deps, suspended)
    await suspendAccount(deps, suspended.actorId)
    expect((await create(bearer)).status).toBe(403)
    expect((await create(await makeToken(deps, await makeAccount(deps, { role: 'reader' })))).status).toBe(403)
  })

  it('a wrong token is refused where none is needed', async () => {
    expect((await refusal(send('GET', '/record', undefined, { Authorization: 'Bearer wrong' }))).status).toBe(401)
  })

  it('a hidden thing and no thing answer alike', async () => {
    const answers = await Promise.all(
      ['/drafts/none', '/drafts/aaaaaaaaaaaaaaaaaaaa', '/ballots/none', '/ballots/aaaaaaaaaaaaaaaaaaaa'].map((path) =>
        refusal(send('GET', path)),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
    expect(answers[0]).toEqual(answers[1])
    expect(answers[2]).toEqual(answers[3])
  })
})

describe('the description', () => {
  it('is OpenAPI 3.1 and has every route with its parameters, body and answer', async () => {
    const answer = await fetch(`${server.url}/api/v1/openapi.json`)
    const description = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, Operation>> }
    expect(description.openapi).toBe('3.1.0')
    const ids = new Set<string>()
    for (const { method, path, status } of apiTable) {
      const operation = description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]
      expect(operation, path).toBeDefined()
      ids.add(operation?.operationId ?? '')
      const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
      expect(inPath).toEqual(pathParameters(path))
      expect(operation?.responses[status]?.content).toHaveProperty(['application/json'])
      if (method === 'post')
        expect(operation?.requestBody?.content?.['application/json']?.schema?.additionalProperties).toBe(false)
    }
    expect(ids.size).toBe(apiTable.length)
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '')
    for (const reference of new Set(references)) {
      const target = reference
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], description)
      expect(target, reference).toBeDefined()
    }
  })
})

interface Operation {
  operationId: string
  parameters: { name: string; in: string }[]
  requestBody?: { content?: Record<string, { schema?: { additionalProperties?: boolean } }> }
  responses: Record<string, { content?: object }>
}
