import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArticleList, ArticlesByAudience } from '#app/features/help/article-list.tsx'
import { HelpFrame, HelpSearch } from '#app/features/help/help-frame.tsx'
import { TermList } from '#app/features/help/term-list.tsx'

export const meta: MetaFunction = () => [
  { title: 'Help · Folkmoot' },
  { name: 'description', content: 'How to read, argue, decide, lead and publish, each on a page.' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return json(await context.services.helpPage({ q }))
}

export default function Help() {
  const { q, articles, terms } = useLoaderData<typeof loader>()
  return (
    <HelpFrame here="/help" title="Help">
      <HelpSearch q={q} />
      {q === '' ? <ArticlesByAudience articles={articles} /> : <Found q={q} articles={articles} terms={terms} />}
    </HelpFrame>
  )
}

function Found({ q, articles, terms }: ReturnType<typeof useLoaderData<typeof loader>>) {
  if (articles.length + terms.length === 0) {
    return (
      <p className="nothing-yet">
        Nothing in the help says “{q}”. Try another word, see <a href="/help">all topics</a>, or{' '}
        <a href={`/search?q=${encodeURIComponent(q)}`}>search the atlas for it</a>.
      </p>
    )
  }
  return (
    <>
      {terms.length > 0 ? (
        <section aria-labelledby="words">
          <h2 id="words">Words</h2>
          <TermList terms={terms} linked />
        </section>
      ) : null}
      {articles.length > 0 ? (
        <section aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <ArticleList articles={articles} />
        </section>
      ) : null}
      <p>
        <a href="/help">All topics</a>
      </p>
    </>
  )
}
