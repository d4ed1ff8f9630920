import { roleWords } from '#app/features/account/role-words.ts'
import type { AdminPeople } from '#server/views/admin-people.ts'

/** Narrows the list of accounts. */
export function AccountFilter({
  people: { q, role, suspendedOnly },
}: {
  people: Pick<AdminPeople, 'q' | 'role' | 'suspendedOnly'>
}) {
  return (
    <form method="get" action="/admin/people" className="form-row filter-row" aria-label="Search and filter accounts">
      <div className="field">
        <label htmlFor="accounts-q">Name or e-mail contains</label>
        <input type="search" id="accounts-q" name="q" defaultValue={q} maxLength={254} />
      </div>
      <div className="field">
        <label htmlFor="accounts-role">Role</label>
        <select id="accounts-role" name="role" defaultValue={role}>
          <option value="">Any</option>
          {Object.entries(roleWords).map(([id, words]) => (
            <option key={id} value={id}>
              {words?.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="accounts-state">State</label>
        <select id="accounts-state" name="state" defaultValue={suspendedOnly ? 'suspended' : ''}>
          <option value="">Any</option>
          <option value="suspended">Suspended</option>
        </select>
      </div>
      <button type="submit" className="button button-primary">
        Show accounts
      </button>
    </form>
  )
}
