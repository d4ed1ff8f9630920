import { Prose } from '#app/components/prose.tsx'
import { MinorityNotes } from '#app/features/reading/minority-notes.tsx'
import { NothingYet } from '#app/features/reading/panel.tsx'
import { StrategyPanels } from '#app/features/strategy/strategy-panels.tsx'
import { ContentView } from '#app/features/versions/content-view.tsx'
import type { PublishPage } from '#server/views/publish-page.ts'
import '#app/styles/reading.css'
import '#app/styles/strategy.css'

interface Props {
  page: Pick<PublishPage, 'place' | 'next'>
  preview: NonNullable<PublishPage['preview']>
}

/** The page as readers will see it: for a strategy with all its panels, derived ones included. */
export function PublishPreview({ page: { place, next }, preview: { shown, panels, before, minorityNotes } }: Props) {
  const frame = { place, path: `/${place}`, version: { n: next }, deliberation: null }
  return (
    <section className={before === null ? '' : 'publish-preview'} aria-labelledby="preview-title">
      <p className="eyebrow">As it will be published</p>
      <h2 id="preview-title" className="publish-preview-title">
        {shown.title}
      </h2>
      {panels ? (
        <>
          <div className="lede">
            {panels.sections.bet ? (
              <Prose blocks={panels.sections.bet} links={panels.links} />
            ) : (
              <NothingYet place={null} />
            )}
          </div>
          <StrategyPanels frame={frame} panels={panels} />
        </>
      ) : (
        <ContentView shown={shown} level="h3" />
      )}
      <MinorityNotes notes={minorityNotes} />
    </section>
  )
}
