import type { Deps } from '../deps.ts'
import { tendInbox } from '../usecases/inbox/tend-inbox.ts'
import { inboxCount, inboxPage } from '../views/inbox-page.ts'
import { bind } from './bind.ts'

/** What people are told, and what they do with it. */
export const inboxServices = (deps: Deps) => bind(deps, { inboxPage, inboxCount, tendInbox })
