/** Tags as links. */
export function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="tags" aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag}>
          <a href={`/tags/${tag}`}>{tag}</a>
        </li>
      ))}
    </ul>
  )
}
