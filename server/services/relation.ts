import type { Deps } from '../deps.ts'
import { confirmRelation, disputeRelation } from '../usecases/relations/answer-relation.ts'
import { relationsPage } from '../views/relations-page.ts'
import { bind } from './bind.ts'

/** What one strategy declares about another, and what the other side says to it. */
export const relationServices = (deps: Deps) => bind(deps, { confirmRelation, disputeRelation, relationsPage })
