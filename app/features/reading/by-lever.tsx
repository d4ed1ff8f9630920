import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import type { LeverNames } from '#server/views/named-by-lever.ts'

/** Strategies as chips, by lever. @param total how many there are altogether. */
export function ByLever({ groups, total }: { groups: readonly LeverNames[]; total: number }) {
  const named = groups.reduce((sum, { strategies }) => sum + strategies.length, 0)
  return (
    <>
      <dl className="by-lever">
        {groups
          .filter(({ strategies }) => strategies.length > 0)
          .map(({ id, name, total: own, strategies }) => (
            <div key={id || 'none'}>
              <dt>
                {id ? <a href={`/levers/${id}`}>{name}</a> : name}
                <span className="count">{own}</span>
              </dt>
              <dd>
                <EntryChips path="/strategies" entries={strategies} />
              </dd>
            </div>
          ))}
      </dl>
      {named < total ? (
        <p className="ui muted">
          {named} of {total} are named here.
        </p>
      ) : null}
    </>
  )
}
