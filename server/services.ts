import { readSiteText } from '../db/queries/site-texts.ts'
import type { Deps } from './deps.ts'
import { accountServices } from './services/account.ts'
import { apiServices } from './services/api.ts'
import { atlasServices } from './services/atlas.ts'
import { ballotServices } from './services/ballot.ts'
import { bandServices } from './services/band.ts'
import { candidateServices } from './services/candidate.ts'
import { draftServices } from './services/draft.ts'
import { helpServices } from './services/help.ts'
import { inboxServices } from './services/inbox.ts'
import { invitationServices } from './services/invitation.ts'
import { moderationServices } from './services/moderation.ts'
import { publishingServices } from './services/publishing.ts'
import { recordServices } from './services/record.ts'
import { relationServices } from './services/relation.ts'
import { roomServices } from './services/room.ts'
import { signalServices } from './services/signal.ts'
import { siteServices } from './services/site.ts'
import { suggestionServices } from './services/suggestion.ts'
import { threadServices } from './services/thread.ts'
import { workshopServices } from './services/workshop.ts'

/** Everything that pages, the API and the command line may do, each bound to its dependencies. */
export function createServices(deps: Deps) {
  return {
    ...accountServices(deps),
    ...atlasServices(deps),
    ...draftServices(deps),
    ...threadServices(deps),
    ...candidateServices(deps),
    ...bandServices(deps),
    ...suggestionServices(deps),
    ...ballotServices(deps),
    ...signalServices(deps),
    ...relationServices(deps),
    ...inboxServices(deps),
    ...roomServices(deps),
    ...publishingServices(deps),
    ...moderationServices(deps),
    ...invitationServices(deps),
    ...workshopServices(deps),
    ...recordServices(deps),
    ...helpServices(deps),
    ...siteServices(deps),
    ...apiServices(deps),
    /** What every page's frame shows. */
    site: async () => ({
      name: 'Folkmoot',
      atlas: await readSiteText(deps.store.read, 'site-name'),
      demo: deps.env.demo,
    }),
  }
}

export type Services = ReturnType<typeof createServices>
