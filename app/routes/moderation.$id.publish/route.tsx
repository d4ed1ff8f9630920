import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publishingChoices, readMoment } from '#app/features/ballots/read-moment.ts'
import { useKeptAnswer } from '#app/features/live/use-kept-answer.ts'
import { useLive } from '#app/features/live/use-live.ts'
import { ApproveForm } from '#app/features/moderation/approve-form.tsx'
import { MergeBox } from '#app/features/moderation/merge-box.tsx'
import { PublicationPlan } from '#app/features/moderation/publication-plan.tsx'
import { PublishForm } from '#app/features/moderation/publish-form.tsx'
import { PublishPreview } from '#app/features/moderation/publish-preview.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { kindPath } from '#domain/entries/kinds.ts'
import { shortHash } from '#domain/record/hash.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Publish ${data.draft.title}` : 'Publish'} · Folkmoot` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  return json(await signInFirst(request, services.publishPage(viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const draftId = params.id ?? ''
  if (typed.intent === 'approve') {
    const { snapshotId = '', approvalNote: note } = typed
    return attempted(services.approvePublication(viewer, { draftId, snapshotId, note }), typed, () =>
      redirect(`/moderation/${draftId}/publish#second`),
    )
  }
  const here = () => redirect(`/moderation/${encodeURIComponent(draftId)}/publish`)
  if (typed.intent === 'cancel-plan') return attempted(services.cancelPublication(viewer, draftId), typed, here)
  const overrides = Object.keys(typed).flatMap((name) => (name.startsWith('override-') ? [name.slice(9)] : []))
  const { note = '', statement, overrideReason, review, expires } = typed
  const input = { draftId, note, statement, overrides, overrideReason, review, expires }
  if (typed.when !== undefined && typed.when !== 'now') {
    const at = readMoment((name) => typed[name] ?? '', 'when', publishingChoices, Date.now())
    return attempted(services.planPublication(viewer, { ...input, at }), typed, here)
  }
  return attempted(services.publishVersion(viewer, input), typed, ({ entry }) =>
    redirect(`/${kindPath[entry.kind]}/${entry.slug}`),
  )
}

export default function PublishRoute() {
  const page = useLoaderData<typeof loader>()
  const [answer] = useKeptAnswer(page.draft.id, useActionData<typeof action>())
  useLive([`draft/${page.draft.id}`])
  const { draft, entryPath, preview, requirements } = page
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          <a href="/moderation">Moderation</a> · <a href={`/drafts/${draft.id}`}>Draft</a>
          {entryPath ? (
            <>
              {' '}
              · <a href={entryPath}>Current version</a>
            </>
          ) : null}
        </p>
        <h1>Publish “{draft.title}”</h1>
      </div>
      <div className="publish">
        <aside className="side" aria-label="Requirements">
          <section className="card">
            <h2>Before it can be published</h2>
            <MergeBox requirements={requirements} />
          </section>
          <ApproveForm second={page.second} answer={answer} />
          <section className="card">
            <h2>Publish</h2>
            <PublicationPlan plan={page.plan} answer={answer} />
            <PublishForm page={page} answer={answer} />
          </section>
        </aside>
        <div className="publish-text">
          {preview ? (
            <>
              <h2>
                {preview.before === null ? 'A new entry' : `What changes from version ${preview.before}`}
                <span className="count">text {shortHash(preview.hash)}</span>
              </h2>
              {preview.before === null ? null : <Comparison comparison={preview.comparison} />}
              <PublishPreview page={page} preview={preview} />
            </>
          ) : (
            <p>No ballot has frozen a text of this draft yet, so there is nothing to publish.</p>
          )}
        </div>
      </div>
    </div>
  )
}
