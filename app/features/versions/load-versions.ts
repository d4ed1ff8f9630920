import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { loaded } from '#app/http/refusals.ts'
import type { EntryKind } from '#domain/entries/kinds.ts'

type Args = Pick<LoaderFunctionArgs, 'params' | 'context'>

/** Loader of `/<kind>/:id/history`. */
export async function loadHistory(kind: EntryKind, { params, context }: Args) {
  const { services, viewer } = context
  return json(await loaded(services.historyPage(viewer, { kind, slug: params.id ?? '' })))
}

/** Loader of `/<kind>/:id/v/:n`. */
export async function loadVersion(kind: EntryKind, { params, context }: Args) {
  const { services, viewer } = context
  return json(await loaded(services.versionPage(viewer, { kind, slug: params.id ?? '', n: params.n ?? '' })))
}

/** Loader of `/<kind>/:id/compare/:range`. */
export async function loadCompare(kind: EntryKind, { params, context }: Args) {
  const { services, viewer } = context
  const asked = { kind, slug: params.id ?? '', range: params.range ?? '' }
  return json(await loaded(services.comparePage(viewer, asked)))
}

/** The loaders as a route has them, for the types of `meta` and `useLoaderData`. */
export type HistoryLoader = (args: LoaderFunctionArgs) => ReturnType<typeof loadHistory>
export type VersionLoader = (args: LoaderFunctionArgs) => ReturnType<typeof loadVersion>
export type CompareLoader = (args: LoaderFunctionArgs) => ReturnType<typeof loadCompare>
