import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageWords, SectionWords } from '#app/features/anchors/page-words.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import { EntryEnd } from '#app/features/reading/entry-end.tsx'
import { EntryHead } from '#app/features/reading/entry-head.tsx'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { DeliberationCard, TakeAwayCard } from '#app/features/reading/entry-side.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { NothingYet } from '#app/features/reading/panel.tsx'
import { positionAct } from '#app/features/signals/position-act.ts'
import { PositionsPanel } from '#app/features/signals/positions-panel.tsx'
import { SignalStatus } from '#app/features/signals/signal-status.tsx'
import { FoldedContents, Rail } from '#app/features/strategy/contents.tsx'
import { CoordinateList, StrategyPanels } from '#app/features/strategy/strategy-panels.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { attempted, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Strategy')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'strategy', context.services.strategyPage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const strategy = params.id ?? ''
  const act = positionAct(context.services, context.viewer, strategy, typed)
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act, typed, () => redirect(`/strategies/${encodeURIComponent(strategy)}#positions`))
}

export default function Strategy() {
  const { frame, panels, signal, positions, signedIn } = useLoaderData<typeof loader>()
  const answer = useAnswer()
  useLive([`entry/${frame.entryId}`])
  const { lever, actsOn, sections, links } = panels
  return (
    <div className="page page-columns">
      <Rail notes={frame.minorityNotes.length} members />
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
          <StrategyPanels
            frame={frame}
            panels={panels}
            signal={<SignalStatus signal={signal} slug={frame.slug} />}
            positions={
              <PositionsPanel
                slug={frame.slug}
                positions={positions}
                signal={signal.current}
                signedIn={signedIn}
                answer={answer}
              />
            }
          />
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
