import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { useProjector } from '#app/features/workshops/use-projector.ts'
import { Instruction, Lobby, shownOn, WallBallot, WallText, Wordings } from '#app/features/workshops/wall.tsx'
import { WallTables } from '#app/features/workshops/wall-tables.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'
import '#app/styles/wall.css'
import '#app/styles/workshops.css'

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
  const { room } = view
  const shown = shownOn(view)
  return (
    <div className="wall">
      {shown === 'lobby' ? <Lobby view={view} /> : null}
      {shown === 'instruction' ? <Instruction view={view} /> : null}
      {shown === 'candidates' ? <Wordings view={view} /> : null}
      {shown === 'text' ? <WallText view={view} /> : null}
      {shown === 'tables' ? <WallTables view={view} /> : null}
      {shown === 'ballot' ? <WallBallot view={view} /> : null}
      {shown === 'ended' ? (
        <div className="wall-instruction">
          <p className="wall-phase">{room.title}</p>
          <h1>Thank you. The text goes on in its draft.</h1>
        </div>
      ) : null}
      {shown === 'blank' ? <h1 className="visually-hidden">{room.title}</h1> : null}
      {room.broadcast ? <p className="wall-broadcast">{room.broadcast}</p> : null}
      <p className="wall-foot">
        {shown === 'lobby' || shown === 'blank' ? null : <span>Join: {room.code}</span>}
        <span className={away ? 'wall-dot is-away' : 'wall-dot'} role="status">
          {away ? <span className="visually-hidden">Reconnecting</span> : null}
        </span>
      </p>
    </div>
  )
}
