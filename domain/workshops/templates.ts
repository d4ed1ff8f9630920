import type { PlannedPhase } from './agenda.ts'
import type { PhaseKind, Writers } from './words.ts'
import { phaseNames } from './words.ts'

interface PhaseText {
  writers: Writers
  instruction: string
}

/** What each kind of phase asks of people unless the facilitator says otherwise. */
const usual: Record<PhaseKind, PhaseText> = {
  gather: { writers: 'nobody', instruction: 'Welcome. Say hello to your neighbours; we begin in a moment.' },
  read: { writers: 'nobody', instruction: 'Read the text in silence. Note what is unclear.' },
  statements: {
    writers: 'nobody',
    instruction: 'In silence: write what would show that this strategy is wrong. Nobody sees it yet.',
  },
  argue: { writers: 'nobody', instruction: 'Read the wordings, react, and give a reason for or against one.' },
  agree: { writers: 'facilitators', instruction: 'Find one wording that most of us can live with.' },
  'co-write': { writers: 'everyone', instruction: 'Write it together. On a phone, propose; on a laptop, write.' },
  'last-call': { writers: 'facilitators', instruction: 'Last call: say now what must change before we vote.' },
  ballot: { writers: 'nobody', instruction: 'Vote on the text as it stands. Results show when the ballot closes.' },
  reveal: { writers: 'nobody', instruction: 'The result, and the reasons on each side.' },
  'wrap-up': { writers: 'nobody', instruction: 'What stays open, who goes on with it, and thanks.' },
}

/** A phase of this kind as it stands in a new agenda. */
export function usualPhase(kind: PhaseKind, minutes: number): PlannedPhase {
  const { writers, instruction } = usual[kind]
  return { kind, title: phaseNames[kind], minutes, writers, locksAtEnd: kind === 'co-write', instruction, material: '' }
}

const agenda = (...lines: [PhaseKind, number][]) => lines.map(([kind, minutes]) => usualPhase(kind, minutes))

/** Agendas to begin with ([A3]). */
export const templates = [
  {
    id: '30',
    name: '30 minutes: one signal, one vote',
    phases: agenda(
      ['gather', 2],
      ['read', 3],
      ['statements', 5],
      ['argue', 8],
      ['agree', 5],
      ['ballot', 3],
      ['reveal', 2],
      ['wrap-up', 2],
    ),
  },
  {
    id: '60',
    name: '60 minutes: from an empty signal to a text voted on',
    phases: agenda(
      ['gather', 4],
      ['read', 6],
      ['statements', 7],
      ['argue', 12],
      ['agree', 8],
      ['co-write', 8],
      ['last-call', 4],
      ['ballot', 4],
      ['reveal', 3],
      ['wrap-up', 4],
    ),
  },
  {
    id: '90',
    name: '90 minutes: two rounds of argument and more time to write',
    phases: agenda(
      ['gather', 5],
      ['read', 10],
      ['statements', 10],
      ['argue', 15],
      ['agree', 10],
      ['co-write', 12],
      ['argue', 8],
      ['last-call', 5],
      ['ballot', 5],
      ['reveal', 5],
      ['wrap-up', 5],
    ),
  },
] as const satisfies { id: string; name: string; phases: PlannedPhase[] }[]
