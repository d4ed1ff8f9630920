import type { ApiRoute } from './route.ts'
import { route } from './route.ts'
import { inputs, outputs } from './schemas.ts'

export const recordRoutes: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: '/record',
    summary: 'Read the record: public events, oldest first, each hashed with the one before',
    open: true,
    input: inputs.record,
    output: outputs.record,
    handler: (services, _viewer, input) => services.recordPage(input),
  }),
]
