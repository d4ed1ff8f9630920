import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { readingChoices } from '#domain/access/reading-choices.ts'

interface ReadingFormProps {
  theme: string
  textSize: string
  motion: string
  shortcuts: boolean
  timeZone: string | null
  zones: readonly string[]
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

type Words<F extends keyof typeof readingChoices> = Record<(typeof readingChoices)[F][number], string>

const themeWords: Words<'theme'> = { auto: 'As my device says', light: 'Light', dark: 'Dark' }
const sizeWords: Words<'textSize'> = { normal: 'Normal', large: 'Large', larger: 'Larger' }
const motionWords: Words<'motion'> = { auto: 'As my device says', less: 'As little as possible' }

/** How pages look and behave for whoever is signed in. */
export function ReadingForm({ typed, refusal, zones, ...now }: ReadingFormProps) {
  const select = (name: string, label: string, words: Record<string, string>, chosen: string) => (
    <Field name={name} label={label} refusal={refusal}>
      {(control) => (
        <select {...control} defaultValue={typed[name] ?? chosen}>
          {Object.entries(words).map(([id, word]) => (
            <option key={id} value={id}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const zone = typed.timeZone ?? now.timeZone ?? ''
  return (
    <form method="post" action="/account/reading" className="entry-form">
      {select('theme', 'Theme', themeWords, now.theme)}
      {select('textSize', 'Text size', sizeWords, now.textSize)}
      {select('motion', 'Motion', motionWords, now.motion)}
      <Field
        name="shortcuts"
        label="Single keys"
        hint="Such as j and k in the inbox, / for search, 1 to 4 on a ballot. Ctrl K and F6 work in any case."
        refusal={refusal}
      >
        {(control) => (
          <select {...control} defaultValue={typed.shortcuts ?? (now.shortcuts ? 'on' : 'off')}>
            <option value="on">Act</option>
            <option value="off">Do nothing</option>
          </select>
        )}
      </Field>
      <Field
        name="timeZone"
        label="Time zone"
        hint="Every time on a page names its zone. Mails with news come at your hour in this zone."
        refusal={refusal}
      >
        {(control) => (
          <select {...control} defaultValue={zone}>
            <option value="">As my device says</option>
            {zone !== '' && !zones.includes(zone) ? <option value={zone}>{zone} (unknown)</option> : null}
            {zones.map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="why">Language: English. There is no other yet; dates and numbers follow it.</p>
      <button className="button button-primary" type="submit">
        Keep these choices
      </button>
    </form>
  )
}
