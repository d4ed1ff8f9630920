/** Entries of one kind as chips that lead to them. */
export function EntryChips({ path, entries }: { path: string; entries: readonly { slug: string; title: string }[] }) {
  return (
    <ul className="chips">
      {entries.map(({ slug, title }) => (
        <li key={slug}>
          <a className="chip" href={`${path}/${slug}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
