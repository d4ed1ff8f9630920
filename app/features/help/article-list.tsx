import { audiences } from '#domain/help/articles.ts'
import type { HelpPage } from '#server/views/help-pages.ts'

type Listed = HelpPage['articles'][number]

const headings: Record<(typeof audiences)[number], string> = {
  reader: 'To read',
  guest: 'To be a guest',
  contributor: 'To write and argue',
  reviewer: 'To review',
  facilitator: 'To lead a workshop',
  moderator: 'To keep order and publish',
  admin: 'To run the place',
}

/** All articles by whom they are for; each stands once, under the first. */
export function ArticlesByAudience({ articles }: { articles: readonly Listed[] }) {
  return (
    <>
      {audiences.map((whom) => {
        const some = articles.filter((one) => one.for[0] === whom)
        if (some.length === 0) return null
        return (
          <section key={whom} aria-labelledby={`for-${whom}`}>
            <h2 id={`for-${whom}`}>{headings[whom]}</h2>
            <ArticleList articles={some} />
          </section>
        )
      })}
    </>
  )
}

export function ArticleList({ articles }: { articles: readonly Listed[] }) {
  return (
    <ul className="list-plain help-list">
      {articles.map(({ id, title, summary }) => (
        <li key={id}>
          <a href={`/help/${id}`}>{title}</a>
          <p>{summary}</p>
        </li>
      ))}
    </ul>
  )
}
