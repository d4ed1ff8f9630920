import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import { Panel } from '#app/features/reading/panel.tsx'
import { keyed } from '#app/features/versions/words.tsx'
import type { StrategyPanels } from '#server/views/strategy-panels.ts'

/** Panels that only some strategies have: vintages, commitments, scenarios. */
export function ListPanels({ panels }: { panels: StrategyPanels }) {
  const { vintages, commitments, scenarios } = panels
  return (
    <>
      {vintages.length > 0 ? (
        <Panel
          id="vintages"
          title="What the name has meant"
          count={vintages.length}
          why="Names outlive their meanings. Say which one you are for or against."
        >
          <dl className="dated">
            {keyed(vintages).map(({ key, year, text }) => (
              <div key={key}>
                <dt>{year}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      ) : null}
      {commitments.length > 0 ? (
        <Panel
          id="commitments"
          title="Commitments"
          count={commitments.length}
          why="What one has to believe besides the bet in order to hold it, and what would refute that belief."
        >
          <dl className="commitments">
            {keyed(commitments).map(({ key, topic, claim, failsIf }) => (
              <div key={key}>
                <dt>{topic}</dt>
                <dd>
                  {claim}
                  {failsIf ? (
                    <span className="commitment-fails">
                      <strong>Fails if</strong> {failsIf}
                    </span>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      ) : null}
      {scenarios.length > 0 ? (
        <Panel
          id="scenarios"
          title="Scenarios it answers"
          count={scenarios.length}
          why="Ways in which things go wrong that this strategy is listed as an answer to."
        >
          <EntryChips path="/scenarios" entries={scenarios} />
        </Panel>
      ) : null}
    </>
  )
}
