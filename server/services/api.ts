import type { Deps } from '../deps.ts'
import { replaceSection } from '../usecases/drafts/replace-section.ts'
import { ballotJson } from '../views/ballot-json.ts'
import { draftJson } from '../views/draft-json.ts'
import { entriesJson } from '../views/entries-json.ts'
import { entryJson } from '../views/entry-json.ts'
import { versionJson } from '../views/version-json.ts'
import { versionsJson } from '../views/versions-json.ts'
import { bind } from './bind.ts'

/** What only the API needs: the same things as pages show, in the shapes that are promised to programs. */
export const apiServices = (deps: Deps) =>
  bind(deps, { ballotJson, draftJson, entriesJson, entryJson, replaceSection, versionJson, versionsJson })
