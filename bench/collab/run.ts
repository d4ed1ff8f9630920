import { join } from 'node:path'
import { projectRoot } from '../../server/root.ts'
import { judge, merge } from './report.ts'
import type { Figures, Scenario } from './scenario.ts'
import { abuse } from './scenarios/abuse.ts'
import { coldOpen } from './scenarios/cold-open.ts'
import { fanOut } from './scenarios/fan-out.ts'
import { joinStorm } from './scenarios/join-storm.ts'
import { manyDocuments } from './scenarios/many-documents.ts'
import { memory } from './scenarios/memory.ts'
import type { TargetName } from './targets.ts'
import { pinLoad, targetNames } from './targets.ts'
import { makeWorld } from './world.ts'

/**
 * Drives the running server and the two relays from this process, and prints one line of JSON for each variant of a
 * scenario. Arguments: ids of scenarios (all if none), `--runs N` (the median of N, targets in turn), `--only TARGET`,
 * `--variant TEXT`, `--profile FOLDER`.
 */
const scenarios: readonly Scenario[] = [fanOut, manyDocuments, coldOpen, joinStorm, memory, abuse]

const root = projectRoot()
const options = readArguments(process.argv.slice(2))
process.stderr.write('preparing accounts and drafts …\n')
const world = await makeWorld(root)
pinLoad()
let failed = false
try {
  for (const scenario of scenarios) {
    if (options.ids.length > 0 && !options.ids.includes(scenario.id)) continue
    for (const variant of scenario.variants) {
      if (options.variant && !variant.name.includes(options.variant)) continue
      const runs = new Map<TargetName, Figures[]>()
      for (let run = 0; run < options.runs; run += 1) {
        for (const name of variant.targets) {
          if (options.only && options.only !== name) continue
          process.stderr.write(`${scenario.id} ${variant.name}: ${name}\n`)
          runs.set(name, [...(runs.get(name) ?? []), await variant.run(name, world, options.profile).catch(failure)])
        }
      }
      const line = { scenario: scenario.id, title: scenario.title, variant: variant.name, ...merge(runs) }
      const verdict = judge(variant.bars, runs)
      failed ||= verdict.some(({ held }) => !held)
      process.stdout.write(`${JSON.stringify({ ...line, bars: verdict })}\n`)
    }
  }
} finally {
  world.remove()
}
// A bar that does not hold is a finding, not a failure of the benchmark.
if (failed) process.stderr.write('Some bars do not hold; see `bars` in the lines above.\n')
process.exit(0)

/** One target that does not get through must not cost the figures of the others. */
function failure(error: unknown): Figures {
  const failed = error instanceof Error ? error.message : String(error)
  process.stderr.write(`  did not get through: ${failed}\n`)
  return { failed }
}

function giveUp(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function readArguments(given: readonly string[]) {
  const ids: string[] = []
  const found: { runs: number; only?: TargetName; variant?: string; profile?: string } = { runs: 1 }
  for (let i = 0; i < given.length; i += 1) {
    const word = given[i] ?? ''
    if (!word.startsWith('--')) ids.push(word)
    else {
      i += 1
      const value = given[i] ?? ''
      if (word === '--runs' && Number(value) > 0) found.runs = Number(value)
      else if (word === '--only') found.only = targetNames.find((name) => name === value) ?? 'folkmoot'
      else if (word === '--variant') found.variant = value
      else if (word === '--profile') found.profile = join(process.cwd(), value)
      else giveUp(`${word} ${value}: not understood.`)
    }
  }
  const unknown = ids.filter((id) => !scenarios.some((scenario) => scenario.id === id))
  if (unknown.length > 0) giveUp(`No such scenario: ${unknown.join(', ')}. There are S1 to S7.`)
  return { ...found, ids }
}
