import { SectionWords } from '#app/features/anchors/page-words.tsx'
import { StrategyPanels } from '#app/features/strategy/strategy-panels.tsx'
import type { EntryPanels as Panels } from '#server/views/entry-panels.ts'
import { ConceptPanels } from './concept-panels.tsx'
import type { PanelFrame } from './discuss.ts'
import { NothingYet } from './panel.tsx'
import { PersonCard } from './person-card.tsx'
import { PersonPanels } from './person-panels.tsx'
import { ScenarioPanels } from './scenario-panels.tsx'
import { SourceCard } from './source-card.tsx'
import { SourcePanels } from './source-panels.tsx'

/** What stands below the title of an entry of any kind, away from its own page: an old version, or one to come. */
export function EntryPanels({ frame, of }: { frame: PanelFrame; of: Panels }) {
  if (of.kind === 'strategy') return <StrategyPanels frame={frame} panels={of.panels} />
  if (of.kind === 'concept') return <ConceptPanels frame={frame} panels={of.panels} />
  if (of.kind === 'person') return <PersonPanels frame={frame} panels={of.panels} />
  if (of.kind === 'scenario') return <ScenarioPanels frame={frame} panels={of.panels} />
  return <SourcePanels frame={frame} panels={of.panels} />
}

/** What an entry begins with. */
export function EntryLede({ of }: { of: Panels }) {
  if (of.kind === 'strategy') {
    const { sections, links } = of.panels
    return (
      <div id="bet" className="lede">
        {sections.bet ? (
          <SectionWords section="bet" label="Bet" blocks={sections.bet} links={links} />
        ) : (
          <NothingYet place={null} />
        )}
      </div>
    )
  }
  const text = of.kind === 'concept' ? of.panels.summary : of.kind === 'person' ? of.panels.role : ''
  return text ? <p className="lede">{text}</p> : null
}

/** The card beside it, of kinds that have one. */
export function EntryCard({ of }: { of: Panels }) {
  if (of.kind === 'person') return <PersonCard panels={of.panels} place={null} />
  if (of.kind === 'source') return <SourceCard panels={of.panels} />
  return null
}
