import type { Histogram } from '../collab/metrics.ts'
import type { CollabService, CollabStatus } from '../collab/service.ts'

const gauges: Record<keyof CollabStatus, string> = {
  rooms: 'Documents that are open in memory.',
  sockets: 'Open collaboration sockets.',
  dirtyRooms: 'Documents with changes not yet on disk.',
  queuedBytes: 'Bytes waiting to be written to disk.',
  queueDepth: 'Changes waiting to be written to disk.',
  bufferedMost: 'Bytes that the slowest reader has not taken yet.',
  degraded: '1 while writing to disk fails.',
}

const histograms = {
  commit: ['commit_milliseconds', 'One transaction of the document log.'],
  editToAck: ['edit_to_ack_milliseconds', 'From the admission of a change to its commit and acknowledgement.'],
  load: ['load_milliseconds', 'Loading a document.'],
  compaction: ['compaction_milliseconds', 'Compacting a document, waiting for the worker included.'],
  updateBytes: ['update_bytes', 'Size of an admitted change.'],
} as const

/** The collaboration server's numbers in the text format of Prometheus. */
export function collabMetricsText({ metrics, status }: Pick<CollabService, 'metrics' | 'status'>): string {
  const lines: string[] = []
  const now = status()
  for (const [name, help] of Object.entries(gauges) as [keyof CollabStatus, string][]) {
    head(lines, snake(name), 'gauge', help)
    lines.push(`${full(snake(name))} ${Number(now[name])}`)
  }
  for (const [name, value] of Object.entries(metrics.counts)) {
    const metric = `${snake(name)}_total`
    head(lines, metric, 'counter', `Since the server started: ${snake(name).replaceAll('_', ' ')}.`)
    lines.push(`${full(metric)} ${value}`)
  }
  labelled(lines, 'closes_total', 'Sockets closed, by code.', 'code', metrics.closes)
  labelled(lines, 'rejects_total', 'Updates refused, by reason.', 'reason', metrics.rejects)
  for (const [name, [metric, help]] of Object.entries(histograms)) {
    head(lines, metric, 'histogram', help)
    buckets(lines, full(metric), metrics[name as keyof typeof histograms])
  }
  return `${lines.join('\n')}\n`
}

function labelled(lines: string[], name: string, help: string, label: string, values: ReadonlyMap<unknown, number>) {
  head(lines, name, 'counter', help)
  for (const [key, value] of values) lines.push(`${full(name)}{${label}="${String(key)}"} ${value}`)
}

function buckets(lines: string[], name: string, { bounds, buckets: counts, count, sum }: Histogram): void {
  let below = 0
  for (const [i, bound] of bounds.entries()) {
    below += counts[i] ?? 0
    lines.push(`${name}_bucket{le="${bound}"} ${below}`)
  }
  lines.push(`${name}_bucket{le="+Inf"} ${count}`, `${name}_sum ${sum}`, `${name}_count ${count}`)
}

function head(lines: string[], name: string, type: string, help: string): void {
  lines.push(`# HELP ${full(name)} ${help}`, `# TYPE ${full(name)} ${type}`)
}

const full = (name: string) => `folkmoot_collab_${name}`

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
