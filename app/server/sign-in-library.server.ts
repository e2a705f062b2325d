import { randomUUID } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { openSqliteAccounts, sqliteKysely } from '~db/client.server'
import { hashPassword, isPassword } from './password.server'
import type { Services } from './services.server'
import { sessionCookieName, sha256 } from './session.server'

/** The header in which our sign-in action hands the client's address to the library; nothing from outside reaches it. */
export const addressHeader = 'x-masterwork-address'
/** How long a session can last at most; roles have shorter limits (domain/session-limits). */
export const sessionSeconds = 7 * 24 * 3600

type Adapter = Awaited<ReturnType<typeof getAdapter>>
type Where = NonNullable<Parameters<Adapter['count']>[0]['where']>

/**
 * The sign-in library over our tables, with its own connection: e-mail and password only, nobody can sign up, its HTTP
 * interface is not mounted. See app/decisions/0005.
 */
export async function signInLibrary(services: Services) {
  const connection = openSqliteAccounts(services.files.database)
  const options = libraryOptions(services)
  const database = { db: sqliteKysely(connection), type: 'sqlite' as const, transaction: false }
  const adapter = hashedTokens(await getAdapter({ ...options, database }))
  const auth = betterAuth({ ...options, database: () => adapter })
  return { auth, close: () => connection.close() }
}

export type SignInLibrary = Awaited<ReturnType<typeof signInLibrary>>

/** Everything but the database. Names of tables and columns are those of migration 0004; a test compares the two. */
export function libraryOptions({ env, secret, log, clock }: Services) {
  const isHttps = env.publicUrl?.startsWith('https:') ?? false
  const origin = env.publicUrl ?? 'http://localhost'
  const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return {
    appName: 'Masterwork',
    baseURL: origin,
    basePath: '/api/auth',
    trustedOrigins: [origin],
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ event: 'sign-in-library', message }) },
    user: { modelName: 'account', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'session',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'owner_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
      accountLinking: { disableImplicitLinking: true },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...stamps } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      // An office shares one address; what protects an account is the limit by account (domain/sign-in-limits).
      customRules: { '/sign-in/email': { window: 60, max: 30 } },
    },
    advanced: {
      useSecureCookies: false, // The name carries the prefix itself; see sessionCookieName.
      cookies: {
        session_token: {
          name: sessionCookieName(env.publicUrl),
          attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps },
        },
      },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: ({ model }) => (model === 'user' ? clock.newId('account') : randomUUID()) },
    },
  } satisfies BetterAuthOptions
}

/**
 * Stores session tokens as SHA-256 and asks for them by it, so that whoever reads the database cannot sign in with
 * what is there (SECURITY D10). Towards the library a session keeps the token it was asked for with.
 */
function hashedTokens(adapter: Adapter): Adapter {
  return {
    ...adapter,
    async create(request) {
      const { token } = request.data as { token?: string }
      if (request.model !== 'session' || token === undefined) return adapter.create(request)
      const stored = await adapter.create({ ...request, data: { ...request.data, token: sha256(token) } })
      return { ...(stored as object), token } as never
    },
    async findOne(request) {
      const token = tokenOf(request)
      const found = await adapter.findOne(withHash(request))
      return (found && token !== null ? { ...(found as object), token } : found) as never
    },
    findMany: (request) => adapter.findMany(withHash(request)),
    count: (request) => adapter.count(withHash(request)),
    update: (request) => adapter.update(withHash(request)),
    updateMany: (request) => adapter.updateMany(withHash(request)),
    delete: (request) => adapter.delete(withHash(request)),
    deleteMany: (request) => adapter.deleteMany(withHash(request)),
    consumeOne: (request) => adapter.consumeOne(withHash(request)),
  }
}

function tokenOf(request: { model: string; where?: Where }): string | null {
  if (request.model !== 'session') return null
  const value = request.where?.find((one) => one.field === 'token')?.value
  return typeof value === 'string' ? value : null
}

function withHash<R extends { model: string; where?: Where | undefined }>(request: R): R {
  if (request.model !== 'session' || !request.where) return request
  const where = request.where.map((one) => {
    if (one.field !== 'token') return one
    const { value } = one
    return { ...one, value: Array.isArray(value) ? value.map((each) => sha256(String(each))) : sha256(String(value)) }
  })
  return { ...request, where }
}
