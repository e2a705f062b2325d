import { statusText } from '~/text/status.en'
import { publishText as text } from '~/text/programs.en'
import { formatDate } from '~/ui/date'
import { SectionHeading } from '~/ui/page-header'
import { TableList, TableListRow } from '~/ui/table-list'
import type { PublishView } from './publish-page.server'

type Effect = NonNullable<PublishView['effect']>

/** What is new, changed and no longer asked for, against the version in force. */
export function ChangesOfVersion({ effect }: { effect: Effect }) {
  const { added, removed, changed, hasOtherDuties, hasOtherOrder } = effect
  return (
    <>
      {added.length > 0 && (
        <section>
          <SectionHeading title={text.added} note={added.length} />
          {effect.isFirst ? (
            <p className="text-ink-2">{added.map(({ name }) => name).join(', ')}</p>
          ) : (
            <TableList label={text.added}>
              {added.map(({ name, countsFrom }) => (
                <TableListRow
                  key={name}
                  title={name}
                  detail={countsFrom && text.countsFrom(formatDate(countsFrom, { locale: 'en-GB' }))}
                />
              ))}
            </TableList>
          )}
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <SectionHeading title={text.changed} note={changed.length} />
          <TableList label={text.changed}>
            {changed.map(({ name, parts, isDefinition }) => (
              <TableListRow
                key={name}
                title={name}
                detail={`${parts.map((part) => text.parts[part]).join(', ')}. ${isDefinition ? text.kept : ''}`}
              />
            ))}
          </TableList>
        </section>
      )}
      {removed.length > 0 && (
        <section>
          <SectionHeading title={text.removed} note={removed.length} />
          <TableList label={text.removed}>
            {removed.map((name) => (
              <TableListRow key={name} title={name} />
            ))}
          </TableList>
        </section>
      )}
      {(hasOtherDuties || hasOtherOrder) && (
        <p className="text-ink-2">
          {hasOtherDuties && text.otherDuties} {hasOtherOrder && text.otherOrder}
        </p>
      )}
    </>
  )
}

/** Who gains and who loses readiness, by name. */
export function PeopleEffect({
  gains,
  loses,
  peopleCount,
}: {
  gains: Effect['gains']
  loses: Effect['loses']
  peopleCount: number
}) {
  const isQuiet = gains.length + loses.length === 0
  return (
    <section>
      <SectionHeading title={text.effect} />
      {isQuiet && <p className="text-ink-2">{peopleCount === 0 ? text.noPeople : text.nobodyChanges(peopleCount)}</p>}
      <Changes title={text.gains} changes={gains} />
      <Changes title={text.loses} changes={loses} />
    </section>
  )
}

/** The programs that get a new version because they use what is changed. */
export function OtherPrograms({ others }: { others: Effect['others'] }) {
  if (others.length === 0) return null
  return (
    <section>
      <SectionHeading title={text.others} note={others.length} />
      <p className="pb-2 text-ink-2">{text.othersText}</p>
      <TableList label={text.others}>
        {others.map((other) => (
          <TableListRow key={other.programId} title={other.role} detail={text.other(other.names.join(', '))}>
            <Changes title={text.gains} changes={other.gains} />
            <Changes title={text.loses} changes={other.loses} />
          </TableListRow>
        ))}
      </TableList>
    </section>
  )
}

function Changes({ title, changes }: { title: string; changes: Effect['gains'] }) {
  if (changes.length === 0) return null
  return (
    <>
      <h3 className="pt-2 font-strong">{title}</h3>
      <TableList label={title}>
        {changes.map(({ name, before, after }) => (
          <TableListRow
            key={name}
            title={name}
            detail={text.figure(
              statusText.readiness(before.met, before.needed),
              statusText.readiness(after.met, after.needed),
            )}
          />
        ))}
      </TableList>
    </>
  )
}
