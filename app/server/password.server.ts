import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt at OWASP's strength (SECURITY D9): about a third of a second and 128 MiB, off the main thread. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
const keyBytes = 32

/** The stored form of a password: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** True when `password` is the one behind `stored`; compares in constant time. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [kind, N, r, p, salt, key] = stored.split('$')
  if (kind !== 'scrypt' || !salt || !key) return false
  const expected = Buffer.from(key, 'base64url')
  const settings = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem }
  const found = await derive(password, Buffer.from(salt, 'base64url'), settings)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** Two keyboards may spell one letter differently; NFKC makes them one password. */
function derive(password: string, salt: Buffer, settings: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, settings, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
