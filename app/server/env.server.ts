import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

/** The environment, read and checked once at start. Documented in `.env.example`; tests build one themselves. */
export interface Env {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Null when unset: then the loopback names with the own port are the only origins. */
  readonly publicUrl: string | null
  readonly loadsSample: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SAMPLE: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** A variable that cannot be used stops the start with a sentence naming it. */
export class EnvProblem extends Error {
  override readonly name = 'EnvProblem'
}

/**
 * Reads the settings from the given variables; empty ones count as unset.
 * @throws EnvProblem naming every variable that cannot be used
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new EnvProblem(`These settings cannot be used. ${reasons.join('. ')}. See .env.example.`)
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, SAMPLE, LOG_LEVEL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: isAbsolute(DATA_DIR) ? DATA_DIR : resolve(process.cwd(), DATA_DIR),
    publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    loadsSample: SAMPLE === '1',
    logLevel: LOG_LEVEL,
  }
}
