import type { PanelFrame } from '#app/features/reading/discuss.ts'
import { discuss } from '#app/features/reading/discuss.ts'
import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'
import { keyed } from '#app/features/versions/words.tsx'
import type { StrategyPanels } from '#server/views/strategy-panels.ts'

/** What the name has meant, what else one has to believe, and which scenarios it answers. */
export function ListPanels({ frame, panels }: { frame: PanelFrame; panels: StrategyPanels }) {
  const { vintages, commitments, scenarios } = panels
  const place = frame.deliberation ? frame.place : null
  return (
    <>
      <Panel
        id="vintages"
        title="What the name has meant"
        count={vintages.length}
        why="Names outlive their meanings. Say which one you are for or against."
        discuss={discuss(frame, 'field/vintages', 'evidence')}
      >
        {vintages.length === 0 ? (
          <NothingYet place={place}>Nobody has written down how its meaning has changed.</NothingYet>
        ) : (
          <dl className="dated">
            {keyed(vintages).map(({ key, year, text }) => (
              <div key={key}>
                <dt>{year}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </Panel>
      <Panel
        id="commitments"
        title="Commitments"
        count={commitments.length}
        why="What one has to believe besides the bet in order to hold it, and what would refute that belief."
        discuss={discuss(frame, 'field/commitments', 'evidence')}
      >
        {commitments.length === 0 ? (
          <NothingYet place={place}>Nobody has said yet what else one has to believe.</NothingYet>
        ) : (
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
        )}
      </Panel>
      <Panel
        id="scenarios"
        title="Scenarios it answers"
        count={scenarios.length}
        why="Ways in which things go wrong that this strategy is listed as an answer to."
        discuss={discuss(frame, 'field/scenarios', 'evidence')}
      >
        {scenarios.length === 0 ? (
          <NothingYet place={place}>No scenario of the atlas is named as one that it answers.</NothingYet>
        ) : (
          <EntryChips path="/scenarios" entries={scenarios} />
        )}
      </Panel>
    </>
  )
}
