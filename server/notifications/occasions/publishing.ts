import { listActorsOfRoles } from '../../../db/queries/audience.ts'
import { findChallenge } from '../../../db/queries/challenges.ts'
import { findVersion, versionBefore } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import { moderatorRoles } from '../../../domain/access/viewer.ts'
import { authorIds } from '../../../domain/publishing/authors.ts'
import { decisionVolumes, hearersOf } from '../hearers.ts'
import type { Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** Authors of these versions of an entry. */
async function authorsOf(q: Q, entryId: string, numbers: readonly number[]): Promise<string[]> {
  const versions = await Promise.all(numbers.map((n) => findVersion(q, entryId, n)))
  return versions.flatMap((version) => (version ? authorIds(version.authors) : []))
}

/** What follows from what happens to published versions. */
export const publishingFollows: Record<string, Follow> = {
  async 'version.rolled-back'(q, { subject: thing, payload }) {
    const ref = idIn(payload, 'versionId') ?? ''
    // Those whose words go, and those whose words come back.
    const before = await versionBefore(q, idOf(thing), Number(payload.n))
    const authors = await authorsOf(q, idOf(thing), [before ?? 0, Number(payload.to)])
    const told = each([...authors, ...(await hearersOf(q, thing, decisionVolumes))], 'rolled-back', ref)
    return { occasions: [{ thing, by: idIn(payload, 'actorId'), draftId: null, told }] }
  },

  async 'publication.refused'(_q, { subject: thing, payload }) {
    const draftId = idOf(thing)
    return {
      occasions: [{ thing, by: null, draftId, told: each([idIn(payload, 'plannedBy')], 'plan-refused', draftId) }],
    }
  },

  async 'challenge.opened'(q, { subject: thing, payload }) {
    const ref = idIn(payload, 'challengeId') ?? ''
    const by = idIn(payload, 'by')
    const authors = await authorsOf(q, idOf(thing), [Number(payload.n)])
    const told = [
      ...each(await listActorsOfRoles(q, moderatorRoles), 'challenge', ref),
      ...each([...authors, ...(await hearersOf(q, thing, decisionVolumes))], 'challenged', ref),
    ]
    return {
      occasions: [{ thing, by, draftId: null, told }],
      joins: [{ actorId: by, thing, volume: 'decisions' }],
    }
  },

  async 'challenge.answered'(q, { subject: thing, payload }) {
    const challenge = await findChallenge(q, idIn(payload, 'challengeId') ?? '')
    const told = each([challenge?.by ?? null], 'challenge-answered', challenge?.id ?? '')
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: null, told }] }
  },
}
