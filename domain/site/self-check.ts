import { day } from '../text/day.ts'

export type CheckState = 'well' | 'look' | 'bad'

export interface CheckLine {
  id: string
  what: string
  state: CheckState
  /** What was found. */
  says: string
  /** What to do; absent where all is well. */
  todo?: string
}

/** What the site depends on, as it was found. */
export interface SiteFacts {
  now: number
  database: { writable: boolean; bytes: number; logBytes: number }
  disk: { freeBytes: number } | null
  collab: { degraded: boolean; queuedBytes: number }
  /** Events of the record after the last signed head of the chain; null before the first is signed. */
  unsignedEvents: number | null
  recount: { at: number; differing: number } | null
  jobs: { overdueSince: number | null; failing: number }
  mail: { server: boolean; waitingSince: number | null; failed: number }
  lastBackup: { at: number; ok: boolean } | null
  lastDrill: { at: number; ok: boolean } | null
  publicUrl: string | null
  demo: boolean
  admins: { all: number; withoutSecondFactor: number }
  node: string
}

const mb = 1024 * 1024
/** Bytes of changes that wait for the disk; above this the server cannot keep up, and load balancers look elsewhere. */
export const queueCapBytes = 32 * mb
const minute = 60_000

/** Everything that the site depends on, each line well or with what to do ([Y43]). */
export function selfCheck(facts: SiteFacts): CheckLine[] {
  return [
    database(facts),
    disk(facts),
    documents(facts),
    record(facts),
    recount(facts),
    jobs(facts),
    mail(facts),
    backup(facts),
    drill(facts),
    address(facts),
    admins(facts),
    demo(facts),
    node(facts),
  ]
}

/** As bad as its worst line ([Y43]). */
export function worstOf(lines: readonly CheckLine[]): CheckState {
  if (lines.some(({ state }) => state === 'bad')) return 'bad'
  return lines.some(({ state }) => state === 'look') ? 'look' : 'well'
}

function database({ database: { writable, bytes, logBytes } }: SiteFacts): CheckLine {
  const line = { id: 'database', what: 'Database' }
  const says = `${megabytes(bytes)}, and ${megabytes(logBytes)} not yet folded in`
  if (!writable) {
    return {
      ...line,
      state: 'bad',
      says: 'It cannot be written',
      todo: 'Look at free space and the rights of DATA_DIR.',
    }
  }
  if (logBytes > 512 * mb) {
    return {
      ...line,
      state: 'look',
      says,
      todo: 'Somebody holds an old reading of it open: end long programs on it, or restart.',
    }
  }
  return { ...line, state: 'well', says }
}

function disk({ disk: found, database: { bytes } }: SiteFacts): CheckLine {
  const line = { id: 'disk', what: 'Disk' }
  if (!found) return { ...line, state: 'look', says: 'Free space is not known here', todo: 'Watch it from outside.' }
  const says = `${megabytes(found.freeBytes)} free`
  if (found.freeBytes < 200 * mb) {
    return { ...line, state: 'bad', says, todo: 'Make room now: without it nothing more can be saved.' }
  }
  // A backup and a restore each need the database once more.
  if (found.freeBytes < 2 * bytes + 500 * mb) {
    return { ...line, state: 'look', says, todo: 'Make room: a backup beside the database does not fit any more.' }
  }
  return { ...line, state: 'well', says }
}

function documents({ collab: { degraded, queuedBytes } }: SiteFacts): CheckLine {
  const line = { id: 'documents', what: 'Open documents' }
  if (degraded) {
    const todo = 'Changes are kept in memory and tried again. Look at free space and the log of the server.'
    return { ...line, state: 'bad', says: 'Writing to disk fails', todo }
  }
  if (queuedBytes > queueCapBytes) {
    return {
      ...line,
      state: 'look',
      says: `${megabytes(queuedBytes)} wait for the disk`,
      todo: 'The disk is too slow for now.',
    }
  }
  return { ...line, state: 'well', says: 'What is typed is on disk' }
}

function record({ unsignedEvents }: SiteFacts): CheckLine {
  const line = { id: 'record', what: 'Record' }
  if (unsignedEvents === null || unsignedEvents > 10_000) {
    const says =
      unsignedEvents === null ? 'Its chain was never signed' : `${unsignedEvents} events after its last signature`
    return { ...line, state: 'look', says, todo: 'It is signed by a job: see Jobs.' }
  }
  return { ...line, state: 'well', says: 'Its chain is signed' }
}

function recount({ recount: last }: SiteFacts): CheckLine {
  const line = { id: 'recount', what: 'Closed ballots, counted again' }
  if (!last) return { ...line, state: 'look', says: 'They were never counted again', todo: 'A job does it: see Jobs.' }
  if (last.differing > 0) {
    const todo = 'Nothing is published meanwhile. Run npm run cli -- check, and restore a backup from before.'
    return { ...line, state: 'bad', says: `${last.differing} come out otherwise`, todo }
  }
  return { ...line, state: 'well', says: 'All come out the same' }
}

