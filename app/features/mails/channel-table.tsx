import { channels, channelWords } from '#domain/notifications/channels.ts'
import type { MailSettings } from '#server/views/mail-settings.ts'

/** The matrix: a group in each row, a way in each column. A way that is not offered is a dash. */
export function ChannelTable({
  groups,
  typed,
}: {
  groups: MailSettings['groups']
  typed: Partial<Record<string, string>>
}) {
  return (
    <table className="table mails-table" aria-labelledby="channels">
      <thead>
        <tr>
          <th scope="col">News</th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className="mails-way">
              {channelWords[channel].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id, name, means, chosen, offered }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className="field-hint">{means}</span>
            </th>
            {channels.map((channel) => (
              <td key={channel} className="mails-way">
                {offered.includes(channel) ? (
                  <label className="mails-choice">
                    <input type="radio" name={id} value={channel} defaultChecked={(typed[id] ?? chosen) === channel} />
                    <span className="visually-hidden">
                      {name}: {channelWords[channel].name}, {channelWords[channel].means}
                    </span>
                  </label>
                ) : (
                  <span className="muted" aria-hidden="true">
                    –
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
