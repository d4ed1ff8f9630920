import { expect } from 'vitest'
import { pathParameters } from '../../server/http/api/route.ts'
import { apiTable } from '../../server/http/api/table.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the schemas of the table below
type Answer = { status: number; body: any; headers: Headers }

export interface ApiClient {
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
}

/** Calls the API as a program would, and holds every good answer against the schema that describes it. */
export function apiClient(url: string, token: string | null): ApiClient {
  async function call(method: 'get' | 'post', path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json: unknown = await answer.json()
    if (answer.ok) checkShape(method, path, answer.status, json)
    else {
      expect(answer.headers.get('content-type'), path).toBe('application/problem+json; charset=utf-8')
      expect(json, path).toMatchObject({ code: expect.any(String), title: expect.any(String), status: answer.status })
    }
    return { status: answer.status, body: json, headers: answer.headers }
  }
  return { get: (path) => call('get', path), post: (path, body) => call('post', path, body) }
}

function checkShape(method: 'get' | 'post', path: string, status: number, json: unknown): void {
  const [address = ''] = path.split('?')
  const route = apiTable.find((one) => one.method === method && matches(one.path, address))
  if (!route) throw new Error(`${method} ${address} is not in the table`)
  expect(status, `${method} ${address}`).toBe(route.status)
  const parsed = route.output.safeParse(json)
  expect(parsed.error?.issues, `${method} ${address} answers another shape than it promises`).toBeUndefined()
}

function matches(pattern: string, address: string): boolean {
  const parameters = pathParameters(pattern)
  const expression = parameters.reduce((text, name) => text.replace(`:${name}`, '[^/]+'), pattern)
  return new RegExp(`^${expression}$`).test(address)
}
