import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DemoPeople } from '#app/features/account/demo-people.tsx'
import { PasskeyButton } from '#app/features/account/passkey-button.tsx'
import { SignInForm } from '#app/features/account/sign-in-form.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn, withNext } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = safeReturn(new URL(request.url).searchParams.get('next'))
  const page = await context.services.signInPage()
  if (context.viewer && context.viewer.role !== 'guest' && !page.demo) throw redirect(next)
  return json({ ...page, next, signedInAs: context.viewer?.name ?? null })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { email = '', password = '', demo } = textFields(await request.formData())
  const next = new URL(request.url).searchParams.get('next')
  const { visitor, services } = context
  const work =
    demo === undefined
      ? services.signIn({ email, password, visitor })
      : services.signInAsDemo({ actorId: demo, visitor }).then((signedIn) => ({ ...signedIn, secondStep: false }))
  return attempted(work, { email }, ({ cookie, secondStep }) => {
    const to = safeReturn(next)
    return redirect(secondStep ? withNext('/sign-in/code', to) : to, { status: 303, headers: { 'Set-Cookie': cookie } })
  })
}

export default function SignIn() {
  const { people, next, signedInAs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>Sign in</h1>
      {signedInAs ? (
        <p className="notice">You are signed in as {signedInAs}. You may continue as somebody else.</p>
      ) : null}
      {people.length > 0 ? <DemoPeople people={people} next={next} /> : null}
      <section className="entry-form" aria-labelledby="with-password">
        <h2 id="with-password">With e-mail and password</h2>
        <SignInForm next={next} refusal={answer?.refusal} email={answer?.typed.email ?? ''} />
        <p className="ui">
          <a href={withNext('/sign-in/link', next)}>Forgot your password, or want a link by mail?</a>
        </p>
        <PasskeyButton next={next} />
        <p className="ui">
          No account yet? <a href={withNext('/sign-up', next)}>Sign up</a>. Reading needs none.
        </p>
      </section>
    </div>
  )
}
