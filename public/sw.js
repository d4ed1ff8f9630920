// Opens drafts without a network. It keeps only two things: built files, whose names change with their content, and
// the pages of drafts as the person who is signed in last loaded them. Everything else comes from the server.
const build = '__BUILD__'
const assetsOf = (version) => `folkmoot-assets-${version}`
const assets = assetsOf(build)
const pages = 'folkmoot-pages'
const draftPage = /^\/drafts\/[a-z0-9]{20}$/
/** Under this address is kept for whom the pages are. */
const personMark = '/-/person'
/** The header of a kept page that says in which cache its files are. */
const buildMark = 'Folkmoot-Files'

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys()
      const old = names.filter((name) => name.startsWith(assetsOf('')) && name !== assets)
      // Pages that are open, and pages that are kept, still need the files of the build before. Names come in the
      // order in which they were made.
      const gone = old.slice(0, -1)
      await Promise.all(gone.map((name) => caches.delete(name)))
      await forgetPagesOf(gone)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method === 'POST' && /^\/sign-(in|out|up)$/.test(url.pathname)) {
    event.waitUntil(caches.delete(pages))
  } else if (request.method !== 'GET') return
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate') event.respondWith(page(event, url))
})

self.addEventListener('message', (event) => {
  const { type, path, files } = event.data ?? {}
  if (type === 'keep' && draftPage.test(path) && Array.isArray(files)) event.waitUntil(keep(path, files))
  if (type === 'forget' && draftPage.test(path)) {
    event.waitUntil(caches.open(pages).then((cache) => cache.delete(path)))
  }
})

async function asset(request) {
  const known = await caches.match(request)
  if (known) return known
  const cache = await caches.open(assets)
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function page(event, url) {
  try {
    const answer = await fetch(event.request)
    event.waitUntil(remember(url, answer.clone()))
    return answer
  } catch {
    const cache = await caches.open(pages)
    const known = draftPage.test(url.pathname) ? await cache.match(url.pathname) : undefined
    return known ?? offlinePage(cache)
  }
}

/** Keeps a draft's page for the person it was made for; pages of anybody else go first. */
async function remember(url, answer) {
  if (!answer.ok || answer.redirected || answer.type !== 'basic') return
  if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html')) return
  const person = answer.headers.get('Folkmoot-Person') ?? ''
  const before = await (await (await caches.open(pages)).match(personMark))?.text()
  if (before !== undefined && before !== person) await caches.delete(pages)
  if (person === '' || !draftPage.test(url.pathname)) return
  const cache = await caches.open(pages)
  await cache.put(personMark, new Response(person))
  const headers = new Headers(answer.headers)
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name)
  headers.set(buildMark, assets)
  await cache.put(url.pathname, new Response(await answer.blob(), { headers }))
}

/** Pages whose files are gone would open without anything in them. */
async function forgetPagesOf(gone) {
  const cache = await caches.open(pages)
  for (const request of await cache.keys()) {
    const page = await cache.match(request)
    if (gone.includes(page?.headers.get(buildMark))) await cache.delete(request)
  }
}

/** A page that was loaded before this worker watched: its files, and the page itself if it is not here yet. */
async function keep(path, files) {
  const cache = await caches.open(assets)
  for (const file of files) {
    if (typeof file === 'string' && file.startsWith('/assets/') && !(await caches.match(file))) await cache.add(file)
  }
  if (await (await caches.open(pages)).match(path)) return
  await remember(new URL(path, self.location.origin), await fetch(path, { credentials: 'same-origin' }))
}

async function offlinePage(cache) {
  const items = []
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (!draftPage.test(pathname)) continue
    const html = await (await cache.match(pathname)).text()
    // The title is as the server wrote it, so it is escaped already.
    const title = (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? 'Draft')
      .replace(/^Draft: /, '')
      .replace(/ · Folkmoot$/, '')
    items.push(`<li><a href="${pathname}">${title}</a></li>`)
  }
  const drafts =
    items.length > 0
      ? `<p>These drafts are kept on this device and open without a connection:</p><ul>${items.join('')}</ul>`
      : ''
  return new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Not connected · Folkmoot</title>
<style>body{margin:0;background:Canvas;color:CanvasText;font:400 1.0625rem/1.6 Georgia,serif}main{max-width:38rem;margin:0 auto;padding:3rem 1.25rem}h1{line-height:1.2}a{color:LinkText;display:inline-block;min-height:2.75rem}</style></head>
<body><main><h1>Not connected</h1><p>The server cannot be reached at the moment. Check the connection of this device, then load the page again. Nothing you wrote is lost.</p>${drafts}<p><a href="">Load this page again</a></p></main></body></html>`,
    {
      status: 503,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      },
    },
  )
}
