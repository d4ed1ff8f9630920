import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageWords, SectionWords } from '#app/features/anchors/page-words.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import { EntryEnd } from '#app/features/reading/entry-end.tsx'
import { EntryHead } from '#app/features/reading/entry-head.tsx'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { DeliberationCard, TakeAwayCard } from '#app/features/reading/entry-side.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { NothingYet } from '#app/features/reading/panel.tsx'
import { FoldedContents, Rail } from '#app/features/strategy/contents.tsx'
import { CoordinateList, StrategyPanels } from '#app/features/strategy/strategy-panels.tsx'
import '#app/styles/reading.css'
import '#app/styles/strategy.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Strategy')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'strategy', context.services.strategyPage(context.viewer, params.id ?? '')))
}

export default function Strategy() {
  const { frame, panels } = useLoaderData<typeof loader>()
  useLive([`entry/${frame.entryId}`])
  const { lever, actsOn, sections, links } = panels
  return (
    <div className="page page-columns">
      <Rail notes={frame.minorityNotes.length} />
      <article className="entry-text">
        <PageWords entry={frame.place} version={frame.version.n} passages={frame.deliberation.passages}>
          <EntryHead
            frame={frame}
            eyebrow={
              <>
                {lever ? <a href={`/levers/${lever.id}`}>{lever.name}</a> : null}
                {lever && actsOn ? ' · ' : null}
                {actsOn ? <a href={actsOn.href}>{actsOn.name}</a> : null}
              </>
            }
            lede={
              <div id="bet" className="lede">
                {sections.bet ? (
                  <SectionWords section="bet" label="Bet" blocks={sections.bet} links={links} />
                ) : (
                  <NothingYet place={frame.place} />
                )}
              </div>
            }
          />
          <FoldedContents notes={frame.minorityNotes.length} />
          <StrategyPanels frame={frame} panels={panels} />
        </PageWords>
        <EntryEnd frame={frame} />
      </article>
      <aside className="side" aria-label="About this entry">
        <section className="card side-coordinates">
          <h2>Coordinates</h2>
          <CoordinateList panels={panels} />
        </section>
        <DeliberationCard frame={frame} />
        <TakeAwayCard frame={frame} />
      </aside>
    </div>
  )
}
