import type { SearchPage } from '#server/views/search-page.ts'

/** How the search went, in words: what was changed about it, and what to do where nothing was found. */
export function SearchWords({ page }: { page: SearchPage }) {
  const { q, cut, asked, instead, some, total, capped, nearest } = page
  if (!asked) {
    return (
      <>
        <p className="ui" role="status">
          {q.trim() === ''
            ? 'Type a word or two. Put “words together” in quotation marks, and a minus sign before what must not occur.'
            : 'There is no word to look for in this search. Add one that should occur.'}
        </p>
        <p className="ui">
          Or begin without a word: <a href="/scenarios">the failure you fear</a>,{' '}
          <a href="/strategies">all strategies</a>, <a href="/people">people</a>, <a href="/levers">levers</a>,{' '}
          <a href="/help/glossary">the glossary</a>.
        </p>
      </>
    )
  }
  return (
    <>
      <p className="ui" role="status">
        {total === 0 ? (
          <>Nothing published says “{q}”.</>
        ) : (
          <>
            <strong>
              {total}
              {capped ? '+' : ''}
            </strong>{' '}
            {total === 1 ? 'result' : 'results'} for “{instead ?? q}”
          </>
        )}
      </p>
      {cut ? <p className="notice">Only the beginning of this search was used; the rest is too long.</p> : null}
      {instead ? (
        <p className="notice">
          Nothing says “{q}”. These are results for <strong>{instead}</strong>.
        </p>
      ) : null}
      {some ? <p className="notice">No text has all of these words. These have some of them.</p> : null}
      {total === 0 ? (
        <div className="empty">
          {nearest.length > 0 ? (
            <>
              <p>Spelled alike:</p>
              <ul>
                {nearest.map(({ href, title, kind }) => (
                  <li key={href}>
                    <a href={href}>{title}</a> <span className="muted">{kind}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <p className="actions">
            <a className="button" href="/strategies">
              All strategies
            </a>
            <a className="button" href="/drafts/new">
              Propose a new entry
            </a>
          </p>
        </div>
      ) : null}
    </>
  )
}
