import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { useProjector } from '#app/features/workshops/use-projector.ts'
import { WallScreen } from '#app/features/workshops/wall-screen.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Projector · ${data.room.title} · Folkmoot` : 'Projector · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url)
  return json(await signInFirst(request, context.services.projectorView(context.viewer, params.id ?? '', origin)))
}

/** The page asks by itself, so that an answer that fails leaves the wall as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false

export default function ProjectorRoute() {
  const { view, away } = useProjector(useLoaderData<typeof loader>())
  useEffect(() => {
    function pressed({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
      if (key !== 'f' || ctrlKey || metaKey || altKey) return
      if (document.fullscreenElement) void document.exitFullscreen()
      else void document.documentElement.requestFullscreen().catch(() => undefined)
    }
    let still: ReturnType<typeof setTimeout> | undefined
    function moved() {
      document.body.classList.remove('hides-cursor')
      clearTimeout(still)
      still = setTimeout(() => document.body.classList.add('hides-cursor'), 3_000)
    }
    window.addEventListener('keydown', pressed)
    window.addEventListener('mousemove', moved)
    return () => {
      window.removeEventListener('keydown', pressed)
      window.removeEventListener('mousemove', moved)
      clearTimeout(still)
    }
  }, [])
  return (
    <div className="wall-frame">
      <WallScreen view={view} away={away} />
    </div>
  )
}
