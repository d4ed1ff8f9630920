import * as z from 'zod'
import { errorStories } from '../../errors.ts'
import type { ApiRoute } from './route.ts'
import { pathParameters } from './route.ts'
import { problemSchema } from './schemas.ts'
import { viewSchemas } from './view-schemas.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the table, made from the same schemas that check the input, and of the views beside their pages. */
export function openApi(table: readonly ApiRoute[]): Json {
  const paths: Record<string, Json> = {}
  for (const one of table) {
    const address = one.path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [one.method]: operation(one) }
  }
  for (const view of viewSchemas) paths[view.path] = viewPath(view)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Folkmoot',
      version: '1',
      description:
        'Groups write an atlas together. Everything that is published can be read without a token; acting needs one, made on /account or with `npm run cli -- token --user EMAIL`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      responses: {
        Problem: {
          description: `A refusal. Codes: ${Object.keys(errorStories).join(', ')}.`,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function operation(one: ApiRoute): Json {
  const { properties = {}, required = [] } = schemaOf(one.input, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  const inPath = pathParameters(one.path)
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: properties[name],
  })
  const query = one.method === 'get' ? rest : []
  const body = one.method === 'post' && {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
            required: required.filter((name) => !inPath.includes(name)),
            additionalProperties: false,
          },
        },
      },
    },
  }
  return {
    summary: one.summary,
    operationId: operationId(one),
    ...(one.open ? { security: [{}, { token: [] }] } : {}),
    parameters: [...inPath.map((name) => parameter(name, 'path')), ...query.map((name) => parameter(name, 'query'))],
    ...body,
    responses: {
      [one.status]: {
        description: one.status === 201 ? 'Made.' : 'Done.',
        content: { 'application/json': { schema: schemaOf(one.output, 'output') } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** Views have the addresses of their pages, not those of the API. */
function viewPath({ name, summary, query, answer }: (typeof viewSchemas)[number]): Json {
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Record<string, Json> }
  return {
    servers: [{ url: '/' }],
    get: {
      summary,
      operationId: `get-${name}`,
      security: [{}],
      parameters: Object.entries(properties).map(([key, schema]) => ({ name: key, in: 'query', schema })),
      responses: {
        200: { description: 'Done.', content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  }
}

function operationId({ method, path }: ApiRoute): string {
  const words = path.split('/').filter((part) => part !== '')
  return [method, ...words.map((word) => word.replace(':', 'by-'))].join('-')
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
