import { useRouteLoaderData } from '@remix-run/react'
import type { RootData } from '#app/root.tsx'

/** The way in for newcomers. Who is signed in can put it away for good. */
export function NewHere({ tour }: { tour: string }) {
  const root = useRouteLoaderData('root') as RootData | undefined
  return (
    <div className="new-here">
      <p>
        New here? <a href={tour}>Take the tour of 60 seconds</a>, or <a href="/welcome">say what you want to do</a>.
      </p>
      {root?.viewer ? (
        <form method="post" action="/welcome">
          <input type="hidden" name="what" value="welcome" />
          <button className="button button-quiet button-small" type="submit">
            Do not show this again
          </button>
        </form>
      ) : null}
    </div>
  )
}
