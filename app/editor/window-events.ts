export interface WindowHandlers {
  hide(): void
  show(): void
  /** True while leaving should be asked about. */
  guard(): boolean
  offline(): void
  online(): void
  /** Another page of this browser wrote to its storage. */
  stored(key: string): void
}

/** @returns a function that stops listening. */
export function listenToWindow({ hide, show, guard, offline, online, stored }: WindowHandlers): () => void {
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (guard()) event.preventDefault()
  }
  const storage = ({ key }: StorageEvent) => {
    if (key !== null) stored(key)
  }
  const handlers = [
    ['beforeunload', beforeUnload],
    ['pagehide', hide],
    ['pageshow', show],
    ['offline', offline],
    ['online', online],
    ['storage', storage],
  ] as const
  for (const [type, handler] of handlers) window.addEventListener(type, handler as EventListener)
  return () => {
    for (const [type, handler] of handlers) window.removeEventListener(type, handler as EventListener)
  }
}
