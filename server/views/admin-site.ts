import { listSiteState } from '../../db/queries/site-texts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { markdownToBlocks } from '../../domain/prose/parse-markdown.ts'
import { siteSwitches, siteTextKeys, siteTextRules, usualTexts } from '../../domain/site/texts.ts'
import { limits } from '../../domain/text/limits.ts'
import type { Deps } from '../deps.ts'
import { checkedSiteText } from '../usecases/site/word-text.ts'
import { asAdmin } from './as-admin.ts'

/**
 * The texts and switches of the site, with who changed them when.
 *
 * @param tried a text to be shown as readers would see it, not kept.
 * @throws AppError `bad-input` (text), `not-found`, `signed-out`, `not-allowed`.
 */
export async function adminSite(deps: Deps, viewer: Viewer | null, tried?: { key: string; text: string }) {
  asAdmin(viewer)
  const { texts, switches } = await listSiteState(deps.store.read)
  const preview = tried ? checkedSiteText(tried) : null
  return {
    texts: siteTextKeys.map((key) => {
      const said = texts.find((one) => one.key === key)
      const { limit, line, optional } = siteTextRules[key]
      const text = said?.text ?? usualTexts[key]
      const shown = preview?.key === key ? preview.text : text
      return {
        ...{ key, text, line, optional, isPreview: preview?.key === key },
        /** As readers see it. */
        shown: line ? shown : '',
        blocks: line ? [] : markdownToBlocks(shown),
        most: limits[limit],
        changed: said ? { at: said.at, by: said.by } : null,
      }
    }),
    switches: siteSwitches.map((key) => {
      const turned = switches.find((one) => one.key === key)
      return { key, on: turned?.on ?? false, changed: turned ? { at: turned.at, by: turned.by } : null }
    }),
  }
}

export type AdminSite = Awaited<ReturnType<typeof adminSite>>
