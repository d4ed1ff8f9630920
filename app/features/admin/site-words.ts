/** What each text of the site is called, and where readers meet it. */
export const siteTextWords: Record<string, { label: string; where: string } | undefined> = {
  'site-name': {
    label: 'Name of the site',
    where: 'Stands in the head of every page and on the overview. Citations and files keep the name of the atlas.',
  },
  announcement: {
    label: 'Announcement',
    where: 'One line above every page, until somebody puts it away. Empty: there is none.',
  },
  welcome: {
    label: 'Welcome',
    where: 'On the page for newcomers, as Markdown. Empty: only the usual page.',
  },
  'moderation-policy': {
    label: 'Policy of moderation',
    where: 'Beside the places where people write, as Markdown.',
  },
}

/** What each switch does while it is on. */
export const siteSwitchWords: Record<string, { label: string; effect: string } | undefined> = {
  'pre-moderation': {
    label: 'Look at first contributions',
    effect: 'What a newcomer writes waits until a moderator has seen it.',
  },
  'read-only': {
    label: 'Read-only mode',
    effect:
      'Nobody changes anything: forms, the API and open drafts refuse and keep what was typed. These pages still work.',
  },
}
