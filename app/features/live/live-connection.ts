const settleMs = 300
const comeBackMs = 30_000

export interface Listening {
  except?: readonly string[]
  whenOut?: boolean
}

/**
 * Listens to topics until told to stop and calls `changed` once for a burst of events. The browser comes back by
 * itself after a broken connection; after a refusal we ask again now and then. A page nobody looks at gives its
 * connection back, for a browser has few of them per site, and catches up when it is looked at again.
 *
 * @param except event types that change nothing on this page.
 * @param whenOut whether to look again when the reader hears of it no more. A page in which somebody may be writing does
 * not: it keeps what was typed, and the next act is refused.
 * @returns a function that stops listening.
 */
export function listenTo(
  topics: readonly string[],
  changed: () => void,
  { except = [], whenOut = false }: Listening = {},
): () => void {
  const address = `/live?${new URLSearchParams(topics.map((topic) => ['topic', topic]))}`
  let source: EventSource | null = null
  let missed = false
  let settling: ReturnType<typeof setTimeout> | undefined
  let comingBack: ReturnType<typeof setTimeout> | undefined

  function settle() {
    clearTimeout(settling)
    settling = setTimeout(changed, settleMs)
  }
  function open() {
    clearTimeout(comingBack)
    const opened = new EventSource(address)
    source = opened
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      const { type }: { type: string } = JSON.parse(data)
      if (type === 'gone' ? whenOut : !except.includes(type)) settle()
    }
    opened.onopen = () => {
      if (missed) settle()
      missed = false
    }
    opened.onerror = () => {
      missed = true
      if (opened.readyState === EventSource.CLOSED && source === opened) comingBack = setTimeout(open, comeBackMs)
    }
  }
  function close() {
    clearTimeout(comingBack)
    source?.close()
    source = null
  }
  function seen() {
    if (document.visibilityState === 'hidden') {
      close()
      missed = true
    } else if (!source) open()
  }

  document.addEventListener('visibilitychange', seen)
  if (document.visibilityState === 'hidden') missed = true
  else open()
  return () => {
    document.removeEventListener('visibilitychange', seen)
    clearTimeout(settling)
    close()
  }
}
