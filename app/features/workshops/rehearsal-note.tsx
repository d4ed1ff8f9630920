/** On every page of a rehearsal, so that nobody takes it for the workshop. */
export function RehearsalNote({ ended = false }: { ended?: boolean }) {
  return (
    <p className="notice notice-warn rehearsal-note">
      <strong>Rehearsal.</strong>{' '}
      {ended
        ? 'It is over. The guests were simulated, and the copies of the drafts are thrown away.'
        : 'The guests are simulated, and the drafts are copies: all of it is thrown away when the rehearsal ends.'}
    </p>
  )
}
