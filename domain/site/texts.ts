/** The texts that whoever runs the site words for themselves. */
export const siteTextKeys = ['site-name', 'announcement', 'welcome', 'moderation-policy'] as const
export type SiteTextKey = (typeof siteTextKeys)[number]

/** What stands there while nobody has worded another; empty where nothing is shown then. */
export const usualTexts: Record<SiteTextKey, string> = {
  'site-name': 'AGI Strategies',
  'moderation-policy':
    'Argue with the claim, not with the person. Say where a fact comes from. Leave out what is private about others. What breaks this can be hidden by a moderator, with a reason, and you may appeal once.',
  welcome: '',
  announcement: '',
}

/** Switches of the site; off while nobody turned them on. */
export const siteSwitches = ['pre-moderation', 'read-only'] as const
export type SiteSwitch = (typeof siteSwitches)[number]

/** How each text may look: the kind of its limit, whether it is one line, and whether it may be empty ([Y44]). */
export const siteTextRules: Record<
  SiteTextKey,
  { limit: 'name' | 'fewWords' | 'note'; line: boolean; optional: boolean }
> = {
  'site-name': { limit: 'name', line: true, optional: false },
  announcement: { limit: 'fewWords', line: true, optional: true },
  welcome: { limit: 'note', line: false, optional: true },
  'moderation-policy': { limit: 'note', line: false, optional: false },
}
