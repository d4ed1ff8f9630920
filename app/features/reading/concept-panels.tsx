import { SectionWords } from '#app/features/anchors/page-words.tsx'
import type { ConceptPanels as Panels } from '#server/views/concept-pages.ts'
import type { PanelFrame } from './discuss.ts'
import { discuss, revisable } from './discuss.ts'
import { EntryChips } from './entry-chips.tsx'
import { NothingYet, Panel } from './panel.tsx'
import { TagList } from './tag-list.tsx'

/** Every panel of a concept below its title. */
export function ConceptPanels({ frame, panels }: { frame: PanelFrame; panels: Panels }) {
  const { body, related, tags, links } = panels
  return (
    <>
      <Panel
        id="body"
        title="The sense used here"
        why="What the word has to mean in this atlas, who disagrees, and what would settle it. The page takes no side."
        discuss={discuss(frame, 'section/body', 'wording')}
      >
        {body.length > 0 ? (
          <SectionWords section="body" label="Text" blocks={body} links={links} lower />
        ) : (
          <NothingYet place={revisable(frame)} />
        )}
      </Panel>
      <Panel
        id="strategies"
        title="Related strategies"
        count={related.length}
        why="Strategies whose bet turns on what this word is taken to mean."
        discuss={discuss(frame, 'field/related', 'general')}
      >
        {related.length > 0 ? (
          <EntryChips path="/strategies" entries={related} />
        ) : (
          <NothingYet place={revisable(frame)}>No strategy is named yet whose bet turns on this word.</NothingYet>
        )}
      </Panel>
      <TagList tags={tags} />
    </>
  )
}
