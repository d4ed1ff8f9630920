import { siteSwitches, siteTextKeys } from '../../domain/site/texts.ts'
import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

/** What whoever runs the site has worded and switched. What nobody touched has no row. */
export function defineSite(k: Kit, { actors }: PeopleTables) {
  const siteTexts = k.table('site_texts', {
    key: k.choice('key', siteTextKeys).primaryKey(),
    text: k.text('text').notNull(),
    updatedAt: k.time('updated_at').notNull(),
    updatedBy: k
      .text('updated_by')
      .notNull()
      .references(() => actors.id),
  })

  const siteSettings = k.table('site_settings', {
    key: k.choice('key', siteSwitches).primaryKey(),
    on: k.bool('is_on').notNull(),
    updatedAt: k.time('updated_at').notNull(),
    updatedBy: k
      .text('updated_by')
      .notNull()
      .references(() => actors.id),
  })

  return { siteTexts, siteSettings }
}
