import Database from 'better-sqlite3'

export interface Cell {
  readonly programId: string
  readonly personId: string
  readonly qualificationId: string
}

/** Cells that one key may sign: nothing proven, nothing before them, not critical, one level. */
export function openCells(file: string): Cell[] {
  const database = new Database(file, { readonly: true })
  const cells = database
    .prepare(
      `select v.program_id as programId, a.person_id as personId, r.qualification_id as qualificationId
       from program_version v
       join program p on p.id = v.program_id
       join requirement r on r.program_version_id = v.id and r.is_critical = 0
       join revision n on n.id = r.revision_id and n.level_labels = '[]'
       join assignment a on a.role_id = p.role_id and a.to_on is null
       where v.state = 'published' and r.class = 'must'
         and a.person_id not in (select id from person where account_id is not null)
         and not exists (select 1 from prerequisite q where q.requirement_id = r.id)
         and not exists (select 1 from requirement_site s where s.requirement_id = r.id)
         and not exists (select 1 from requirement_team t where t.requirement_id = r.id)
         and not exists (select 1 from standing s where s.person_id = a.person_id and s.qualification_id = r.qualification_id)
         and not exists (select 1 from demonstration d where d.person_id = a.person_id and d.qualification_id = r.qualification_id)
       order by r.qualification_id, a.person_id`,
    )
    .all() as Cell[]
  database.close()
  return cells
}
