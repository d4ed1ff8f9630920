import type { MetaFunction } from '@remix-run/node'
import { HelpFrame } from '#app/features/help/help-frame.tsx'
import { keyGroups } from '#domain/help/keys.ts'

export const meta: MetaFunction = () => [{ title: 'Keyboard · Folkmoot' }]

export default function Keyboard() {
  return (
    <HelpFrame here="/help/keyboard" title="Keyboard">
      <p className="why">
        Everything works by keyboard alone. Where single letters act, they can be switched off under{' '}
        <a href="/account/reading">Account, Reading</a>, or in the search box that <kbd>Ctrl K</kbd> opens.
      </p>
      {keyGroups.map(({ where, keys, single }) => (
        <table key={where} className="key-table">
          <caption>
            {where} {single ? <span className="muted">(single keys can be switched off)</span> : null}
          </caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Keys</th>
              <th scope="col">What they do</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ keys: names, does }) => (
              <tr key={does}>
                <th scope="row">
                  {names.map((name, i) => (
                    <span key={name}>
                      {i > 0 ? ' or ' : ''}
                      <kbd>{name}</kbd>
                    </span>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </HelpFrame>
  )
}
