import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FrozenText } from '#app/features/ballots/frozen-text.tsx'
import { OpeningForm } from '#app/features/ballots/opening-form.tsx'
import { OpeningWarnings } from '#app/features/ballots/opening-warnings.tsx'
import { presetFields } from '#app/features/ballots/preset-fields.ts'
import { readAsking, readForks, readOpening, typedOpening } from '#app/features/ballots/read-opening.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { attempted } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import type { BallotAsking } from '#server/views/ballot-asking.ts'
import type { BallotOpening } from '#server/views/ballot-opening.ts'
import type { ForkOpening } from '#server/views/fork-ballot.ts'

export const meta: MetaFunction = () => [{ title: 'Open a ballot' }]

export async function loader({ request, context: { services, viewer } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const [draft, entry, forks] = ['draft', 'entry', 'forks'].map((name) => searchParams.get(name))
  if (entry) {
    const asking = await signInFirst(request, services.ballotAsking(viewer, entry))
    return json({ asking, opening: null, between: null, begun: {} })
  }
  if (forks) {
    const between = await signInFirst(request, services.forkOpening(viewer, forks.split(',').filter(Boolean)))
    return json({ asking: null, opening: null, between, begun: {} })
  }
  if (!draft) throw redirect('/drafts')
  const opening = await signInFirst(request, services.ballotOpening(viewer, draft))
  const preset = opening.presets.find(({ id }) => id === searchParams.get('preset'))
  return json({ asking: null, opening, between: null, begun: preset ? presetFields(preset) : {} })
}

export async function action({ request, context: { services, viewer } }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('intent') === 'fill') {
    const typed = typedOpening(form)
    return attempted(services.ballotOpening(viewer, typed.draft ?? ''), typed, ({ presets }) => {
      const preset = presets.find(({ id }) => id === typed.preset)
      const filled = { ...typed, ...(preset ? presetFields(preset) : {}) }
      return json({ typed: filled, filledAt: Date.now() })
    })
  }
  const intent = form.get('intent')
  const opened: Promise<{ id: string }> =
    intent === 'ask'
      ? services.askBallot(viewer, readAsking(form, Date.now()))
      : intent === 'forks'
        ? services.openForkBallot(viewer, readForks(form, Date.now()))
        : services.openBallot(viewer, readOpening(form, Date.now()))
  return attempted(opened, typedOpening(form), ({ id }) => redirect(`/ballots/${id}`))
}

interface Answered {
  typed: Record<string, string>
  refusal: Refusal | undefined
}

export default function NewBallot() {
  const { asking, opening, between, begun } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'refusal' in answer ? answer.refusal : undefined
  // Fields that were filled in are new ones, so that scripts show what they are filled with.
  const key = answer && 'filledAt' in answer ? answer.filledAt : 0
  const answered = { typed: answer?.typed ?? begun, refusal }
  return (
    <div className="page page-narrow">
      {asking ? <AboutEntry asking={asking} {...answered} /> : null}
      {opening ? <AboutDraft key={key} opening={opening} {...answered} /> : null}
      {between ? <BetweenForks between={between} {...answered} /> : null}
    </div>
  )
}

function AboutEntry({ asking: { entry, voters }, ...answered }: Answered & { asking: BallotAsking }) {
  const back = { href: `/${entry.place}`, words: 'Back to the entry' }
  return (
    <>
      <p className="eyebrow">
        <a href={back.href}>{entry.title}</a>
      </p>
      <h1>Put a question to a ballot</h1>
      <p className="lede">
        A choice between options that you name. It changes no text: what it decides is carried out in a draft.
      </p>
      <OpeningForm about={{ entry: entry.place }} question="" voters={voters} back={back} {...answered} />
    </>
  )
}

function AboutDraft({ opening, ...answered }: Answered & { opening: BallotOpening }) {
  const { draft, whyNot, shown, comparison, contentHash } = opening
  const back = { href: `/drafts/${draft.id}`, words: 'Back to the draft' }
  return (
    <>
      <p className="eyebrow">
        <a href={back.href}>{draft.title}</a>
      </p>
      <h1>Open a ballot</h1>
      {whyNot ? <p className="notice notice-warn">{whyNot}</p> : null}
      <OpeningWarnings opening={opening} />
      {whyNot ? null : (
        <OpeningForm
          about={{ draft: draft.id }}
          question={opening.question}
          voters={opening.voters}
          presets={opening.presets}
          back={back}
          {...answered}
        />
      )}
      <FrozenText
        heading="The text as it would be frozen"
        shown={shown}
        comparison={comparison}
        contentHash={contentHash}
        baseVersion={draft.baseVersion}
      />
    </>
  )
}

function BetweenForks({ between, ...answered }: Answered & { between: ForkOpening }) {
  const { entry, forks, question, whyNot, voters } = between
  const back = { href: forks[0]?.href ?? '/drafts', words: 'Back to the draft' }
  return (
    <>
      <p className="eyebrow">
        <a href={entry.href}>{entry.title}</a>
      </p>
      <h1>Put competing drafts to one ballot</h1>
      {whyNot ? (
        <p className="notice notice-warn">
          {whyNot} <a href={back.href}>{back.words}</a>
        </p>
      ) : (
        <OpeningForm about={{ forks }} question={question} voters={voters} back={back} {...answered} />
      )}
    </>
  )
}
