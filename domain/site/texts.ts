/** The texts that whoever runs the site words for themselves. */
export const siteTextKeys = ['moderation-policy', 'welcome', 'announcement'] as const
export type SiteTextKey = (typeof siteTextKeys)[number]

/** What stands there while nobody has worded another; empty where nothing is shown then. */
export const usualTexts: Record<SiteTextKey, string> = {
  'moderation-policy':
    'Argue with the claim, not with the person. Say where a fact comes from. Leave out what is private about others. What breaks this can be hidden by a moderator, with a reason, and you may appeal once.',
  welcome: '',
  announcement: '',
}

/** Switches of the site; off while nobody turned them on. */
export const siteSwitches = ['pre-moderation', 'read-only'] as const
export type SiteSwitch = (typeof siteSwitches)[number]
