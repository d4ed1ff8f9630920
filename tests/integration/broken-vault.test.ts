import { describe, expect, it } from 'vitest'
import { entries, events, vocabulary } from '../../db/schema.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { testDeps } from '../factories/test-deps.ts'
import type { VaultCopy } from '../factories/vault-copy.ts'
import { vaultCopy } from '../factories/vault-copy.ts'

interface Case {
  name: string
  spoil: (vault: VaultCopy) => void
  says: string[]
}

const pause = 'strategies/pause.md'
const cases: Case[] = [
  {
    name: 'a file without front matter',
    spoil: (vault) => vault.write('concepts/sovereign-ai.md', '## What it means\n\nText.\n'),
    says: ['concepts/sovereign-ai.md:1: the front matter is missing; begin the file with a line "---".'],
  },
  {
    name: 'front matter that does not end',
    spoil: (vault) => vault.write('concepts/sovereign-ai.md', '---\nkind: concept\nid: sovereign-ai\n'),
    says: ['concepts/sovereign-ai.md:1: the front matter does not end; close it with a line "---".'],
  },
  {
    name: 'a file that is not UTF-8',
    spoil: (vault) => {
      const file = 'scenarios/decisive-advantage.md'
      vault.write(file, Buffer.from(vault.read(file).replace('One government', 'One r\u00e9gime'), 'latin1'))
    },
    says: ['scenarios/decisive-advantage.md:11: the text is not UTF-8; save it as UTF-8.'],
  },
  {
    name: 'line ends of another system',
    spoil: (vault) => vault.write(pause, vault.read(pause).replaceAll('\n', '\r\n')),
    says: ['strategies/pause.md:1: the line ends are not LF; save the file with LF line ends.'],
  },
  {
    name: 'broken YAML',
    spoil: (vault) => vault.edit(pause, 'title: "Pause"', 'title: "Pause'),
    says: ['strategies/pause.md:4: the YAML is broken (Missing closing "quote); correct this line.'],
  },
  {
    name: 'an unknown lever',
    spoil: (vault) => vault.edit(pause, 'lever: speed', 'lever: sped'),
    says: ['strategies/pause.md:5: lever has "sped", which is unknown; did you mean "speed"?'],
  },
  {
    name: 'an unknown value of an axis',
    spoil: (vault) => vault.edit(pause, 'coercion: consent', 'coercion: persuasion'),
    says: [
      'strategies/pause.md:8: coercion has "persuasion", which is unknown; use one of consent, treaty, state-coercion, market, friction, unilateral-force, n-a.',
    ],
  },
  {
    name: 'an unknown strategy',
    spoil: (vault) => vault.edit(pause, 'conflicts: [acceleration,', 'conflicts: [warp-drive,'),
    says: [
      'strategies/pause.md:14: conflicts has "warp-drive", which is unknown; add it to the vault or correct the name.',
    ],
  },
  {
    name: 'a missing field',
    spoil: (vault) => vault.edit(pause, 'timeHorizon: pre-transition\n', ''),
    says: ['strategies/pause.md:2: timeHorizon is missing; add the field.'],
  },
  {
    name: 'an unknown kind',
    spoil: (vault) => vault.edit(pause, 'kind: strategy', 'kind: tactic'),
    says: [
      'strategies/pause.md:2: kind is "tactic" but files in this folder are of kind "strategy"; correct it or move the file.',
    ],
  },
  {
    name: 'an id that is not the file name',
    spoil: (vault) => vault.edit(pause, 'id: pause', 'id: break'),
    says: ['strategies/pause.md:3: id is "break" but the file is named "pause"; make them equal.'],
  },
  {
    name: 'a word listed twice',
    spoil: (vault) => vault.edit('portfolios.yml', '- id: uk-aisi', '- id: forethought'),
    says: ['portfolios.yml:19: "forethought" stands twice; remove one or rename it.'],
  },
  {
    name: 'a tag listed twice',
    spoil: (vault) => vault.edit(pause, 'tags: [moratorium,', 'tags: [slowdown,'),
    says: ['strategies/pause.md:17: tags lists "slowdown" twice; remove one.'],
  },
  {
    name: 'a field given twice',
    spoil: (vault) => vault.edit(pause, 'lever: speed\n', 'lever: speed\nlever: scope\n'),
    says: ['strategies/pause.md:6: the YAML is broken (Map keys must be unique); correct this line.'],
  },
  {
    name: 'a strategy that names itself',
    spoil: (vault) => vault.edit(pause, 'conflicts: [acceleration', 'conflicts: [pause, acceleration'),
    says: ['strategies/pause.md:14: conflicts names the strategy itself; remove it.'],
  },
  {
    name: 'a pair that is both a conflict and complements',
    spoil: (vault) => vault.edit('strategies/abandon-superintelligence.md', /conflicts: \[/, 'conflicts: [pause, '),
    says: [
      'strategies/abandon-superintelligence.md:14: conflicts lists "pause", but strategies/abandon-superintelligence.md makes the pair a complement; a pair is one or the other, remove one.',
    ],
  },
  {
    name: 'scenarios that do not agree',
    spoil: (vault) => vault.edit(pause, 'scenarios: []', 'scenarios: [decisive-advantage]'),
    says: [
      'strategies/pause.md:16: scenarios lists "decisive-advantage", whose responsive does not list "pause"; correct one of the two.',
    ],
  },
  {
    name: 'an unknown section',
    spoil: (vault) => vault.edit(pause, '## Vintages', '## Vintage years'),
    says: [
      'strategies/pause.md:51: the section "Vintage years" is unknown; use one of Bet, Mechanism, What binds next, Falsification signal, Self-undermining threshold, Historical analogue, Vintages, Commitments.',
    ],
  },
  {
    name: 'an empty section',
    spoil: (vault) => vault.edit('scenarios/decisive-advantage.md', /(## Description\n)[\s\S]*$/, '$1'),
    says: ['scenarios/decisive-advantage.md:9: the section "Description" is empty; write it or remove its heading.'],
  },
  {
    name: 'a missing section',
    spoil: (vault) => vault.edit('scenarios/decisive-advantage.md', '## Description', '## Note'),
    says: ['scenarios/decisive-advantage.md:1: the section "## Description" is missing; add it.'],
  },
  {
    name: 'a commitment in another form',
    spoil: (vault) => vault.edit(pause, ' Fails if years go by', ' It fails when years go by'),
    says: ['strategies/pause.md:58: this commitment is not "- topic: claim Fails if condition."; write it so.'],
  },
  {
    name: 'a threshold in another form',
    spoil: (vault) => vault.edit(pause, '**Threshold:** ', ''),
    says: [
      'strategies/pause.md:37: the section "Self-undermining threshold" does not begin with "**Threshold:** text"; write it so.',
    ],
  },
  {
    name: 'an address that must not become a link',
    spoil: (vault) => vault.edit('people/andrew-ng.md', 'url: "https://www.youtube', 'url: "javascript://www.youtube'),
    says: [
      'people/andrew-ng.md:35: url is "javascript://www.youtube.com/watch?v=1gBFZ12MfEg", which is not a web address; write one that begins with https://.',
    ],
  },
  {
    name: 'a position without a source',
    spoil: (vault) => vault.edit('people/ada-rose-cannon.md', /sources:\n[\s\S]*?medium: blog\n/, 'sources: []\n'),
    says: ['people/ada-rose-cannon.md:18: sources is empty; every position needs a source.'],
  },
  {
    name: 'a position without its sentence',
    spoil: (vault) => vault.edit('people/ada-rose-cannon.md', '- open-source-maximalism: ', '- pause: '),
    says: [
      'people/ada-rose-cannon.md:27: this sentence should be on "open-source-maximalism", the next of the positions; begin it with "- open-source-maximalism: ".',
    ],
  },
  {
    name: 'a missing file of the vocabulary',
    spoil: (vault) => vault.remove('portfolios.yml'),
    says: ['portfolios.yml:1: the file is missing; add it to the vault.'],
  },
  {
    name: 'a missing folder',
    spoil: (vault) => vault.remove('sources'),
    says: ['sources:1: the folder is missing; add it to the vault, empty if need be.'],
  },
  {
    name: 'text before a name in capitals',
    spoil: (vault) => vault.edit(pause, 'tags: [moratorium,', 'tags: [Moratorium now,'),
    says: [
      'strategies/pause.md:17: tags lists "Moratorium now", which is not an identifier; use lower-case words joined by hyphens.',
    ],
  },
]

describe('a vault with a mistake', () => {
  it.each(cases)('$name is named with file and line, and nothing is brought in', async ({ spoil, says }) => {
    const deps = testDeps()
    const vault = vaultCopy()
    spoil(vault)
    const report = await importVault(deps, { folder: vault.folder, dryRun: false })
    expect(report.problems).toEqual(says)
    expect(report.applied).toBe(false)
    for (const table of [entries, events, vocabulary]) expect(await deps.store.read.$count(table)).toBe(0)
  })

  it('names a folder that is not there', async () => {
    const report = await importVault(testDeps(), { folder: 'no/such/vault', dryRun: true })
    expect(report.problems).toEqual(['no/such/vault:1: there is no such folder; name the folder of a vault.'])
  })

  it('warns of a file that was lost in copying', async () => {
    const vault = vaultCopy()
    vault.remove('people/ada-rose-cannon.md')
    const report = await importVault(testDeps(), { folder: vault.folder, dryRun: true })
    expect(report.problems).toEqual([])
    expect(report.warnings).toEqual([
      'README.md:14: says 36 for "people/<id>.md" where there are 35; correct the table or look for what is missing.',
    ])
  })
})
