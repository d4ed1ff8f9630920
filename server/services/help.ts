import type { Deps } from '../deps.ts'
import { dismissNotice } from '../usecases/site/dismiss-notice.ts'
import { frameNotices } from '../views/frame-notices.ts'
import { helpArticle, helpPage, nearestHelp, whatChanged } from '../views/help-pages.ts'
import { tourStart } from '../views/tour.ts'
import { showsWelcome, welcomePage } from '../views/welcome-page.ts'
import { bind } from './bind.ts'

/** The help, the way in for newcomers, and what stands above every page. */
export const helpServices = (deps: Deps) =>
  bind(deps, {
    dismissNotice,
    frameNotices,
    helpArticle,
    helpPage,
    nearestHelp,
    showsWelcome,
    tourStart,
    welcomePage,
    whatChanged,
  })
