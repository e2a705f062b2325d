import type { Kysely } from 'kysely'
import type { EngineName } from './engine'
import * as organisationAndPeople from './0001-organisation-and-people'
import * as design from './0002-design'
import * as record from './0003-record'
import * as rightsAndAccounts from './0004-rights-and-accounts'
import * as operation from './0005-operation'

/** One step forward of the schema. Frozen once released: it imports nothing of the application. */
export interface Migration {
  readonly name: string
  up(db: Kysely<unknown>, engine: EngineName): Promise<void>
}

/** Every migration in the order it is applied. Append only; forward only (SECURITY D29). */
export const migrations: readonly Migration[] = [
  { name: '0001-organisation-and-people', up: organisationAndPeople.up },
  { name: '0002-design', up: design.up },
  { name: '0003-record', up: record.up },
  { name: '0004-rights-and-accounts', up: rightsAndAccounts.up },
  { name: '0005-operation', up: operation.up },
]
