import { readFileSync, writeFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const tick = 0.01

/** Seconds of processor time that a process has used, all threads together. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tick
}

function status(pid: number, key: string): number {
  const line = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}

/** Resident memory, in MB. */
export const rss = (pid: number): number => status(pid, 'VmRSS')

/** The most resident memory since `resetPeak`, in MB. */
export const peakRss = (pid: number): number => status(pid, 'VmHWM')

export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** Seconds that all processors together were busy. */
function busySeconds(): number {
  const [user, nice, system, , , irq, soft, steal] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return [user, nice, system, irq, soft, steal].reduce<number>((sum, part) => sum + (part ?? 0), 0) * tick
}

/** What a stretch of time cost. Shares are percent of one processor. */
export interface Cost {
  seconds: number
  serverSeconds: number
  serverShare: number
  loadShare: number
  /** Work of anybody else on this machine: the noise. */
  otherShare: number
}

/** Starts a stretch; the answer ends it. */
export function measureCost(pid: number): () => Cost {
  const start = performance.now()
  const before = { server: cpuSeconds(pid), load: process.cpuUsage(), busy: busySeconds() }
  return () => {
    const seconds = (performance.now() - start) / 1000
    const serverSeconds = cpuSeconds(pid) - before.server
    const used = process.cpuUsage(before.load)
    const load = (used.user + used.system) / 1e6
    const other = Math.max(0, busySeconds() - before.busy - serverSeconds - load)
    const share = (part: number) => Math.round((100 * part) / seconds)
    return {
      seconds,
      serverSeconds,
      serverShare: share(serverSeconds),
      loadShare: share(load),
      otherShare: share(other),
    }
  }
}
