import type { ReactNode } from 'react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { jobWords } from '#app/features/jobs/job-words.ts'
import type { Refusal } from '#app/http/refusals.ts'
import type { AdminJobs, JobLine } from '#server/views/admin-jobs.ts'

interface Props {
  page: AdminJobs
  again: boolean
  refusal: Refusal | undefined
}

/** What the scheduler does, did and could not do. */
export function JobsView({ page, again, refusal }: Props) {
  const { failed, running, waiting, done, at } = page
  return (
    <div className="page admin-narrow">
      <AdminHead here="/admin/jobs" title="Jobs">
        What the server does by the clock. Each is done once, by one process at a time; what was due while the server
        was down is done first. As of <Time at={at} />.
      </AdminHead>
      {again ? (
        <p className="notice notice-ok" role="status">
          It is tried again now. <a href="/admin/jobs">Look again</a>
        </p>
      ) : null}
      <FormRefusal refusal={refusal} />
      <Jobs title="Failed" list={failed} none="Nothing failed.">
        {(job) => <Failed job={job} />}
      </Jobs>
      <Jobs title="Running" list={running} none="Nothing is running at this moment.">
        {({ since, attempts }) => (
          <>
            since <Time at={since ?? at} />
            {attempts > 1 ? `, try ${attempts}` : ''}
          </>
        )}
      </Jobs>
      <Jobs title="Waiting" list={waiting} none="Nothing waits.">
        {({ dueAt }) => (
          <>
            due <Time at={dueAt} />
          </>
        )}
      </Jobs>
      <Jobs title="Done in the last day" list={done} none="Nothing was done in the last day.">
        {({ doneAt }) => <Time at={doneAt ?? at} />}
      </Jobs>
    </div>
  )
}

interface JobsProps {
  title: string
  list: AdminJobs['failed']
  none: string
  children: (job: JobLine) => ReactNode
}

function Jobs({ title, list: { total, jobs }, none, children }: JobsProps) {
  return (
    <section>
      <h2>
        {title} <span className="count">{total}</span>
      </h2>
      {total === 0 ? <p className="muted">{none}</p> : null}
      <ul className="list-plain job-list">
        {byKind(jobs).map(([first, ...others]) => (
          <li key={first.id}>
            <JobLineView job={first}>{children(first)}</JobLineView>
            {others.length > 0 ? (
              <details>
                <summary>
                  {others.length} more of this kind<span className="visually-hidden">: {jobWords(first.kind)}</span>
                </summary>
                {others.map((job) => (
                  <JobLineView key={job.id} job={job}>
                    {children(job)}
                  </JobLineView>
                ))}
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {total > jobs.length ? <p className="muted">And {total - jobs.length} more.</p> : null}
    </section>
  )
}

/** Those of one kind together, in the order of their first. */
function byKind(jobs: readonly JobLine[]): [JobLine, ...JobLine[]][] {
  const kinds = new Map<string, [JobLine, ...JobLine[]]>()
  for (const job of jobs) {
    const before = kinds.get(job.kind)
    if (before) before.push(job)
    else kinds.set(job.kind, [job])
  }
  return [...kinds.values()]
}

function JobLineView({ job: { kind, key }, children }: { job: JobLine; children: ReactNode }) {
  return (
    <div className="job-line">
      <strong>{jobWords(kind)}</strong> {key === kind ? null : <code className="job-key">{key}</code>}
      <div className="ui">{children}</div>
    </div>
  )
}

function Failed({ job: { id, attempts, error, nextAt, kind } }: { job: JobLine }) {
  return (
    <>
      <p className="job-error">{error}</p>
      <p>
        {attempts === 1 ? '1 try' : `${attempts} tries`},{' '}
        {nextAt === null ? (
          'given up'
        ) : (
          <>
            next <Time at={nextAt} />
          </>
        )}
      </p>
      <form method="post">
        <input type="hidden" name="job" value={id} />
        <button className="button button-small" type="submit">
          Try again now<span className="visually-hidden">: {jobWords(kind)}</span>
        </button>
      </form>
    </>
  )
}
