import { asc, eq, inArray } from 'drizzle-orm'
import type { SiteSwitch, SiteTextKey } from '../../domain/site/texts.ts'
import { usualTexts } from '../../domain/site/texts.ts'
import { actors, siteSettings, siteTexts } from '../schema.ts'
import type { Q } from '../store.ts'

/** What a text of the site says now ([Y40]). */
export async function readSiteText(q: Q, key: SiteTextKey): Promise<string> {
  return (await findSiteText(q, key))?.text ?? usualTexts[key]
}

/** What was worded for a text of the site, and when; nothing while nobody has. */
export async function findSiteText(q: Q, key: SiteTextKey): Promise<{ text: string; updatedAt: number } | undefined> {
  const [row] = await q
    .select({ text: siteTexts.text, updatedAt: siteTexts.updatedAt })
    .from(siteTexts)
    .where(eq(siteTexts.key, key))
  return row
}

/** Every text and switch that somebody touched, with when and by whom. */
export async function listSiteState(q: Q) {
  const [texts, switches] = await Promise.all([
    q
      .select({ key: siteTexts.key, text: siteTexts.text, at: siteTexts.updatedAt, by: actors.name })
      .from(siteTexts)
      .innerJoin(actors, eq(actors.id, siteTexts.updatedBy)),
    q
      .select({ key: siteSettings.key, on: siteSettings.on, at: siteSettings.updatedAt, by: actors.name })
      .from(siteSettings)
      .innerJoin(actors, eq(actors.id, siteSettings.updatedBy)),
  ])
  return { texts, switches }
}

/** What the frame of every page says of the site, as one word that moves with it ([Y46]). */
export async function frameState(q: Q): Promise<string> {
  const shown: readonly SiteTextKey[] = ['site-name', 'announcement']
  const texts = await q
    .select({ key: siteTexts.key, text: siteTexts.text, at: siteTexts.updatedAt })
    .from(siteTexts)
    .where(inArray(siteTexts.key, [...shown]))
    .orderBy(asc(siteTexts.key))
  return JSON.stringify([texts, await isSwitchedOn(q, 'read-only')])
}

/** Puts other words in the place of a text of the site. */
export async function putSiteText(
  q: Q,
  { key, text, by, at }: { key: SiteTextKey; text: string; by: string; at: number },
): Promise<void> {
  const said = { text, updatedAt: at, updatedBy: by }
  await q
    .insert(siteTexts)
    .values({ key, ...said })
    .onConflictDoUpdate({ target: siteTexts.key, set: said })
}

/** Is a switch of the site on ([Y41])? */
export async function isSwitchedOn(q: Q, key: SiteSwitch): Promise<boolean> {
  const [row] = await q.select({ on: siteSettings.on }).from(siteSettings).where(eq(siteSettings.key, key))
  return row?.on ?? false
}

export async function putSwitch(
  q: Q,
  { key, on, by, at }: { key: SiteSwitch; on: boolean; by: string; at: number },
): Promise<void> {
  const state = { on, updatedAt: at, updatedBy: by }
  await q
    .insert(siteSettings)
    .values({ key, ...state })
    .onConflictDoUpdate({ target: siteSettings.key, set: state })
}
