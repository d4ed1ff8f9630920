/** Says which parts of an address were left out because nobody can answer them. */
export function DroppedFilters({ dropped }: { dropped: readonly { name: string; value: string }[] }) {
  if (dropped.length === 0) return null
  return (
    <div className="notice notice-warn" role="status">
      <p>
        {dropped.length === 1
          ? 'One part of the address was not understood and is left out: '
          : 'Left out, not understood: '}
        {dropped.map(({ name, value }) => `${name} “${value}”`).join(', ')}.
      </p>
    </div>
  )
}
