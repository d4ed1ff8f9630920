import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { StrategyPanels } from '#app/features/strategy/strategy-panels.tsx'
import { ContentView } from './content-view.tsx'
import type { VersionLoader } from './load-versions.ts'
import { VersionFacts } from './version-facts.tsx'
import { keyed } from './words.tsx'
import '#app/styles/reading.css'
import '#app/styles/strategy.css'
import '#app/styles/versions.css'

export const versionMeta: MetaFunction<VersionLoader> = ({ data }) => [
  { title: data ? `${data.shown.title}, version ${data.version.n} · Folkmoot` : 'Version · Folkmoot' },
]

/** One version at its permanent address, with how it came about. */
export function VersionView() {
  const { entry, version, shown, panels, address, minorityNotes, threads } = useLoaderData<VersionLoader>()
  const { n } = version
  const old = n < entry.currentVersion
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          {entry.kindLabel} · version {n} of {entry.currentVersion}
        </p>
        <h1>{shown.title}</h1>
        <div className={old ? 'notice notice-warn' : 'notice'} role="note">
          <p>
            {old
              ? `This is version ${n} of ${entry.currentVersion}. `
              : 'This is the current version, as it was published. '}
            <a href={entry.path}>Read the current page</a>
            {old ? (
              <>
                {' · '}
                <a href={`${entry.path}/compare/${n}...${entry.currentVersion}`}>Compare with the current version</a>
              </>
            ) : null}
            {' · '}
            <a href={`${entry.path}/history`}>History</a>
          </p>
        </div>
      </div>
      <div className="page-with-side">
        {panels ? (
          <article className="entry-text">
            <div id="bet" className="lede">
              {panels.sections.bet ? <Prose blocks={panels.sections.bet} links={panels.links} /> : null}
            </div>
            <p className="ui muted">
              The text and what it declares are those of this version. Relations, people and the numbers on the axes are
              worked out among the other entries as they stand today.
            </p>
            <StrategyPanels
              frame={{ place: entry.path.slice(1), path: entry.path, version: { n }, deliberation: null }}
              panels={panels}
            />
          </article>
        ) : (
          <ContentView shown={shown} />
        )}
        <aside className="side" aria-label="About this version">
          <section className="card">
            <h2>How it came about</h2>
            <p>{version.note}</p>
            <VersionFacts version={version} />
            {n > 1 ? <a href={`${entry.path}/compare/${n - 1}...${n}`}>What changed from version {n - 1}</a> : null}
          </section>
          {minorityNotes.length > 0 ? (
            <section className="card">
              <h2>{minorityNotes.length === 1 ? 'Minority note' : 'Minority notes'}</h2>
              {keyed(minorityNotes.map((text) => ({ text }))).map(({ key, text }) => (
                <blockquote key={key}>{text}</blockquote>
              ))}
            </section>
          ) : null}
          {threads.length > 0 ? (
            <section className="card" id="threads">
              <h2>Argued in</h2>
              <ul className="list-plain">
                {threads.map((thread) => (
                  <li key={thread.id}>
                    <a href={`/threads/${thread.id}`}>{thread.title}</a>{' '}
                    <span className="muted">{thread.state === 'open' ? 'open at publication' : 'resolved'}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section className="card">
            <h2>Cite this version</h2>
            <p className="version-cite">
              AGI Strategies, “{shown.title}”, version {n}, {new Date(version.publishedAt).toISOString().slice(0, 10)}.{' '}
              {address}. SHA-256 <span className="code">{version.contentHash}</span>
            </p>
          </section>
        </aside>
      </div>
    </div>
  )
}
