import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { RoomsLive } from '#app/features/admin/rooms-live.tsx'
import { useRefresh } from '#app/features/admin/use-refresh.ts'
import { FrozenNotice } from '#app/features/moderation/frozen-notice.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Rooms · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.adminRooms(context.viewer)))
}

export default function RoomsRoute() {
  const live = useLoaderData<typeof loader>()
  useRefresh(3_000)
  return (
    <div className="page">
      <AdminHead here="/admin/rooms" title="Rooms">
        What the server holds at this moment. The page looks again every three seconds.
      </AdminHead>
      <FrozenNotice frozen={live.frozen} />
      <RoomsLive {...live} />
    </div>
  )
}
