import type { Deps } from '../deps.ts'
import { chooseMails } from '../usecases/inbox/choose-mails.ts'
import { tendInbox } from '../usecases/inbox/tend-inbox.ts'
import { unsubscribe } from '../usecases/inbox/unsubscribe.ts'
import { watchThing } from '../usecases/inbox/watch-thing.ts'
import { inboxCount, inboxPage } from '../views/inbox-page.ts'
import { mailSettings, unsubscribePage } from '../views/mail-settings.ts'
import { bind } from './bind.ts'

/** What people are told, and what they do with it. */
export const inboxServices = (deps: Deps) =>
  bind(deps, { inboxPage, inboxCount, tendInbox, mailSettings, chooseMails, unsubscribePage, unsubscribe, watchThing })
