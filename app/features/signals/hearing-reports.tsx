import { Fragment } from 'react'
import { Field } from '#app/components/field.tsx'
import { ReportView } from '#app/features/signals/report-view.tsx'
import { Steady } from '#app/features/signals/steady.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import type { HearingReports as Reports } from '#server/views/hearing-reports.ts'

interface Props {
  reports: Reports
  mayPost: boolean
  answer: Answer | undefined
}

/** What was reported of the signal that a hearing is about, with the way to dispute it. */
export function HearingReports({ reports: { slug, list }, mayPost, answer }: Props) {
  if (list.length === 0) return null
  return (
    <section aria-labelledby="reported" className="hearing-reports">
      <h2 id="reported">Reported as landed</h2>
      {list.map((report) => (
        <Fragment key={report.id}>
          <ReportView report={report} />
          <Steady
            of={report.id}
            offered={mayPost && report.state === 'reported'}
            refused={answerTo(answer, { intent: 'dispute', reportId: report.id }) !== undefined}
          >
            <DisputeForm reportId={report.id} answer={answer} />
          </Steady>
        </Fragment>
      ))}
      <p className="ui">
        <a href={`/signals/${slug}`}>All of this signal: add a source, or open its ballot</a>
      </p>
    </section>
  )
}

function DisputeForm({ reportId, answer }: { reportId: string; answer: Answer | undefined }) {
  return (
    <UnfoldForm
      summary="Dispute that it landed"
      hidden={{ intent: 'dispute', reportId }}
      answer={answer}
      className="no-print"
      lede={
        <p>Your reason is posted below as a reason against. The signal is then contested until a ballot decides.</p>
      }
    >
      {({ refusal, typed }) => (
        <>
          <Field name="reason" label="Why it has not landed" refusal={refusal}>
            {(control) => <textarea {...control} required rows={4} defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button button-primary">
            Dispute it
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
