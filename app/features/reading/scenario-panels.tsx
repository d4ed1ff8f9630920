import type { ReactNode } from 'react'
import { SectionWords } from '#app/features/anchors/page-words.tsx'
import type { ScenarioPanels as Panels } from '#server/views/scenario-pages.ts'
import type { PanelFrame } from './discuss.ts'
import { discuss, revisable } from './discuss.ts'
import { EntryChips } from './entry-chips.tsx'
import { NothingYet, Panel } from './panel.tsx'

interface Props {
  frame: PanelFrame
  panels: Panels
  /** The bets that answer it; without them their names. */
  children?: ReactNode
}

/** Every panel of a scenario below its title. */
export function ScenarioPanels({ frame, panels, children }: Props) {
  const { description, note, strategies, links } = panels
  const place = revisable(frame)
  return (
    <>
      <Panel id="description" title="What goes wrong" discuss={discuss(frame, 'section/description', 'wording')}>
        {description.length > 0 ? (
          <SectionWords section="description" label="What goes wrong" blocks={description} links={links} />
        ) : (
          <NothingYet place={place} />
        )}
      </Panel>
      <Panel
        id="strategies"
        title="Bets that answer it"
        count={strategies.total}
        why="Each strategy says for itself which scenarios it answers. Being listed is a claim, and no proof that it would work."
      >
        {strategies.total === 0 ? (
          <p className="nothing-yet">
            No strategy names this scenario yet. A strategy’s own entry says what it answers:{' '}
            <a href="/strategies">choose one and revise it</a>, or <a href="/drafts/new">propose a new one</a>.
          </p>
        ) : (
          (children ?? <StrategyNames {...strategies} path={frame.path} />)
        )}
      </Panel>
      <Panel id="note" title="Note" discuss={discuss(frame, 'section/note', 'wording')}>
        {note.length > 0 ? (
          <SectionWords section="note" label="Note" blocks={note} links={links} />
        ) : (
          <NothingYet place={place}>Nobody has remarked on the list of strategies yet.</NothingYet>
        )}
      </Panel>
    </>
  )
}

function StrategyNames({ total, shown, path }: Panels['strategies'] & { path: string }) {
  return (
    <>
      <EntryChips path="/strategies" entries={shown} />
      {total > shown.length ? (
        <p className="ui">
          <a href={path}>All {total} stand on the current page</a>
        </p>
      ) : null}
    </>
  )
}
