import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { entryKinds } from '../../../domain/entries/kinds.ts'
import { AppError } from '../../errors.ts'
import type { ApiRoute } from './route.ts'
import { route } from './route.ts'
import { inputs, outputs } from './schemas.ts'

export const threadRoutes: readonly ApiRoute[] = [
  route({
    method: 'post',
    path: '/threads',
    summary: 'Open a thread or a hearing at a place of a draft or of a published entry',
    status: 201,
    input: inputs.openThread,
    output: outputs.made,
    handler: (services, viewer, { entry, place, ...input }) =>
      services.openThread(viewer, {
        ...input,
        ...(entry !== undefined && { entry: entryOf(entry) }),
        ...(place && { place: 'section' in place ? `section/${place.section}` : `field/${place.field}` }),
      }),
  }),
  route({
    method: 'post',
    path: '/threads/:id/contributions',
    summary: 'Post a contribution to a thread',
    status: 201,
    input: inputs.postContribution,
    output: outputs.made,
    handler: (services, viewer, { id, seeAlso = [], ...input }) =>
      services.postContribution(viewer, { threadId: id, ...input, seeAlso: seeAlso.join('\n') }),
  }),
]

/** A bare id means a strategy, as most threads are about one. */
function entryOf(entry: string | { kind: EntryKind; id: string }): { kind: EntryKind; slug: string } {
  if (typeof entry !== 'string') return { kind: entry.kind, slug: entry.id }
  const [first = '', second] = entry.split('/')
  if (second === undefined) return { kind: 'strategy', slug: first }
  const kind = entryKinds.find((one) => one === first)
  if (!kind) throw new AppError('bad-input', `Choose one of ${entryKinds.join(', ')}.`, 'entry')
  return { kind, slug: second }
}
