import type { ReactNode } from 'react'
import { SectionWords } from '#app/features/anchors/page-words.tsx'
import type { PanelFrame } from '#app/features/reading/discuss.ts'
import { discuss } from '#app/features/reading/discuss.ts'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'
import type { StrategyPanels } from '#server/views/strategy-panels.ts'

interface Props {
  frame: PanelFrame
  panels: StrategyPanels
}

interface ProseProps extends Props {
  /** Where the falsification signal stands. */
  signal: ReactNode
}

/** What is done, what comes after, what would prove it wrong, and where it turns against itself. */
export function ProsePanels({ frame, panels, signal }: ProseProps) {
  const { sections, links } = panels
  return (
    <>
      <Panel
        id="mechanism"
        title="Mechanism"
        why="What people who pursue it would actually do."
        discuss={discuss(frame, 'section/mechanism', 'wording')}
      >
        <Written frame={frame} section="mechanism" label="Mechanism" blocks={sections.mechanism} links={links} />
      </Panel>
      <Panel
        id="binds-next"
        title="If it succeeds: what binds next"
        why="Winning moves the bottleneck. Weigh a strategy by the trouble it leaves behind as well as by the trouble it ends."
        discuss={discuss(frame, 'section/binds-next', 'wording')}
      >
        <Written
          frame={frame}
          section="binds-next"
          label="What binds next"
          blocks={sections['binds-next']}
          links={links}
        />
      </Panel>
      <Panel
        id="falsification"
        title="Falsification signal"
        why={
          <>
            A bet names what would lose it. If the signal arrived and support stayed all the same, it was a membership.{' '}
            <a href={`/identity?s=${panels.slug}`}>Ask yourself which it is for you</a>
          </>
        }
        discuss={discuss(frame, 'section/falsification', 'falsification')}
      >
        <Written
          frame={frame}
          section="falsification"
          label="Falsification signal"
          blocks={sections.falsification}
          links={links}
          reason={panels.noSignalReason && `Its authors say why there is none: ${panels.noSignalReason}`}
          nothing="Nobody has said yet what would end support for this strategy."
        />
        {signal}
      </Panel>
      <ThresholdPanel frame={frame} panels={panels} />
      <AnaloguePanel frame={frame} panels={panels} />
    </>
  )
}

function ThresholdPanel({ frame, panels }: Props) {
  const { sections, links, noThresholdReason } = panels
  return (
    <Panel
      id="threshold"
      title="Self-undermining threshold"
      count="overshoot risk"
      why="Effort helps up to a point and works against itself beyond it. Supporters tend to place that point too far off."
      discuss={discuss(frame, 'section/threshold', 'threshold')}
    >
      {sections.threshold ? (
        <div className="overshoot">
          <p className="overshoot-label">
            <span aria-hidden="true">▲</span> Where pushing harder backfires
          </p>
          <SectionWords section="threshold" label="Threshold" blocks={sections.threshold} links={links} />
        </div>
      ) : (
        <Written
          frame={frame}
          section="threshold"
          label="Threshold"
          blocks={undefined}
          links={links}
          reason={noThresholdReason && `Its authors say why there is none: ${noThresholdReason}`}
          nothing="Nobody has said yet how far is too far."
        />
      )}
      {sections.overshoot ? (
        <SectionWords section="overshoot" label="Overshoot" blocks={sections.overshoot} links={links} />
      ) : null}
    </Panel>
  )
}

function AnaloguePanel({ frame, panels }: Props) {
  const { analogue, sections, links } = panels
  const produced = sections['analogue-produced']
  const failed = sections['analogue-failed']
  const none = !analogue && !produced && !failed
  return (
    <Panel
      id="analogue"
      title="Historical analogue"
      count={analogue ? [analogue.regime, analogue.domain].filter(Boolean).join(' · ') : undefined}
      why="What an earlier arrangement of the same shape achieved, and what it did not."
      discuss={discuss(frame, 'section/analogue-produced', 'evidence')}
    >
      {none ? (
        <NothingYet place={frame.deliberation ? frame.place : null}>
          Nobody has named an earlier arrangement of the same shape.
        </NothingYet>
      ) : (
        <div className="analogue">
          <div>
            <h3>Produced</h3>
            {produced ? (
              <SectionWords section="analogue-produced" label="Produced" blocks={produced} links={links} />
            ) : (
              <p className="muted">Not written yet.</p>
            )}
          </div>
          <div>
            <h3>Did not produce</h3>
            {failed ? (
              <SectionWords section="analogue-failed" label="Did not produce" blocks={failed} links={links} />
            ) : (
              <p className="muted">Not written yet.</p>
            )}
          </div>
        </div>
      )}
    </Panel>
  )
}

interface WrittenProps {
  frame: PanelFrame
  section: string
  label: string
  blocks: StrategyPanels['sections'][string] | undefined
  links: StrategyPanels['links']
  reason?: string
  nothing?: string
}

function Written({ frame, section, label, blocks, links, reason, nothing }: WrittenProps) {
  if (blocks) return <SectionWords section={section} label={label} blocks={blocks} links={links} />
  if (reason) return <p>{reason}</p>
  return <NothingYet place={frame.deliberation ? frame.place : null}>{nothing}</NothingYet>
}
