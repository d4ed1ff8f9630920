import type { ReactNode } from 'react'
import type { PanelFrame } from '#app/features/reading/discuss.ts'
import { discuss } from '#app/features/reading/discuss.ts'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'
import { TagList } from '#app/features/reading/tag-list.tsx'
import type { StrategyPanels as Panels } from '#server/views/strategy-panels.ts'
import { AxisPanel } from './axis-panel.tsx'
import { ListPanels } from './list-panels.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { ProsePanels } from './prose-panels.tsx'
import { RelationsPanel } from './relations-panel.tsx'

/** Every panel of a strategy below its title, in the order of the atlas. */
export function StrategyPanels({
  frame,
  panels,
  signal = null,
  positions = null,
}: {
  frame: PanelFrame
  panels: Panels
  /** Where its signal stands, and where members do; absent in a preview and in an old version. */
  signal?: ReactNode
  positions?: ReactNode
}) {
  const { conflicts, complements, twins, axes, sourceNote, tags } = panels
  const lever = panels.lever?.name ?? 'its lever'
  const history = frame.deliberation ? <a href={`${frame.path}/history`}>History</a> : null
  const argue = discuss(frame, 'field/declarations', 'relation')
  return (
    <>
      <ProsePanels frame={frame} panels={panels} signal={signal} />
      <ListPanels frame={frame} panels={panels} />
      <PeoplePanel people={panels.people} slug={panels.slug} />
      {positions}
      <Coordinates frame={frame} panels={panels} />
      <RelationsPanel
        id="conflicts"
        kind="conflict"
        title="Conflicts, grouped by mechanism"
        groups={conflicts}
        slug={frame.deliberation ? panels.slug : null}
        why="Conflicts differ in kind, and each kind asks for another answer: settle the premise, choose the direction, or keep the way open."
        none="Neither this entry nor any other declares a conflict between them."
        discuss={argue}
      />
      <RelationsPanel
        id="complements"
        kind="complement"
        title="Complements, grouped by mechanism"
        groups={complements}
        slug={frame.deliberation ? panels.slug : null}
        why="Help can be counted twice. Two pulls on one lever look like two bets and are one."
        none="Neither this entry nor any other declares a complement."
        discuss={argue}
      />
      <RelationsPanel
        id="twins"
        kind="twin"
        title="Same-lever twins"
        groups={twins}
        slug={frame.deliberation ? panels.slug : null}
        why="Two names for one pull. Paying for both buys the effect once."
        none={`No unrelated strategy pulls ${lever} the same way.`}
        discuss={argue}
      />
      <AxisPanel axes={axes} />
      <Panel
        id="source"
        title="Source note"
        why="Where the facts come from. The sentences are the atlas’s own; who wrote and decided each version stands in the history."
        discuss={discuss(frame, 'field/source-note', 'evidence')}
      >
        {sourceNote ? (
          <p>
            Facts after the note <span className="code source-note">{sourceNote}</span>, version {frame.version.n}.{' '}
            {history}
          </p>
        ) : (
          <p>Written here. {history}</p>
        )}
        <TagList tags={tags} />
      </Panel>
    </>
  )
}

function Coordinates({ frame, panels }: { frame: PanelFrame; panels: Panels }) {
  const { lever, coordinates } = panels
  return (
    <Panel
      id="coordinates"
      title="Coordinates"
      why="Short codes for filters and comparison. Each leads to the strategies that share it."
      discuss={discuss(frame, 'field/lever', 'general')}
    >
      {coordinates.length === 0 && !lever ? <NothingYet place={frame.deliberation ? frame.place : null} /> : null}
      <CoordinateList panels={panels} />
    </Panel>
  )
}

/** Lever and coordinates as pairs; on the page and in the card beside it. */
export function CoordinateList({ panels: { lever, coordinates } }: { panels: Panels }) {
  return (
    <dl className="coordinates">
      {lever ? (
        <div>
          <dt>Lever</dt>
          <dd>
            <a href={`/levers/${lever.id}`}>{lever.name}</a> <span className="muted">{lever.pull}</span>
          </dd>
        </div>
      ) : null}
      {coordinates.map(({ id, label, value, href }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <a href={href}>{value}</a>
          </dd>
        </div>
      ))}
    </dl>
  )
}
