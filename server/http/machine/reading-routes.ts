import type { Request, Response } from 'express'
import { Router } from 'express'
import { citeBibtex, citeCsl, citeRis } from '../../../domain/citing/cite.ts'
import type { CitedEdition } from '../../../domain/citing/cite-edition.ts'
import { citeEditionBibtex, citeEditionCsl, citeEditionRis } from '../../../domain/citing/cite-edition.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../../domain/entries/kinds.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { signedInOf } from '../visitor.ts'
import { answered } from './answered.ts'
import { embedCard, entryOfUrl, oembed } from './embed.ts'
import { atomFeed, jsonFeed } from './feeds.ts'
import { originOf } from './origin.ts'
import { sitemapPart, sitemapXml } from './sitemap-xml.ts'
import { streamText } from './stream-text.ts'

/** Of citations, by the ending of their addresses. */
const types = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  csl: 'application/vnd.citationstyles.csl+json; charset=utf-8',
}

/** What feed readers, search engines, reference managers and other sites ask for. */
export function readingRoutes(deps: Deps, services: Services): Router {
  const router = Router()
  const viewerOf = async (request: Request) => (await signedInOf(deps, request))?.viewer ?? null
  const origin = (request: Request) => originOf(deps.env, request)

  type About = Parameters<Services['feed']>[1]
  function feeds(path: string, about: (request: Request) => About): void {
    router.get(
      `${path}/feed.xml`,
      answered(async (request, response) => {
        const feed = await services.feed(await viewerOf(request), about(request))
        response.type('application/atom+xml; charset=utf-8').send(atomFeed(feed, origin(request), request.path))
      }),
    )
    router.get(
      `${path}/feed.json`,
      answered(async (request, response) => {
        const feed = await services.feed(await viewerOf(request), about(request))
        response.type('application/feed+json; charset=utf-8').send(jsonFeed(feed, origin(request), request.path))
      }),
    )
  }
  feeds('', () => null)
  feeds('/tags/:tag', ({ params }) => ({ tag: params.tag ?? '' }))

  for (const kind of entryKinds) {
    const path = `/${kindPath[kind]}/:id`
    feeds(path, ({ params }) => ({ kind, id: params.id ?? '' }))
    const as = (ending: string, type: string, write: (found: Awaited<ReturnType<typeof cited>>) => unknown) =>
      router.get(
        `${path}.${ending}`,
        answered(async (request, response) => {
          response.type(type).send(write(await cited(request, kind)))
        }),
      )
    as('bib', types.bib, citeBibtex)
    as('ris', types.ris, citeRis)
    as('csl', types.csl, (found) => JSON.stringify(citeCsl(found)))
    router.get(
      `${path}.jsonld`,
      answered(async (request, response) => {
        const ask = { kind, id: request.params.id ?? '', origin: origin(request) }
        const found = await services.entryLinkedData(await viewerOf(request), ask)
        response.type('application/ld+json; charset=utf-8').send(JSON.stringify(found))
      }),
    )
    router.get(
      `/embed${path}`,
      answered(async (request, response) => {
        const id = request.params.id ?? ''
        const text = await services.embedText(await viewerOf(request), { kind, id })
        openToFrames(response)
        response.type('html').send(embedCard({ cited: await cited(request, kind), kind, id, text }, origin(request)))
      }),
    )
  }

  const edition = (ending: string, type: string, write: (found: CitedEdition) => unknown) =>
    router.get(
      `/editions/:name.${ending}`,
      answered(async (request, response) => {
        const ask = { name: request.params.name ?? '', origin: origin(request) }
        response.type(type).send(write(await services.editionCited(await viewerOf(request), ask)))
      }),
    )
  edition('bib', types.bib, citeEditionBibtex)
  edition('ris', types.ris, citeEditionRis)
  edition('csl', types.csl, (found) => JSON.stringify(citeEditionCsl(found)))

  router.get(
    '/search.json',
    answered(async (request, response) => {
      const { q } = request.query
      response.json(await services.searchPage(await viewerOf(request), { q: typeof q === 'string' ? q : '', each: 5 }))
    }),
  )
  router.get(
    '/oembed',
    answered(async (request, response) => {
      const { url, format } = request.query
      const about = entryOfUrl(typeof url === 'string' ? url : '', origin(request))
      if (!about) throw new AppError('not-found', 'No entry of this atlas has that address.', 'url')
      if (format !== undefined && format !== 'json') {
        response.status(501).json({ title: 'Only the format json is offered.' })
        return
      }
      const found = await services.citation(await viewerOf(request), { ...about, origin: origin(request) })
      response.json(oembed(found, about, origin(request)))
    }),
  )
  router.get(
    '/sitemap.xml',
    answered(async (request, response) => {
      const addresses = await services.sitemap(null)
      response.type('application/xml; charset=utf-8')
      await streamText(response, sitemapXml(addresses, origin(request)))
    }),
  )
  router.get(
    '/sitemaps/:n.xml',
    answered(async (request, response) => {
      const part = sitemapPart(await services.sitemap(null), Number(request.params.n), origin(request))
      if (!part) throw new AppError('not-found', 'There is no such part of the sitemap.')
      response.type('application/xml; charset=utf-8')
      await streamText(response, part)
    }),
  )
  router.get('/robots.txt', (request, response) => {
    const closed = [
      '/search',
      '/paths?',
      '/drafts',
      '/ballots',
      '/moderation',
      '/account',
      '/sign-',
      '/embed',
      '/api/',
      '/live',
    ]
    const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '']
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\nSitemap: ${origin(request)}/sitemap.xml\n`)
  })
  return router

  async function cited(request: Request, kind: EntryKind) {
    return services.citation(await viewerOf(request), { kind, id: request.params.id ?? '', origin: origin(request) })
  }
}

/** Cards are made for the pages of others; everything else of this site refuses to be framed. */
function openToFrames(response: Response): void {
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  )
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}
