import type { ApiRoute } from './route.ts'
import { route } from './route.ts'
import { inputs, outputs } from './schemas.ts'

export const entryRoutes: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: '/entries',
    summary: 'List the published entries, or those of one kind',
    open: true,
    input: inputs.listEntries,
    output: outputs.entries,
    handler: (services, viewer, input) => services.entriesJson(viewer, input),
  }),
  route({
    method: 'get',
    path: '/entries/:kind/:id',
    summary: 'Read the current version of an entry',
    open: true,
    input: inputs.entry,
    output: outputs.entry,
    handler: (services, viewer, input) => services.entryJson(viewer, input),
  }),
  route({
    method: 'get',
    path: '/entries/:kind/:id/versions',
    summary: 'List the versions of an entry, newest first',
    open: true,
    input: inputs.entry,
    output: outputs.versions,
    handler: (services, viewer, input) => services.versionsJson(viewer, input),
  }),
  route({
    method: 'get',
    path: '/entries/:kind/:id/versions/:n',
    summary: 'Read one version of an entry as it was published',
    open: true,
    input: inputs.version,
    output: outputs.version,
    handler: (services, viewer, input) => services.versionJson(viewer, input),
  }),
]
