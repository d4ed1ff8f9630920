import type { Sentence } from './describe.ts'
import { payloadText } from './payload.ts'

const wordActs: Record<string, string | undefined> = {
  added: 'A word was added',
  reworded: 'A word was worded anew',
  moved: 'A word was moved',
  retired: 'A word that nothing used was retired',
  merged: 'A tag was merged into another',
  apart: 'A merged tag was taken apart',
}

const siteTextWords: Record<string, string | undefined> = {
  'site-name': 'The name of the site',
  announcement: 'The announcement of the site',
  welcome: 'The welcome of the site',
  'moderation-policy': 'The policy of moderation',
}

const siteSwitchWords: Record<string, string | undefined> = {
  'pre-moderation': 'Moderation before publication for newcomers',
  'read-only': 'Read-only mode',
}

/** What is said of those who run the place: words, texts, switches, jobs. */
export const siteSentences: Record<string, string | Sentence> = {
  'vocabulary.imported': ({ created, changed }) =>
    `The vocabulary was imported: ${payloadText(created, '0')} words new, ${payloadText(changed, '0')} changed.`,
  'vocabulary.changed': ({ list, act }) =>
    `${wordActs[payloadText(act)] ?? 'Something was changed'} in the vocabulary (${payloadText(list)}).`,
  'site.text-changed': ({ key }) => `${siteTextWords[payloadText(key)] ?? 'A text of the site'} was worded anew.`,
  'site.switched': ({ key, on }) =>
    `${siteSwitchWords[payloadText(key)] ?? 'A switch of the site'} was turned ${on === true ? 'on' : 'off'}.`,
  'job.retried': 'An administrator had a job of the server tried again that had failed.',
}
