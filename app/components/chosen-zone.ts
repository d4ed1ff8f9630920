import { createContext } from 'react'

/** The zone that whoever is signed in chose, as in `Europe/Lisbon`; null where they leave it to their device. */
export const ChosenZone = createContext<string | null>(null)
