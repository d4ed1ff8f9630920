import type * as z from 'zod'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Services } from '../../services.ts'

export type Method = 'get' | 'post'

/** What a route is to the router, to the description and to the tests that walk all of them. */
export interface ApiRoute {
  method: Method
  /** Below `/api/v1`, with parameters as in `/drafts/:id`. */
  path: string
  summary: string
  /** Answers without a token. */
  open: boolean
  status: 200 | 201
  /** Parameters of the path, and of the query (GET) or the body (POST), together. Strict: an unknown key is refused. */
  input: z.ZodObject
  output: z.ZodType
  /** @throws AppError for every refusal. */
  handler(services: Services, viewer: Viewer | null, input: unknown): Promise<unknown>
}

interface Declared<I extends z.ZodObject, O extends z.ZodType>
  extends Omit<ApiRoute, 'open' | 'status' | 'input' | 'output' | 'handler'> {
  open?: true
  status?: 201
  input: I
  output: O
  handler(services: Services, viewer: Viewer | null, input: z.output<I>): Promise<z.input<O>>
}

/** One route of the API; its handler is checked against its own schemas. */
export function route<I extends z.ZodObject, O extends z.ZodType>(declared: Declared<I, O>): ApiRoute {
  const { open = false, status = 200, input, handler, ...rest } = declared
  return {
    ...rest,
    open,
    status,
    input,
    handler: (services, viewer, given) => handler(services, viewer, input.parse(given)),
  }
}

/** Names of the parameters in a path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)
}
