import { SectionWords } from '#app/features/anchors/page-words.tsx'
import type { PersonPanels as Panels } from '#server/views/people-pages.ts'
import type { PanelFrame } from './discuss.ts'
import { discuss, revisable } from './discuss.ts'
import { NothingYet, Panel } from './panel.tsx'
import { Positions } from './positions.tsx'

/** Every panel of a person below their name. */
export function PersonPanels({ frame, panels }: { frame: PanelFrame; panels: Panels }) {
  const { positions, heldTogether, body, links } = panels
  return (
    <>
      <Panel
        id="positions"
        title="On the record"
        count={positions.length}
        why="Our paraphrase, never a quotation; the sources say it in their own words. A home page or a text by somebody else supports a position weakly."
        discuss={discuss(frame, 'field/positions', 'evidence')}
      >
        {positions.length > 0 ? (
          <Positions positions={positions} />
        ) : (
          <NothingYet place={revisable(frame)}>No sourced position has been collected yet.</NothingYet>
        )}
      </Panel>
      <Panel
        id="held-together"
        title="Strategies that conflict with each other"
        count={heldTogether.length}
        why="A fact about the pair. People may hold both at different times or under different conditions."
      >
        {heldTogether.length === 0 ? (
          <p>None of the strategies endorsed here is declared to conflict with another of them.</p>
        ) : (
          <ul>
            {heldTogether.map(({ a, b, mechanism }) => (
              <li key={`${a} ${b}`}>
                {a} and {b}: {mechanism}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel
        id="body"
        title="In our words"
        why="Thesis, context and open questions as the atlas words them. A question can become a thread."
        discuss={discuss(frame, 'section/body', 'wording')}
      >
        {body.length > 0 ? (
          <SectionWords section="body" label="Text" blocks={body} links={links} lower />
        ) : (
          <NothingYet place={revisable(frame)}>Nobody has written about this person’s thesis yet.</NothingYet>
        )}
      </Panel>
    </>
  )
}
