import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '#app/features/account/sign-in-form.tsx'
import { SignUpForm } from '#app/features/account/sign-up-form.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'Sign up · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = safeReturn(new URL(request.url).searchParams.get('next'))
  if (context.viewer && context.viewer.role !== 'guest') throw redirect('/account')
  return json({ next })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { email = '', name = '', password = '' } = textFields(await request.formData())
  const work = context.services.signUp({ email, name, password, visitor: context.visitor })
  // The same answer whether the e-mail was free or not (domain/access SPEC [A6]).
  return attempted(work, { email, name }, () => json({ refusal: null, typed: { email, name } }))
}

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && !answer.refusal) {
    return (
      <div className="page page-narrow">
        <p className="eyebrow">Step 2 of 2</p>
        <h1>Now sign in</h1>
        <div className="notice" role="status">
          <p>
            If nobody had this e-mail here before, your account is made: sign in with the password you have just chosen.
            If there was an account already, nothing about it was changed: sign in with the password you chose back
            then.
          </p>
        </div>
        <section className="entry-form">
          <SignInForm next={next} email={answer.typed.email ?? ''} />
        </section>
        <p className="why">
          We say the same in both cases, so that nobody can find out who has an account by trying e-mails.
        </p>
      </div>
    )
  }
  return (
    <div className="page page-narrow">
      <p className="eyebrow">Step 1 of 2</p>
      <h1>Sign up</h1>
      <p>
        An account lets you write drafts with others, argue in threads, and vote. Everything that is published can be
        read without one.
      </p>
      <section className="entry-form">
        <SignUpForm next={next} refusal={answer?.refusal ?? undefined} typed={answer?.typed ?? {}} />
      </section>
    </div>
  )
}
