import interFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import serifFont from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import type { ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useContext } from 'react'
import { ChosenZone } from '#app/components/chosen-zone.ts'
import { NonceContext } from '#app/components/nonce.ts'
import { FrameNotices } from '#app/features/frame/frame-notices.tsx'
import { SiteFooter, SiteHeader } from '#app/features/frame/site-frame.tsx'
import { OutOfReach } from '#app/features/live/out-of-reach.tsx'
import { SearchForm } from '#app/features/search/search-form.tsx'
import { signInFrom } from '#app/http/safe-return.ts'
import '#app/styles/site.css'

export const meta: MetaFunction = () => [{ title: 'Folkmoot' }]

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'preload', href: serifFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: interFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, viewer, report } = context
  // A page is worth more than the number beside a link.
  const waiting = await services.inboxCount(viewer).catch((error: unknown) => {
    report(error)
    return 0
  })
  const reading = await services.readingOf(viewer)
  const tour = new URL(request.url).searchParams.get('tour')
  return json({
    site: await services.site(),
    /** How many things wait for who is signed in. */
    waiting,
    /** How whoever is signed in wants to read; null for others. */
    reading,
    notices: await services.frameNotices(viewer, { tour }),
    viewer: viewer && { actorId: viewer.actorId, name: viewer.name, role: viewer.role, colour: viewer.colour },
  })
}

/**
 * Who is signed in changes only where accounts do, and what waits for them in their inbox. Everywhere else the frame stays as it is: a page that listens for
 * changes must not lose what somebody is typing because the frame could not be loaded again.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction }) =>
  formAction !== undefined && /^\/(account|inbox|sign-|welcome|admin)/.test(formAction)

export type RootData = ReturnType<typeof useLoaderData<typeof loader>>

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const data = useRouteLoaderData<typeof loader>('root')
  const location = useLocation()
  return (
    <html lang="en" {...asAttributes(data?.reading ?? null)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colorSchemes[data?.reading?.theme ?? 'auto']} />
        <Meta />
        <Links />
        {/* The palette: the one script that signed-out pages carry; nothing waits for it. */}
        <script src="/palette.js" defer />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        {isWall(location.pathname) ? null : (
          <SiteHeader
            viewer={data?.viewer ?? null}
            waiting={data?.waiting ?? 0}
            site={data?.site ?? null}
            location={location}
          />
        )}
        {data && !isWall(location.pathname) ? <FrameNotices notices={data.notices} location={location} /> : null}
        <main id="main">
          <ChosenZone.Provider value={data?.reading?.timeZone ?? null}>{children}</ChosenZone.Provider>
        </main>
        {isWall(location.pathname) ? null : <SiteFooter />}
        {/* Signed-out pages run none of this, so that one cached answer serves everybody. */}
        {data?.viewer ? (
          <>
            {isWall(location.pathname) ? null : <OutOfReach />}
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

const colorSchemes = { auto: 'light dark', light: 'light', dark: 'dark' } as const

/** What somebody chose for reading, where the styles and the scripts of all pages look. */
function asAttributes(reading: RootData['reading']): Record<string, string> {
  if (!reading) return {}
  const { theme, textSize, motion, shortcuts } = reading
  return {
    ...(theme !== 'auto' && { 'data-theme': theme }),
    ...(textSize !== 'normal' && { 'data-text': textSize }),
    ...(motion !== 'auto' && { 'data-motion': motion }),
    ...(!shortcuts && { 'data-shortcuts': 'off' }),
  }
}

/** A page for the wall of a room has nothing of the site around it. */
function isWall(pathname: string): boolean {
  return /^\/workshops\/[^/]+\/projector$/.test(pathname)
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const detail = isRouteErrorResponse(error) && typeof error.data?.detail === 'string' ? error.data.detail : null
  const nearest = isRouteErrorResponse(error) ? nearestOf(error.data) : []
  const withdrawn = isRouteErrorResponse(error) ? withdrawnOf(error.data) : null
  const title = withdrawn
    ? `“${withdrawn.title}” was withdrawn`
    : (errorTitles[status] ?? 'Something went wrong on our side')
  const location = useLocation()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">{status}</p>
      <h1>{title}</h1>
      <p>{detail ?? 'Nothing you wrote is lost. Go back, or start from the overview.'}</p>
      {withdrawn ? (
        <p>
          What it said stays readable as <a href={withdrawn.last}>its last version</a> and in{' '}
          <a href={withdrawn.history}>its history</a>.
        </p>
      ) : null}
      {nearest.length > 0 ? (
        <>
          <p>Spelled alike:</p>
          <ul>
            {nearest.map((near) => (
              <li key={near.href}>
                <a href={near.href}>{near.title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {status === 401 ? (
        <p className="actions">
          <a className="button button-primary" href={signInFrom(location)}>
            Sign in
          </a>
          <a className="button" href="/sign-up">
            Sign up
          </a>
        </p>
      ) : null}
      {status === 404 ? <SearchForm q="" /> : null}
      <p>
        <a href="/">Overview</a> · <a href="/strategies">All strategies</a> · <a href="/help">Help</a>
      </p>
    </div>
  )
}

/** Addresses that a missing entry's loader offers in its place. */
function nearestOf(data: unknown): { title: string; href: string }[] {
  const nearest = typeof data === 'object' && data !== null && 'nearest' in data ? data.nearest : []
  return Array.isArray(nearest) ? nearest : []
}

/** What the loader of a withdrawn entry says of it. */
function withdrawnOf(data: unknown): { title: string; history: string; last: string } | null {
  const withdrawn = typeof data === 'object' && data !== null && 'withdrawn' in data ? data.withdrawn : null
  if (typeof withdrawn !== 'object' || withdrawn === null) return null
  return withdrawn as { title: string; history: string; last: string }
}

const errorTitles: Record<number, string> = {
  400: 'That request could not be read',
  401: 'Sign in to see this',
  403: 'You may not see this',
  404: 'There is no such page',
  405: 'That is not possible here',
  409: 'That is not possible now',
  410: 'This was withdrawn',
  429: 'That was a lot at once',
  503: 'Not available at the moment',
}
