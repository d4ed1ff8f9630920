import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { loaded } from '#app/http/refusals.ts'
import { memberPositionWords } from '#domain/signals/positions.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'A member'} · Folkmoot` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await loaded(context.services.memberPage(context.viewer, params.id ?? ''))
  return json({ ...member, own: context.viewer?.actorId === params.id })
}

export default function Member() {
  const { actorId, own, name, since, bio, orcid, hidden, mayFlag, contributions, written, positions } =
    useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        Member since <Time at={since} only="date" />
      </p>
      <h1>{name}</h1>
      {hidden ? (
        <HiddenPlace hidden={hidden} />
      ) : bio ? (
        <PlainText text={bio} />
      ) : (
        <p className="muted">{own ? 'You say nothing about yourself yet.' : 'They say nothing about themselves.'}</p>
      )}
      {mayFlag ? (
        <p className="ui">
          <FlagLink thing={`member/${actorId}`} may what={`what ${name} says`} />
        </p>
      ) : null}
      {own ? (
        <p className="ui">
          <a href="/account/profile">Change what your page says</a>
        </p>
      ) : null}
      {orcid ? (
        <p>
          ORCID iD:{' '}
          <a href={`https://orcid.org/${orcid}`} rel="nofollow noopener">
            {orcid}
          </a>
        </p>
      ) : null}
      <h2>
        Wrote <span className="count">{written.length}</span>
      </h2>
      {written.length === 0 ? <p className="muted">No published version yet.</p> : null}
      <ul>
        {written.map(({ href, title, n, at }) => (
          <li key={href}>
            <a href={href}>
              {title}, version {n}
            </a>{' '}
            <span className="ui muted">
              <Time at={at} only="date" />
            </span>
          </li>
        ))}
      </ul>
      <h2>
        Stands for <span className="count">{positions.length}</span>
      </h2>
      {positions.length === 0 ? <p className="muted">No position taken by name.</p> : null}
      <ul>
        {positions.map(({ slug, title, position, at }) => (
          <li key={slug}>
            <a href={`/strategies/${slug}#positions`}>{title}</a>{' '}
            <span className="state">{memberPositionWords[position].label}</span>{' '}
            <span className="ui muted">
              <Time at={at} only="date" />
            </span>
          </li>
        ))}
      </ul>
      <p className="ui muted">
        {contributions === 1 ? '1 contribution' : `${contributions} contributions`} about what is published.
      </p>
    </div>
  )
}