function jobs({ now, jobs: { overdueSince, failing } }: SiteFacts): CheckLine {
  const line = { id: 'jobs', what: 'Jobs' }
  if (overdueSince !== null && now - overdueSince > 5 * minute) {
    return {
      ...line,
      state: 'bad',
      says: 'What is due does not run',
      todo: 'See Jobs, and the log of the server; restart it.',
    }
  }
  if (failing > 0) {
    return {
      ...line,
      state: 'look',
      says: `${failing} failed and ${failing === 1 ? 'is' : 'are'} tried again`,
      todo: 'See Jobs for why.',
    }
  }
  return { ...line, state: 'well', says: 'Nothing is overdue' }
}

function mail({ now, mail: { server, waitingSince, failed } }: SiteFacts): CheckLine {
  const line = { id: 'mail', what: 'Mail' }
  if (!server) {
    const todo = 'Set SMTP_URL, or nobody but you reads them: neither a new password nor a digest arrives.'
    return { ...line, state: 'look', says: 'Mails are written into DATA_DIR/outbox', todo }
  }
  if (waitingSince !== null && now - waitingSince > 60 * minute) {
    return {
      ...line,
      state: 'bad',
      says: 'Mails wait for more than an hour',
      todo: 'Send a test below, and look at SMTP_URL.',
    }
  }
  if (failed > 0) {
    return {
      ...line,
      state: 'look',
      says: `${failed} mails of the last week could not be sent`,
      todo: 'See Jobs for why.',
    }
  }
  return { ...line, state: 'well', says: 'Mails go out' }
}

function backup({ now, lastBackup }: SiteFacts): CheckLine {
  const line = { id: 'backup', what: 'Backup' }
  const todo = 'Run npm run cli -- backup FILE every day, and keep the file elsewhere.'
  if (!lastBackup) return { ...line, state: 'bad', says: 'There was none', todo }
  if (now - lastBackup.at > 2 * day)
    return { ...line, state: 'look', says: `The last is ${daysAgo(now, lastBackup.at)} old`, todo }
  return { ...line, state: 'well', says: 'The last is less than two days old' }
}

function drill({ now, lastDrill }: SiteFacts): CheckLine {
  const line = { id: 'drill', what: 'Restore drill' }
  const todo =
    'Run npm run cli -- drill FILE with the last backup: it is restored beside everything, checked and thrown away.'
  if (!lastDrill) return { ...line, state: 'look', says: 'No backup was ever restored to try it', todo }
  if (!lastDrill.ok)
    return {
      ...line,
      state: 'bad',
      says: 'The last backup could not be restored',
      todo: 'Make a new backup and try that one.',
    }
  if (now - lastDrill.at > 35 * day)
    return { ...line, state: 'look', says: `The last is ${daysAgo(now, lastDrill.at)} old`, todo }
  return { ...line, state: 'well', says: 'A backup was restored within five weeks' }
}

function address({ publicUrl, demo: isDemo }: SiteFacts): CheckLine {
  const line = { id: 'address', what: 'Address' }
  if (publicUrl === null) {
    const todo = isDemo
      ? 'Nothing, as long as this is a demo on your own machine.'
      : 'Set PUBLIC_URL: links in mails follow it.'
    return { ...line, state: isDemo ? 'well' : 'look', says: 'PUBLIC_URL is not set', ...(isDemo ? {} : { todo }) }
  }
  if (!publicUrl.startsWith('https:')) {
    return { ...line, state: 'look', says: publicUrl, todo: 'Serve it over https: passwords travel in the open.' }
  }
  return { ...line, state: 'well', says: publicUrl }
}

function admins({ admins: { all, withoutSecondFactor } }: SiteFacts): CheckLine {
  const line = { id: 'admins', what: 'Administrators' }
  if (all === 0)
    return { ...line, state: 'bad', says: 'There is none', todo: 'Run npm run cli -- user EMAIL --role admin.' }
  if (withoutSecondFactor > 0) {
    const says = `${withoutSecondFactor} of ${all} sign in with a password alone`
    return { ...line, state: 'look', says, todo: 'Ask them for a passkey or a second factor.' }
  }
  if (all === 1)
    return { ...line, state: 'look', says: 'There is one', todo: 'Appoint another: one person can lose a key.' }
  return { ...line, state: 'well', says: `${all}, each with a passkey or a second factor` }
}

function demo({ demo: isDemo }: SiteFacts): CheckLine {
  const line = { id: 'demo', what: 'Demo accounts' }
  if (!isDemo) return { ...line, state: 'well', says: 'Switched off' }
  return {
    ...line,
    state: 'look',
    says: 'Anybody may sign in as anyone of them',
    todo: 'Start with DEMO=0 before others use the site.',
  }
}

function node({ node: version }: SiteFacts): CheckLine {
  const major = Number(/^v?(\d+)/.exec(version)?.[1])
  const line = { id: 'node', what: 'Node', says: version }
  if (major === 22) return { ...line, state: 'well' }
  if (major === 20) return { ...line, state: 'look', todo: 'Node 20 gets no more repairs: take Node 22.' }
  return { ...line, state: 'look', todo: 'This version was not tried. Take Node 22.' }
}

function megabytes(bytes: number): string {
  return `${(bytes / mb).toLocaleString('en-GB', { maximumFractionDigits: bytes < 10 * mb ? 1 : 0 })} MB`
}

function daysAgo(now: number, at: number): string {
  const days = Math.floor((now - at) / day)
  return days === 1 ? 'a day' : `${days} days`
}
