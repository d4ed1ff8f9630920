import { Router } from 'express'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../../domain/entries/kinds.ts'
import type { Deps } from '../../deps.ts'
import { cardSize, cardSvg } from '../../pictures/card-svg.ts'
import { renderPng } from '../../pictures/png.ts'
import type { Services } from '../../services.ts'
import { signedInOf } from '../visitor.ts'
import { answered } from './answered.ts'

/** Cards that are kept in memory; each is about 50 kB. */
const mostKept = 200

/** The picture of every entry that other sites show beside a link to it, drawn once for each version. */
export function pictureRoutes(deps: Deps, services: Services): Router {
  const router = Router()
  const kept = new Map<string, { state: string; png: Promise<Buffer> }>()

  async function draw(kind: EntryKind, id: string, viewer: Parameters<Services['entryCard']>[0]): Promise<Buffer> {
    const { card, state } = await services.entryCard(viewer, { kind, id })
    const key = `${kind}/${id}`
    const known = kept.get(key)
    kept.delete(key)
    const png = known?.state === state ? known.png : renderPng(deps.env.dataDir, cardSvg(card), cardSize.width)
    kept.set(key, { state, png })
    png.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return png
  }

  for (const kind of entryKinds) {
    router.get(
      `/${kindPath[kind]}/:id/card.png`,
      answered(async (request, response) => {
        const viewer = (await signedInOf(deps, request))?.viewer ?? null
        const png = await draw(kind, request.params.id ?? '', viewer)
        // Shown in the pages of others.
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
        response.setHeader('Cache-Control', 'public, max-age=3600')
        response.type('image/png').send(png)
      }),
    )
  }
  return router
}
