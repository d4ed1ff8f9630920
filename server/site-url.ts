import type { Env } from './env.ts'

/** The address of the site in letters, citations and prints: as configured, never as a request named it (mail SPEC [M7]). */
export function siteUrl({ publicUrl, port }: Pick<Env, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`
}
