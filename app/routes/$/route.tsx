import { json } from '@remix-run/node'

/** Every address that no other route has: the same page as for anything else that is not there. */
export function loader(): never {
  throw json({ detail: 'Nothing has this address. It may have been mistyped, or moved.' }, { status: 404 })
}

export const action = loader

export default function NotFound() {
  return null
}
