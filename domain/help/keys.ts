export interface KeyGroup {
  where: string
  keys: readonly { keys: readonly string[]; does: string }[]
  /** Whether single letters act there, which can be switched off. */
  single: boolean
}

/** Every key that does something of ours, by the place where it does. The sheet on `/help/keyboard` lists nothing else. */
export const keyGroups: readonly KeyGroup[] = [
  {
    where: 'Everywhere',
    single: true,
    keys: [
      {
        keys: ['Tab', 'Shift Tab'],
        does: 'To the next control, and back. The first stop of each page skips to its content.',
      },
      { keys: ['Ctrl K'], does: 'Search from any page; arrows choose, Enter opens, Escape closes.' },
      { keys: ['/'], does: 'The same, where you are not typing.' },
      { keys: ['?'], does: 'This sheet, where you are not typing.' },
    ],
  },
  {
    where: 'In the inbox, on a row',
    single: true,
    keys: [
      { keys: ['j', 'k'], does: 'The next thing, and the one before.' },
      { keys: ['Enter'], does: 'Open it.' },
      { keys: ['x'], does: 'Choose it, to act on several at once.' },
      { keys: ['e'], does: 'Done: put it away.' },
      { keys: ['s'], does: 'Snooze it until tomorrow.' },
      { keys: ['m'], does: 'Mute it.' },
      { keys: ['u'], does: 'Take back the last act.' },
    ],
  },
  {
    where: 'In the matrix',
    single: false,
    keys: [
      { keys: ['Arrows'], does: 'From cell to cell.' },
      { keys: ['Home', 'End'], does: 'To the first and the last cell of the row; with Ctrl of the whole matrix.' },
      { keys: ['Enter'], does: 'Open the pair under the cell.' },
    ],
  },
  {
    where: 'In a draft',
    single: false,
    keys: [
      { keys: ['F6', 'Shift F6'], does: 'To the next part of the page, and back.' },
      { keys: ['Ctrl B', 'Ctrl I'], does: 'Bold, and italic.' },
      { keys: ['Ctrl Z', 'Ctrl Shift Z'], does: 'Undo your own last change, and redo it. What others wrote stays.' },
    ],
  },
  {
    where: 'On the projector of a workshop',
    single: true,
    keys: [{ keys: ['f'], does: 'The whole screen.' }],
  },
]
