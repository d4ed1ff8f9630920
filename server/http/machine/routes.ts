import type { Request } from 'express'
import { Router } from 'express'
import { entryKinds, kindPath } from '../../../domain/entries/kinds.ts'
import type { Deps } from '../../deps.ts'
import type { Services } from '../../services.ts'
import { signedInOf } from '../visitor.ts'
import { answered } from './answered.ts'
import { streamText } from './stream-text.ts'

/** `.json` and `.md` of the pages of entries, `.json` of levers and tags, `.json` and `.csv` of the views. */
export function machineRoutes(deps: Deps, services: Services): Router {
  const router = Router()
  const viewerOf = async (request: Request) => (await signedInOf(deps, request))?.viewer ?? null

  for (const kind of entryKinds) {
    router.get(
      `/${kindPath[kind]}/:id.json`,
      answered(async (request, response) => {
        response.json(await services.entryJson(await viewerOf(request), { kind, id: request.params.id ?? '' }))
      }),
    )
    router.get(
      `/${kindPath[kind]}/:id.md`,
      answered(async (request, response) => {
        const text = await services.entryMarkdown(await viewerOf(request), { kind, id: request.params.id ?? '' })
        response.type('text/markdown; charset=utf-8').send(text)
      }),
    )
  }
  router.get(
    '/levers/:id.json',
    answered(async (request, response) => {
      response.json(await services.leverJson(await viewerOf(request), request.params.id ?? ''))
    }),
  )
  router.get(
    '/tags/:tag.json',
    answered(async (request, response) => {
      response.json(await services.tagJson(await viewerOf(request), request.params.tag ?? ''))
    }),
  )
  router.get(
    '/editions/:name.json',
    answered(async (request, response) => {
      response.json(await services.editionJson(await viewerOf(request), request.params.name ?? ''))
    }),
  )
  router.get(
    '/threads/:id/overview.csv',
    answered(async (request, response) => {
      const text = await services.threadOverviewCsv(await viewerOf(request), request.params.id ?? '')
      response.attachment('argument.csv').type('text/csv; charset=utf-8').send(text)
    }),
  )
  const tables = {
    matrix: services.matrixCsv,
    axes: services.axesCsv,
    map: services.mapCsv,
    compare: services.compareCsv,
    portfolio: services.portfolioCsv,
    board: services.boardCsv,
    signals: services.signalsCsv,
    paths: services.pathsCsv,
    commitments: services.commitmentsCsv,
    'held-together': services.heldTogetherCsv,
  }
  for (const [view, table] of Object.entries(tables)) {
    router.get(
      `/${view}.csv`,
      answered(async (request, response) => {
        const text = await table(await viewerOf(request), new URL(request.originalUrl, 'http://any').search)
        response.attachment(`${view}.csv`).type('text/csv; charset=utf-8')
        if (typeof text === 'string') response.send(text)
        else await streamText(response, text)
      }),
    )
  }
  const views = {
    levers: services.leversJson,
    scenarios: services.scenariosJson,
    signals: services.signalsJson,
    paths: services.pathsJson,
    commitments: services.commitmentsJson,
    'held-together': services.heldTogetherJson,
    board: services.boardJson,
  }
  for (const [view, rows] of Object.entries(views)) {
    router.get(
      `/${view}.json`,
      answered(async (request, response) => {
        response.json(await rows(await viewerOf(request), new URL(request.originalUrl, 'http://any').search))
      }),
    )
  }
  return router
}
