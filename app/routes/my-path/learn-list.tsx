import { useFetcher } from '@remix-run/react'
import { Book, FileText, Link2, Play, Users, Wrench } from 'lucide-react'
import { FormProblem } from '~/components/form-problem'
import type { ActionResult } from '~/domain/result'
import type { ResourceKind } from '~/domain/vocabulary'
import { myPathText as text } from '~/text/my-path.en'
import type { LearningView, ProcessView, ResourceView } from './my-path-view'
import { dateWords, effortWords } from './path-words'

/** How something is learned: processes to tick off, each with its resources. Ticks never count. */
export function LearnList({ learning, action, isLong }: { learning: LearningView; action: string; isLong?: boolean }) {
  const { processes, resources } = learning
  if (processes.length === 0 && resources.length === 0) return <p className="text-ink-2">{text.learn.none}</p>
  return (
    <>
      <ul role="list" className="rows">
        {processes.map((process) => (
          <Process key={process.id} process={process} learning={learning} action={action} isLong={isLong} />
        ))}
        {resources.map((resource) => (
          <li key={resource.id}>
            <Resource resource={resource} isLong={isLong} />
          </li>
        ))}
      </ul>
      {processes.length > 0 && <p className="mt-2 text-t12 text-ink-3">{text.learn.guidance}</p>}
    </>
  )
}

/** A tick is a form with one button: it works without script, and in place with it. */
function Process({
  process,
  learning,
  action,
  isLong,
}: {
  process: ProcessView
  learning: LearningView
  action: string
  isLong?: boolean
}) {
  const fetcher = useFetcher<ActionResult>()
  const wanted = fetcher.formData?.get('intent')
  const isTicked = wanted ? wanted === 'tick' : process.tickedOn !== null
  const name = isTicked ? text.learn.untick(process.title) : text.learn.tick(process.title)
  return (
    <li className="items-start">
      <fetcher.Form method="post" action={action} className="flex-none">
        <input type="hidden" name="intent" value={isTicked ? 'untick' : 'tick'} />
        <input type="hidden" name="processId" value={process.id} />
        <input type="hidden" name="qualificationId" value={learning.qualificationId} />
        <button type="submit" role="checkbox" aria-checked={isTicked} aria-label={name} title={name} className="tick" />
      </fetcher.Form>
      <div className="min-w-0 grow">
        <div className={isTicked ? 'text-ink-2' : undefined}>
          {process.title} <span className="text-t12 text-ink-3">{describe(process)}</span>
        </div>
        {isLong && process.steps !== '' && <p className="text-t12 whitespace-pre-line text-ink-2">{process.steps}</p>}
        {process.resources.map((resource) => (
          <Resource key={resource.id} resource={resource} isLong={isLong} />
        ))}
        <FormProblem result={fetcher.data as ActionResult | undefined} />
      </div>
      <span className="flex-none text-t12 text-ink-3">{endOf(process, isTicked, isLong)}</span>
    </li>
  )
}

function describe(process: ProcessView): string {
  const words = [text.process[process.kind]]
  if (process.owner !== '') words.push(text.learn.owner(process.owner))
  return words.join(', ')
}

function endOf(process: ProcessView, isTicked: boolean, isLong?: boolean): string {
  if (isTicked) return process.tickedOn && isLong ? text.learn.doneOn(dateWords(process.tickedOn)) : text.learn.done
  return process.minutes ? effortWords(process.minutes) : ''
}

const icons = {
  link: Link2,
  file: FileText,
  video: Play,
  person: Users,
  tool: Wrench,
  text: Book,
} satisfies Record<ResourceKind, unknown>

function Resource({ resource, isLong }: { resource: ResourceView; isLong?: boolean }) {
  const Icon = icons[resource.kind]
  return (
    <div className="flex min-w-0 items-start gap-2">
      <Icon role="img" aria-label={text.resource[resource.kind]} className="mt-0.5 size-4 flex-none text-ink-3" />
      <div className="min-w-0">
        {resource.url ? (
          <a href={resource.url} rel="noopener noreferrer" target="_blank" className="link break-words">
            {resource.title}
          </a>
        ) : (
          <span className="break-words">{resource.title}</span>
        )}
        {isLong && resource.body !== '' && <p className="text-t12 whitespace-pre-line text-ink-2">{resource.body}</p>}
      </div>
    </div>
  )
}
