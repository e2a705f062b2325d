import type { Kysely } from 'kysely'
import { engine, type EngineName } from './engine'

/** What running the product needs: answers of submitted commands, refusals, jobs, and the installation's own facts. */
export async function up(db: Kysely<unknown>, name: EngineName): Promise<void> {
  const e = engine(name)
  const { key, int } = e

  await e.createTable(db, 'installation', `name ${key} primary key, value text not null`)
  await e.createTable(
    db,
    'submission',
    `organisation_id ${key} not null references organisation (id), person_id ${key} not null, key ${key} not null,
     body_sha256 text not null, answer text not null, at text not null, primary key (organisation_id, person_id, key)`,
  )
  await e.createTable(
    db,
    'refusal',
    `id ${key} not null, organisation_id ${key} not null references organisation (id), at text not null, actor_id ${key},
     action text not null, object_id text, code text not null, request_id text, primary key (organisation_id, id)`,
  )
  await e.createTable(
    db,
    'job',
    `id ${key} not null, organisation_id ${key} not null references organisation (id), kind text not null, run_at text not null,
     payload text not null default '{}', done_at text, attempts ${int} not null default 0, primary key (organisation_id, id)`,
  )
}
