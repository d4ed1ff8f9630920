import type { Deps } from '../deps.ts'
import { carryCandidate } from '../usecases/candidates/carry-candidate.ts'
import { mergeCandidate } from '../usecases/candidates/merge-candidate.ts'
import { proposeCandidate } from '../usecases/candidates/propose-candidate.ts'
import { reactToCandidate } from '../usecases/candidates/react-to-candidate.ts'
import { rewordCandidate } from '../usecases/candidates/reword-candidate.ts'
import { withdrawCandidate } from '../usecases/candidates/withdraw-candidate.ts'
import { bind } from './bind.ts'

/** Wordings that compete in a thread. */
export const candidateServices = (deps: Deps) =>
  bind(deps, {
    proposeCandidate,
    rewordCandidate,
    withdrawCandidate,
    reactToCandidate,
    mergeCandidate,
    carryCandidate,
  })
