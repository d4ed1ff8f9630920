import { day } from '../text/day.ts'

/** How everybody is called who deleted their account ([A18]). */
export const formerName = 'Former contributor'

/** How guests are called once they are forgotten ([A19]). */
export const formerGuestName = 'Guest'

/** How long after a workshop its guests are forgotten, in milliseconds ([A19]). */
export const forgetGuestsAfter = 30 * day
