import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageWords } from '#app/features/anchors/page-words.tsx'
import { ChallengeList } from '#app/features/challenges/challenge-lines.tsx'
import { EntryCard, EntryLede, EntryPanels } from '#app/features/reading/entry-panels.tsx'
import { SourceList } from '#app/features/sources/source-list.tsx'
import { dayOf } from '#domain/text/day.ts'
import type { VersionLoader } from './load-versions.ts'
import { VersionFacts } from './version-facts.tsx'
import { VersionProof } from './version-proof.tsx'

export const versionMeta: MetaFunction<VersionLoader> = ({ data }) => [
  { title: data ? `${data.title}, version ${data.version.n} · Folkmoot` : 'Version · Folkmoot' },
]

/** One version at its permanent address, with how it came about. */
export function VersionView() {
  const {
    entry,
    version,
    before,
    title,
    panels,
    address,
    statement,
    minorityNotes,
    threads,
    editions,
    challenges,
    passages,
    proof,
  } = useLoaderData<VersionLoader>()
  const { n } = version
  const old = n < entry.currentVersion || version.variant !== null
  const text = (
    <article className="entry-text">
      <EntryLede of={panels} />
      <p className="ui muted">
        The text and what it declares are those of this version. What other entries say, and every number, is worked out
        as they stand today.
      </p>
      <EntryPanels
        frame={{ place: entry.path.slice(1), path: entry.path, version: { n }, deliberation: null }}
        of={panels}
      />
    </article>
  )
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          {entry.kindLabel} · version {n}
          {version.variant === null ? ` of ${entry.currentVersion}` : `, minority variant “${version.variant}”`}
        </p>
        <h1>{title}</h1>
        <div className={old ? 'notice notice-warn' : 'notice'} role="note">
          <p>
            {version.variant !== null
              ? 'Minority variant, not the current text. It was voted on and not adopted. '
              : entry.withdrawn
                ? `This is version ${n}. The entry was withdrawn later. `
                : old
                  ? `This is version ${n} of ${entry.currentVersion}. `
                  : 'This is the current version, as it was published. '}
            <a href={entry.path}>{entry.withdrawn ? 'Read why' : 'Read the current page'}</a>
            {old && !entry.withdrawn ? (
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
        {version.variant === null ? (
          <PageWords entry={entry.path.slice(1)} version={n} passages={passages}>
            {text}
          </PageWords>
        ) : (
          text
        )}
        <aside className="side" aria-label="About this version">
          <EntryCard of={panels} />
          <section className="card">
            <h2>How it came about</h2>
            <p>{version.note}</p>
            <VersionFacts version={version} />
            {statement ? (
              <>
                <h3>Outcome statement</h3>
                <p className="as-written">{statement.words}</p>
              </>
            ) : null}
            <EditionLinks editions={editions} />
            {before === null ? null : (
              <a href={`${entry.path}/compare/${before}...${n}`}>What changed from version {before}</a>
            )}
          </section>
          {minorityNotes.length > 0 ? (
            <section className="card">
              <h2>{minorityNotes.length === 1 ? 'Minority note' : 'Minority notes'}</h2>
              {minorityNotes.map(({ id, text, sources }) => (
                <div key={id}>
                  <blockquote>{text}</blockquote>
                  <SourceList sources={sources} />
                </div>
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
          {challenges.length > 0 ? (
            <section className="card" id="challenges">
              <h2>Challenged</h2>
              <ChallengeList challenges={challenges} />
            </section>
          ) : null}
          <VersionProof proof={proof} />
          <section className="card">
            <h2>Cite this version</h2>
            <p className="version-cite">
              AGI Strategies, “{title}”, version {n}
              {version.variant === null ? '' : ` (minority variant “${version.variant}”, not the current text)`},{' '}
              {dayOf(version.publishedAt)}. {address}. SHA-256 <span className="code">{version.contentHash}</span>
            </p>
          </section>
        </aside>
      </div>
    </div>
  )
}

function EditionLinks({ editions }: { editions: readonly string[] }) {
  if (editions.length === 0) return <p className="muted">In no edition yet.</p>
  return (
    <p>
      In {editions.length === 1 ? 'edition' : 'editions'}{' '}
      {editions.map((name, i) => (
        <span key={name}>
          {i > 0 ? ', ' : ''}
          <a href={`/editions/${name}`}>{name}</a>
        </span>
      ))}
      .
    </p>
  )
}
