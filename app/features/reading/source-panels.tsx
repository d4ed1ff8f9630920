import { SectionWords } from '#app/features/anchors/page-words.tsx'
import type { SourcePanels as Panels } from '#server/views/source-pages.ts'
import { Claims } from './claims.tsx'
import type { PanelFrame } from './discuss.ts'
import { discuss, revisable } from './discuss.ts'
import { EntryChips } from './entry-chips.tsx'
import { NothingYet, Panel } from './panel.tsx'
import { Provenance } from './provenance.tsx'
import { TagList } from './tag-list.tsx'

/** Every panel of a source below its title. */
export function SourcePanels({ frame, panels }: { frame: PanelFrame; panels: Panels }) {
  const { sections, claims, statusCounts, caveats, chain, slug, strategies, tags, links } = panels
  return (
    <>
      {sections.map(({ id, label, blocks }) => (
        <Panel key={id} id={id} title={label} discuss={discuss(frame, `section/${id}`, 'wording')}>
          {blocks.length > 0 ? (
            <SectionWords section={id} label={label} blocks={blocks} links={links} />
          ) : (
            <NothingYet place={revisable(frame)} />
          )}
        </Panel>
      ))}
      <Panel
        id="claims"
        title="Claims"
        count={claims.length}
        why="A claim’s status says how far it can be relied on, and nothing about whether one should agree."
        discuss={discuss(frame, 'field/claims', 'evidence')}
      >
        {claims.length > 0 ? (
          <Claims claims={claims} statusCounts={statusCounts} />
        ) : (
          <NothingYet place={revisable(frame)}>Nobody has taken this document apart yet.</NothingYet>
        )}
      </Panel>
      <Panel
        id="caveats"
        title="Read it with care"
        count={caveats.length}
        why="Marks of the document as a whole, ticked by whoever read it for the atlas. They say nothing about its cause."
        discuss={discuss(frame, 'field/caveats', 'evidence')}
      >
        {caveats.length > 0 ? (
          <dl className="facts">
            {caveats.map(({ id, label, description }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <NothingYet place={revisable(frame)}>Nobody has marked anything to be careful about.</NothingYet>
        )}
      </Panel>
      <Panel
        id="provenance"
        title="Where it comes from"
        why="Copies of one original count once: repeating a claim adds no evidence for it."
        discuss={discuss(frame, 'field/provenance', 'evidence')}
      >
        <Provenance chain={chain} here={slug} />
      </Panel>
      <Panel
        id="strategies"
        title="Strategies it bears on"
        count={strategies.length}
        discuss={discuss(frame, 'field/strategies', 'general')}
      >
        {strategies.length > 0 ? (
          <EntryChips path="/strategies" entries={strategies} />
        ) : (
          <NothingYet place={revisable(frame)}>No strategy is named yet that it bears on.</NothingYet>
        )}
      </Panel>
      <TagList tags={tags} />
    </>
  )
}
