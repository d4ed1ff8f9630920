import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { attempted, loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [
  { title: 'No more of these mails · Folkmoot' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return json(await loaded(context.services.unsubscribePage(params.token ?? '')))
}

export async function action({ context, params }: ActionFunctionArgs) {
  return attempted(context.services.unsubscribe({ token: params.token ?? '' }), {}, () =>
    json({ refusal: null, typed: {}, done: true }),
  )
}

export default function Unsubscribe() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>No more of these mails</h1>
      <FormRefusal refusal={answer?.refusal ?? undefined} />
      {answer && 'done' in answer ? (
        <p className="notice notice-ok" role="status">
          You will get no more {name}. What they told you of is in your inbox.
        </p>
      ) : (
        <form method="post">
          <p>Press once, and you get no more {name}. What they tell you of stays in your inbox.</p>
          <button className="button button-primary" type="submit">
            No more of these mails
          </button>
        </form>
      )}
      <p>
        <a href="/account/notifications">Choose what is mailed to you</a>
      </p>
    </div>
  )
}
