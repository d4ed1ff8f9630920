import type { RecordPage } from '#server/views/record-page.ts'

const faults: Record<string, string> = {
  gap: 'An event is missing before it.',
  'previous-differs': 'It does not follow from the event before it.',
  'hash-differs': 'It was changed after it was written.',
  'leaf-differs': 'What is kept beside it was changed after it was written.',
}

/** How far the chain of hashes was checked, in words. */
export function ChainState({ chain: { through, of, fault } }: { chain: RecordPage['chain'] }) {
  if (fault) {
    return (
      <p className="notice notice-bad" role="alert">
        <strong>The chain does not hold at event {fault.seq}.</strong> {faults[fault.fault]} Events before it are
        verified through {through}.
      </p>
    )
  }
  if (of === 0) return null
  return (
    <p>
      <span className={through === of ? 'state state-ok' : 'state state-info'}>
        {through === of ? '✓' : '…'} Verified through event {through}
        {through === of ? '' : ` of ${of}`}
      </span>
    </p>
  )
}
