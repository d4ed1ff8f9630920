import type { Provider } from '@lexical/yjs'
import type { WebsocketProvider } from 'y-websocket'
import type { RelativePosition } from 'yjs'
import { createRelativePositionFromJSON } from 'yjs'

type State = Record<string, unknown>

const nowhere = { anchorPos: null, focusPos: null, focusing: false }

/** A moving caret is told at most this often, in milliseconds; entering or leaving a section at once. */
const caretPause = 200
/** More carets than these in one section would hide the text; the others are still listed by name. */
const mostCarets = 12

/**
 * What one section's editor sees of the page's provider. All editors share one socket and one presence state, so an
 * editor may neither connect, nor disconnect, nor overwrite what the others and the page have put there; and it sees
 * only the carets that are in its own section.
 */
export function sectionProvider(
  { awareness }: WebsocketProvider,
  section: string,
  caret: { name: string; color: string },
): Provider {
  const view = (state: State) => ({
    awarenessData: {},
    ...state,
    anchorPos: positionOf(state.anchorPos),
    focusPos: positionOf(state.focusPos),
    focusing: state.focusing === true,
    ...caretOf(state, caret),
  })
  let waiting: State | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function publish(position: State): void {
    clearTimeout(timer)
    timer = undefined
    waiting = null
    const state = awareness.getLocalState()
    if (state) awareness.setLocalState({ ...state, ...position })
  }

  const facade = {
    awareness: {
      getLocalState() {
        const state = awareness.getLocalState()
        if (!state) return null
        return view(state.section === section ? { ...state, ...waiting } : { ...state, ...nowhere })
      },
      getStates() {
        const here = [...awareness.getStates()].filter(([, state]) => state.section === section)
        return new Map(here.slice(0, mostCarets).map(([client, state]) => [client, view(state)]))
      },
      setLocalState(next: State | null) {
        const state = awareness.getLocalState()
        if (next === null || state === null) return
        // An editor without focus must not take the caret from the one that has it.
        if (next.focusing !== true && state.section !== section) return
        const position = { section, anchorPos: next.anchorPos, focusPos: next.focusPos, focusing: next.focusing }
        if (state.section !== section || state.focusing !== next.focusing) return publish(position)
        waiting = position
        timer ??= setTimeout(() => publish(waiting ?? position), caretPause)
      },
      setLocalStateField: (field: string, value: unknown) => awareness.setLocalStateField(field, value),
      on: (type: 'update', listener: () => void) => awareness.on(type, listener),
      off: (type: 'update', listener: () => void) => awareness.off(type, listener),
    },
    connect() {},
    disconnect() {},
    on() {},
    off() {},
  }
  // Lexical names fields of presence that `view` fills in; the compiler cannot follow them through a Map.
  return facade as unknown as Provider
}

/** A caret's place; what came over the wire has no nulls, which the library would trip over. */
function positionOf(value: unknown): RelativePosition | null {
  return typeof value === 'object' && value !== null ? createRelativePositionFromJSON(value) : null
}

/** The name on a caret is the identity the server vouches for, not what the page says about itself. */
function caretOf(state: State, fallback: { name: string; color: string }): { name: string; color: string } {
  const user = state.user
  if (typeof user !== 'object' || user === null) return fallback
  const { name, colour } = user as State
  return {
    name: typeof name === 'string' ? name : fallback.name,
    color: typeof colour === 'string' && colour !== '' ? colour : fallback.color,
  }
}
