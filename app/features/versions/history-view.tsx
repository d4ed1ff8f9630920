import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChallengeList } from '#app/features/challenges/challenge-lines.tsx'
import type { HistoryPage } from '#server/views/history-page.ts'
import type { HistoryLoader } from './load-versions.ts'
import { VersionFacts } from './version-facts.tsx'

export const historyMeta: MetaFunction<HistoryLoader> = ({ data }) => [
  { title: data ? `History of ${data.entry.title} · Folkmoot` : 'History · Folkmoot' },
]

/** All published versions of an entry, newest first. */
export function HistoryView() {
  const { entry, versions, challenge } = useLoaderData<HistoryLoader>()
  const beforeCurrent = versions.find(({ n }) => n === entry.currentVersion)?.before ?? null
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={entry.path}>{entry.title}</a>
      </p>
      <h1>History</h1>
      <p className="why">
        Each version is a text that was frozen and decided on. Earlier ones stay at their address and never change.
      </p>
      {challenge ? (
        <p className="ui no-print">
          Does the current version have to be argued again? <a href={challenge}>Challenge it</a>
        </p>
      ) : null}
      <ol className="list-plain" reversed>
        {versions.map((version) => (
          <li key={version.n} className="version-item">
            <Version entry={entry} version={version} beforeCurrent={beforeCurrent} />
          </li>
        ))}
      </ol>
      <p className="ui">
        <a href={`/record?subject=${entry.subject}`}>All events about this entry in the record</a>
      </p>
    </div>
  )
}

interface VersionOf {
  entry: HistoryPage['entry']
  version: HistoryPage['versions'][number]
  /** The comparison of the two stands at the current version. */
  beforeCurrent: number | null
}

function Version({ entry, version, beforeCurrent }: VersionOf) {
  const { n, before, note, threads, challenges, editions, rollBack } = version
  const current = n === entry.currentVersion
  const address = `${entry.path}/v/${n}`
  if (version.kind === 'withdraw') return <Withdrawal version={version} current={current} />
  return (
    <>
      <h2>
        <a href={address}>
          Version {n}
          {version.variant === null ? '' : `: ${version.variant}`}
        </a>{' '}
        {version.variant === null ? null : <span className="state">◇ Minority variant, not the current text</span>}
        {current ? <span className="state state-ok">● Current</span> : null}
      </h2>
      <p className="version-note">{note}</p>
      <VersionFacts version={version} />
      <ChallengeList challenges={challenges} />
      <p className="version-links">
        {editions.map((name) => (
          <a key={name} href={`/editions/${name}`}>
            Edition {name}
          </a>
        ))}
        {before === null ? null : <a href={`${entry.path}/compare/${before}...${n}`}>Compare with version {before}</a>}
        {!current && !entry.withdrawn && n !== beforeCurrent ? (
          <a href={`${entry.path}/compare/${n}...${entry.currentVersion}`}>Compare with the current one</a>
        ) : null}
        {threads > 0 ? <a href={`${address}#threads`}>{threads === 1 ? '1 thread' : `${threads} threads`}</a> : null}
        {rollBack ? <a href={rollBack}>Make this version current again</a> : null}
      </p>
    </>
  )
}

/** It has no text of its own to read or to compare. */
function Withdrawal({ version, current }: { version: HistoryPage['versions'][number]; current: boolean }) {
  return (
    <>
      <h2>
        Withdrawal (version {version.n}){' '}
        {current ? <span className="state state-bad">✕ Not in the atlas now</span> : null}
      </h2>
      <p className="version-note">{version.note}</p>
      <VersionFacts version={version} />
    </>
  )
}
