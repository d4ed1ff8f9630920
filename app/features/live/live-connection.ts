const settleMs = 300
/** In a burst that does not end the page still asks this often. Milliseconds. */
const mostSettleMs = 1_500
/** The server says something every twenty seconds; after this long without a word the connection is dead. */
const silentMs = 45_000
/** The network is back for all at once, so not all of them come in the same moment. */
const spreadMs = 500
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
  let silent: ReturnType<typeof setTimeout> | undefined
  let settlesUntil: number | null = null

  function settle() {
    clearTimeout(settling)
    settlesUntil ??= performance.now() + mostSettleMs
    const wait = Math.max(0, Math.min(settleMs, settlesUntil - performance.now()))
    settling = setTimeout(() => {
      settlesUntil = null
      changed()
    }, wait)
  }
  function heard() {
    clearTimeout(silent)
    silent = setTimeout(again, silentMs)
  }
  /** A new connection in the place of one that may be dead without anybody having said so. */
  function again() {
    if (!source) return
    close()
    missed = true
    open()
  }
  function online() {
    clearTimeout(comingBack)
    if (source) comingBack = setTimeout(again, spreadMs * Math.random())
  }
  function open() {
    clearTimeout(comingBack)
    const opened = new EventSource(address)
    source = opened
    heard()
    opened.addEventListener('here', heard)
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      heard()
      const { type }: { type: string } = JSON.parse(data)
      if (type === 'gone' ? whenOut : !except.includes(type)) settle()
    }
    opened.onopen = () => {
      heard()
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
    clearTimeout(silent)
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
  window.addEventListener('online', online)
  if (document.visibilityState === 'hidden') missed = true
  else open()
  return () => {
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('online', online)
    clearTimeout(settling)
    close()
  }
}
