import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { idOf } from './draft.ts'

/**
 * Plans a workshop over a draft and ends on its page.
 *
 * @param template minutes of the agenda to begin with.
 * @returns its path and its join code.
 */
export async function planWorkshop(
  page: Page,
  draft: string,
  template: '30' | '60' | '90' = '30',
): Promise<{ path: string; code: string }> {
  await page.goto(`/workshops/new?draft=${idOf(draft)}`)
  await page.getByLabel('Title').fill('A signal for liability')
  await page.getByLabel('What it is for').fill('One wording that most of us can live with.')
  await page.getByLabel('Begins').fill('2031-03-04T10:00')
  await page.getByLabel('Agenda to begin with').selectOption(template)
  await page.getByRole('button', { name: 'Plan the workshop' }).click()
  await page.waitForURL(/\/workshops\/[a-z2-7]{20}$/)
  const code = (await page.locator('.join-code').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z]{3}-\d{4}$/)
  return { path: new URL(page.url()).pathname, code }
}

/** Presses the console's button that leads on, and waits until the room is in the phase that it names. */
export async function nextPhase(console: Page, title: string): Promise<void> {
  await console.getByRole('button', { name: `Next: ${title}` }).click()
  await expect(console.locator('#now')).toHaveText(title)
}

/** Joins at the door of a room: a guest gives a name, somebody with an account needs none. */
export async function joinRoom(page: Page, code: string, name?: string): Promise<void> {
  await page.goto('/join')
  await page.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '))
  await page.getByRole('button', { name: 'Go on' }).click()
  if (name) await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}
