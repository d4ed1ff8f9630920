import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import type { ConceptPanels } from './concept-pages.ts'
import { conceptPanels } from './concept-pages.ts'
import type { PersonPanels } from './people-pages.ts'
import { personPanels } from './people-pages.ts'
import type { ScenarioPanels } from './scenario-pages.ts'
import { scenarioPanels } from './scenario-pages.ts'
import type { SourcePanels } from './source-pages.ts'
import { sourcePanels } from './source-pages.ts'
import type { StrategyPanels } from './strategy-panels.ts'
import { strategyPanels } from './strategy-panels.ts'

/** The panels of an entry as its own page has them. */
export type EntryPanels =
  | { kind: 'strategy'; panels: StrategyPanels }
  | { kind: 'concept'; panels: ConceptPanels }
  | { kind: 'person'; panels: PersonPanels }
  | { kind: 'scenario'; panels: ScenarioPanels }
  | { kind: 'source'; panels: SourcePanels }

/** @param index has the entry as it is shown, among the others (`indexWith`). */
export function entryPanels(index: AtlasIndex, entry: IndexedEntry): EntryPanels {
  const { kind } = entry
  if (kind === 'strategy') return { kind, panels: strategyPanels(index, entry.content, entry.slug) }
  if (kind === 'concept') return { kind, panels: conceptPanels(index, entry) }
  if (kind === 'person') return { kind, panels: personPanels(index, entry) }
  if (kind === 'scenario') return { kind, panels: scenarioPanels(index, entry) }
  return { kind, panels: sourcePanels(index, entry) }
}
