import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../../../domain/access/password-rules.ts'
import { sessionEnd } from '../../../domain/access/session-lifetime.ts'
import { hashPassword, verifyPassword } from '../../../server/accounts/passwords.ts'

describe('passwords', () => {
  it('[A5] takes 8 to 128 characters of any script', () => {
    expect(passwordProblem('kurz', [])).toMatch(/at least 8/)
    expect(passwordProblem('x1'.repeat(65), [])).toMatch(/at most 128/)
    for (const good of [
      'correct horse',
      'пароль на лодке',
      '七転び八起き七転び',
      '🦊🦉🐢🐙🦀🐝🐌🦔',
      'x1'.repeat(64),
    ]) {
      expect(passwordProblem(good, []), good).toBeNull()
    }
  })

  it('[A5] refuses the commonest ones, the own e-mail and the own name', () => {
    for (const poor of ['password', 'Password123', '12345678', 'QWERTYUIOP', 'aaaaaaaaaa', 'Summer2026']) {
      expect(passwordProblem(poor, []), poor).toMatch(/another password/)
    }
    expect(passwordProblem('Ada Lovelace', ['a@example.org', 'Ada Lovelace'])).toMatch(/not your name/)
    expect(passwordProblem('A@example.org', ['a@example.org', 'Ada'])).toMatch(/not your name/)
  })

  it('[A5] are compared whole, after composing, and never shortened', async () => {
    const long = `${'wide '.repeat(25)}end`
    const stored = await hashPassword(long)
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, long)).toBe(true)
    expect(await verifyPassword(stored, long.slice(0, -1))).toBe(false)
    expect(await verifyPassword(await hashPassword('café des fleurs'), 'cafe\u0301 des fleurs')).toBe(true)
  })

  it('[A5] round trip for any text, and no other text fits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 128 }), async (password) => {
        const stored = await hashPassword(password)
        return (await verifyPassword(stored, password)) && !(await verifyPassword(stored, `${password}x`))
      }),
      { numRuns: 10 },
    )
  })

  it('[A5] nothing fits an account without a password', async () => {
    for (const stored of [null, undefined, '']) {
      for (const given of ['', 'null', 'undefined', 'no account has this hash']) {
        expect(await verifyPassword(stored, given)).toBe(false)
      }
    }
    expect(await verifyPassword('not a hash', 'not a hash')).toBe(false)
  })
})

describe('session lifetime', () => {
  const day = 86_400_000
  it('[A4] 14 days idle and 90 in all; 12 hours and 7 days for moderators and admins', () => {
    expect(sessionEnd('contributor', 0, 0)).toBe(14 * day)
    expect(sessionEnd('facilitator', 0, 85 * day)).toBe(90 * day)
    expect(sessionEnd('moderator', 0, 0)).toBe(day / 2)
    expect(sessionEnd('admin', 0, 6.9 * day)).toBe(7 * day)
  })
})
