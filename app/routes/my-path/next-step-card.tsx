import { Link } from '@remix-run/react'
import type { Id } from '~/domain/ids'
import { paths } from '~/paths'
import { myPathText as text } from '~/text/my-path.en'
import { LinkButton } from '~/ui/button'
import type { NextStepView, PathView } from './my-path-view'
import { dateWords, dayWords } from './path-words'

/** The one thing to do now, with one button. Where nothing is to be done, it says why. */
export function NextStepCard({ path }: { path: PathView }) {
  const { next, programId } = path
  if (!next) return <NothingNow isDone={path.needed.length === 0} />
  const sentences = [
    ...dueWords(next),
    next.statement,
    ...(next.opens.length > 0 ? [text.next.opens(next.opens.length, text.names(next.opens))] : []),
  ].filter((one) => one !== '')
  return (
    <section
      aria-labelledby="next-step"
      className="grid items-center gap-x-4 gap-y-2 rounded-r3 border border-accent-line px-5 py-4 md:grid-cols-[1fr_auto]"
    >
      <div className="col-span-full text-t12 text-ink-2">{eyebrowOf(next)}</div>
      <div className="min-w-0">
        <h2 id="next-step" className="text-t16 font-strong">
          {next.isToLearn ? text.next.learn(next.name) : text.next.headline[next.reason](next.name)}
        </h2>
        {next.returnReason && <blockquote className="quote mt-1">{next.returnReason}</blockquote>}
        {sentences.map((sentence) => (
          <p key={sentence} className="mt-0.5 text-ink-2">
            {sentence}
          </p>
        ))}
        {next.ask?.note && <blockquote className="quote mt-1">{next.ask.note}</blockquote>}
      </div>
      <div className="max-md:[&_.btn]:w-full">
        <LinkButton variant="primary">
          <Link to={targetOf(programId, next, path.isTakingPart)} prefetch="intent">
            {buttonOf(next, path.isTakingPart)}
          </Link>
        </LinkButton>
      </div>
    </section>
  )
}

function NothingNow({ isDone }: { isDone: boolean }) {
  return (
    <section className="rounded-r3 border border-line px-5 py-4">
      <h2 className="text-t16 font-strong">{isDone ? text.next.allDone : text.next.waits}</h2>
      <p className="mt-0.5 text-ink-2">{isDone ? text.next.allDoneText : text.next.waitsText}</p>
    </section>
  )
}

function eyebrowOf(next: NextStepView): string {
  return next.ask ? text.next.asked(next.ask.askedBy, dayWords(next.ask.by)) : text.next.eyebrow[next.reason]
}

function dueWords(next: NextStepView): string[] {
  if (!next.date) return []
  if (next.status === 'expiring') return [text.next.renewBy(dateWords(next.date))]
  return next.status === 'expired' ? [text.next.expiredOn(dateWords(next.date))] : []
}

/** Nothing can be requested for a role nobody chose yet, so the button only opens it. */
function buttonOf(next: NextStepView, isTakingPart: boolean): string {
  if (next.isToLearn) return text.next.learnButton
  return isTakingPart ? text.next.button[next.reason] : text.next.openButton
}

function targetOf(programId: Id<'program'>, next: NextStepView, isTakingPart: boolean): string {
  const page = paths.myQualification(programId, next.qualificationId)
  if (next.isToLearn) return `${page}#learn`
  return isTakingPart ? `${page}#request` : page
}
