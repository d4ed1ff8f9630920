/** A right request for every address that programs read outside the API, by `METHOD path`; `{site}` is its origin. */
const machineAsks: Readonly<Record<string, string>> = {
  'GET /healthz': '/healthz',
  'GET /readyz': '/readyz',
  'GET /sw.js': '/sw.js',
  'GET /levers/:id.json': '/levers/speed.json',
  'GET /tags/:tag.json': '/tags/open-weights.json',
  'GET /feed.xml': '/feed.xml',
  'GET /feed.json': '/feed.json',
  'GET /tags/:tag/feed.xml': '/tags/open-weights/feed.xml',
  'GET /tags/:tag/feed.json': '/tags/open-weights/feed.json',
  'GET /oembed': '/oembed?url={site}/strategies/pause',
  'GET /editions/:name.json': '/editions/2020.1.json',
  'GET /editions/:name.bib': '/editions/2020.1.bib',
  'GET /editions/:name.ris': '/editions/2020.1.ris',
  'GET /editions/:name.csl': '/editions/2020.1.csl',
  'GET /search.json': '/search.json?q=compute',
  'GET /sitemap.xml': '/sitemap.xml',
  'GET /sitemaps/:n.xml': '/sitemaps/1.xml',
  'GET /robots.txt': '/robots.txt',
  'GET /moderation/log.csv': '/moderation/log.csv',
  'GET /moderation/log.json': '/moderation/log.json',
  'GET /record/bundle': '/record/bundle',
  'GET /record/checkpoints': '/record/checkpoints',
  'GET /record/checkpoints.json': '/record/checkpoints.json',
  'GET /map.csv': '/map.csv?s=pause',
  'GET /compare.csv': '/compare.csv?s=pause,open-source-maximalism',
  'GET /portfolio.csv': '/portfolio.csv?s=pause,open-source-maximalism',
  'GET /api/v1/openapi.json': '/api/v1/openapi.json',
}

/** Entries by which the addresses of all entries of their kind are asked. */
const machineSamples: Readonly<Record<string, string>> = {
  strategies: 'pause',
  people: 'yann-lecun',
  concepts: 'sovereign-ai',
  scenarios: 'decisive-advantage',
  sources: 'open-source-ai-must-win-digest',
}

/** Addresses that the matrix does not walk, each with where they are proved instead. */
export const machineProvedElsewhere: Readonly<Record<string, string>> = {
  'GET /threads/:id/overview.csv': 'threads/overview: the thread is loaded as for its page',
  'GET /metrics': 'guarded by a token of its own: security/requests',
  'GET /w/:code.json': 'by a code, and asked of the room: workshops/full-room',
  'GET /live': 'never ends: threads/live',
}

/** The address to ask for a line of the table; undefined where nobody has said which. */
export function machineAsk(line: string): string | undefined {
  const known = machineAsks[line] ?? /^GET (\/[a-z-]+\.(?:csv|json))$/.exec(line)?.[1]
  if (known) return known
  const [, before = '', folder = '', ending = ''] = /^GET (\/embed)?\/([a-z]+)\/:id(.*)$/.exec(line) ?? []
  const slug = machineSamples[folder]
  return slug && `${before}/${folder}/${slug}${ending}`
}
