import type { Registry } from 'prom-client'
import { Gauge } from 'prom-client'
import { lastRecount } from '../../db/queries/recounts.ts'
import type { Deps } from '../deps.ts'

/** What came of the last recount of all closed ballots, for a monitoring system (publishing SPEC [P33]). */
export function registerRecount(register: Registry, { store }: Pick<Deps, 'store'>): void {
  new Gauge({
    name: 'folkmoot_recount_differing_ballots',
    help: 'Closed ballots that do not come to their stored result; above 0 nothing is published.',
    registers: [register],
    async collect() {
      this.set((await lastRecount(store.read))?.differing.length ?? 0)
    },
  })
  new Gauge({
    name: 'folkmoot_recount_timestamp_seconds',
    help: 'When all closed ballots were counted again the last time, seconds since 1970; 0 before the first time.',
    registers: [register],
    async collect() {
      this.set(((await lastRecount(store.read))?.at ?? 0) / 1_000)
    },
  })
}
