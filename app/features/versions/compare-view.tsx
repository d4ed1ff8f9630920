import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import type { VersionHead } from '#server/views/version-of.ts'
import { Comparison } from './comparison.tsx'
import type { CompareLoader } from './load-versions.ts'

export const compareMeta: MetaFunction<CompareLoader> = ({ data }) => [
  {
    title: data
      ? `${data.entry.title}: version ${data.before.n} to ${data.after.n} · Folkmoot`
      : 'Comparison · Folkmoot',
  },
]

/** What changed between two versions of an entry. */
export function CompareView() {
  const { entry, before, after, comparison } = useLoaderData<CompareLoader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={entry.path}>{entry.title}</a> · <a href={`${entry.path}/history`}>History</a>
      </p>
      <h1>
        Version {before.n} to version {after.n}
      </h1>
      <div className="compared-heads">
        <Head path={entry.path} version={before} />
        <Head path={entry.path} version={after} />
      </div>
      <Comparison comparison={comparison} level="h2" />
    </div>
  )
}

function Head({ path, version }: { path: string; version: VersionHead }) {
  return (
    <section className="card">
      <h2>
        <a href={`${path}/v/${version.n}`}>Version {version.n}</a>
      </h2>
      <p className="muted">
        <Time at={version.publishedAt} /> · <span className="code">{version.shortHash}</span>
      </p>
      <p>{version.note}</p>
    </section>
  )
}
