import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { KeptHere } from '#app/features/device/kept-here.tsx'
import { DraftTable } from '#app/features/drafts/draft-table.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'
import type { loader as rootLoader } from '#app/root.tsx'

export const meta: MetaFunction = () => [{ title: 'Drafts · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const drafts = await signInFirst(request, context.services.draftsList(context.viewer))
  return json({ drafts })
}

/** States in which nobody works on a draft any more. */
const atRest = new Set(['published', 'withdrawn', 'archived', 'merged'])

export default function DraftsRoute() {
  const { drafts } = useLoaderData<typeof loader>()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const current = drafts.filter((draft) => !atRest.has(draft.state))
  const groups = [
    {
      id: 'mine',
      title: 'Yours',
      drafts: current.filter((draft) => draft.mine),
      empty: 'You have no draft yet. Propose a revision from an entry’s page, or a new entry.',
    },
    {
      id: 'open',
      title: 'Open to you for writing',
      drafts: current.filter((draft) => !draft.mine && draft.mayWrite),
      empty: 'No other draft is open to you for writing at the moment.',
    },
    {
      id: 'others',
      title: 'Other drafts',
      drafts: current.filter((draft) => !draft.mine && !draft.mayWrite),
      empty: 'No other drafts.',
    },
    { id: 'rest', title: 'Finished', drafts: drafts.filter((draft) => atRest.has(draft.state)), empty: '' },
  ]
  return (
    <div className="page">
      <header className="page-head">
        <h1>Drafts</h1>
        <p>A draft is a working copy of an entry. Members write it together, argue about it, and vote on it.</p>
        <p className="actions">
          <a className="button button-primary" href="/drafts/new">
            Propose a new entry
          </a>
          <a className="button" href="/strategies">
            Choose an entry to revise
          </a>
        </p>
      </header>
      {groups.map(({ id, title, drafts: list, empty }) =>
        list.length === 0 && empty === '' ? null : (
          <section key={id} aria-labelledby={`drafts-${id}`}>
            <h2 id={`drafts-${id}`}>
              {title}
              <span className="count">{list.length}</span>
            </h2>
            {list.length === 0 ? <p className="muted">{empty}</p> : <DraftTable drafts={list} />}
          </section>
        ),
      )}
      {root?.viewer ? <KeptHere person={root.viewer.actorId} /> : null}
    </div>
  )
}
