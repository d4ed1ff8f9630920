import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { LeverFindings } from '#app/features/portfolio/lever-findings.tsx'
import { NamedPortfolios } from '#app/features/portfolio/named-portfolios.tsx'
import { OutcomeFindings } from '#app/features/portfolio/outcome-findings.tsx'
import { PairFindings } from '#app/features/portfolio/pair-findings.tsx'
import { PortfolioForm } from '#app/features/portfolio/portfolio-form.tsx'
import { SpreadFindings } from '#app/features/portfolio/spread-findings.tsx'
import { UnknownStrategies } from '#app/features/reading/strategy-picker.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Portfolio audit · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await loaded(context.services.portfolioPage(context.viewer, new URL(request.url).search))
  if (page.address) throw redirect(page.address)
  return json(page)
}

export default function Portfolio() {
  const page = useLoaderData<typeof loader>()
  const { chosen, presets, unknown, left, most, findings, csv } = page
  const slugs = chosen.map(({ slug }) => slug)
  const query = csv.slice(csv.indexOf('?') + 1)
  return (
    <div className="page">
      <div className="page-head">
        <h1>Portfolio audit</h1>
        <p className="why">
          Strategies held together say more than each alone: what they leave open, where they clash, and what counts
          twice. The address holds the portfolio; pass it on.
        </p>
      </div>
      <AtlasViews here="/portfolio" />
      <UnknownStrategies
        unknown={unknown}
        left={left}
        most={most}
        hrefFor={(slug) => `/portfolio?s=${[...slugs, slug].join(',')}`}
      />
      <div className="portfolio-columns">
        <aside aria-label="The portfolio">
          <PortfolioForm page={page} />
          {findings ? (
            <>
              <h2 className="presets-title">Named portfolios</h2>
              <ul className="list-plain presets">
                {presets.map(({ id, name, description, n, href }) => (
                  <li key={id}>
                    <a href={href} title={description}>
                      {name}
                    </a>{' '}
                    <span className="muted">{n}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </aside>
        <div>
          {findings ? (
            <>
              <LeverFindings findings={findings} query={query} csv={csv} />
              <PairFindings findings={findings} />
              <SpreadFindings findings={findings} />
              <OutcomeFindings findings={findings} />
            </>
          ) : (
            <NamedPortfolios presets={presets} chosen={chosen.length} />
          )}
        </div>
      </div>
    </div>
  )
}
