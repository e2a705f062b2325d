import { Form, Link } from '@remix-run/react'
import { Info, OctagonAlert } from 'lucide-react'
import { paths } from '~/paths'
import { findingText } from '~/text/design-review.en'
import { designerText } from '~/text/designer.en'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/inputs'
import type { DesignView, FindingView } from './design-view'

const text = designerText.review
const shownAtOnce = 12

/** What stands in the way of publishing and what is worth another look, each with a link to its field. */
export function ReviewPanel({ view }: { view: DesignView }) {
  return (
    <aside
      aria-label={text.title}
      className="flex w-72 flex-none flex-col gap-1 overflow-y-auto border-l border-line bg-canvas px-4 py-3 max-lg:hidden"
    >
      <div className="flex items-baseline gap-2">
        <h2 className="grow">{text.title}</h2>
        <span className="text-t12 text-ink-3">{text.live}</span>
      </div>
      <ReviewContent view={view} />
    </aside>
  )
}

/** The same, folded into one line where there is no room beside the work. */
export function ReviewFold({ view }: { view: DesignView }) {
  const blocking = view.findings.filter((finding) => finding.isBlocking).length
  return (
    <details className="flex-none border-b border-line bg-canvas px-4 lg:hidden">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2">
        {blocking > 0 ? (
          <OctagonAlert aria-hidden className="size-3.5 text-orange-glyph" />
        ) : (
          <Info aria-hidden className="size-3.5 text-ink-3" />
        )}
        <span className="font-strong">{text.title}</span>
        <span className="text-t12 text-ink-2">{text.summary(blocking, view.findings.length - blocking)}</span>
      </summary>
      <div className="pb-3 md:max-h-80 md:overflow-y-auto">
        <ReviewContent view={view} />
      </div>
    </details>
  )
}

function ReviewContent({ view }: { view: DesignView }) {
  const { findings } = view
  const blocking = findings.filter((finding) => finding.isBlocking)
  const advice = findings.filter((finding) => !finding.isBlocking)
  return (
    <>
      {findings.length === 0 && <p className="pt-2 text-ink-2">{text.nothing}</p>}
      <Findings view={view} title={text.blocking} findings={blocking} />
      <Findings view={view} title={text.advice} findings={advice} />
      {view.dismissals.length > 0 && <Dismissed view={view} />}
    </>
  )
}

function Findings({ view, title, findings }: { view: DesignView; title: string; findings: readonly FindingView[] }) {
  if (findings.length === 0) return null
  const rest = findings.slice(shownAtOnce)
  return (
    <section className="pt-2">
      <h3 className="pb-1 text-t12 font-strong text-ink-2">{title}</h3>
      <ul role="list">
        {findings.slice(0, shownAtOnce).map((finding) => (
          <Finding key={`${finding.rule} ${finding.subject}`} view={view} finding={finding} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="link min-h-8 cursor-pointer py-2 text-t12">{text.more(rest.length)}</summary>
          <ul role="list">
            {rest.map((finding) => (
              <Finding key={`${finding.rule} ${finding.subject}`} view={view} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Finding({ view, finding }: { view: DesignView; finding: FindingView }) {
  const sentence = findingText[finding.rule](finding.facts)
  const to = `${paths.design(view.programId, finding.step, finding.qualificationId ?? undefined)}#${finding.anchor}`
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2 border-t border-line py-2">
      {finding.isBlocking ? (
        <OctagonAlert aria-hidden className="mt-1 size-3.5 text-orange-glyph" />
      ) : (
        <Info aria-hidden className="mt-1 size-3.5 text-ink-3" />
      )}
      <Link to={to} className="inline-block py-0.5 break-words text-ink no-underline hover:underline">
        {sentence}
      </Link>
      <div className="col-start-2 flex flex-wrap items-center gap-x-2 text-t12 text-ink-3">
        <span>{designerText.steps[finding.step]}</span>
        {!finding.isBlocking && !view.isFrozen && <Dismiss view={view} finding={finding} sentence={sentence} />}
      </div>
    </li>
  )
}

function Dismiss({ view, finding, sentence }: { view: DesignView; finding: FindingView; sentence: string }) {
  return (
    <details className="min-w-0 open:basis-full">
      <summary className="link min-h-6 cursor-pointer list-none py-1" aria-label={text.dismissNamed(sentence)}>
        {text.dismiss}
      </summary>
      <Form method="post" preventScrollReset className="grid gap-2 pt-1 pb-2" key={view.dismissals.length}>
        <input type="hidden" name="intent" value="dismiss-advice" />
        <input type="hidden" name="stay" value="1" />
        <input type="hidden" name="rule" value={finding.rule} />
        <input type="hidden" name="subject" value={finding.subject} />
        <TextField
          label={text.reason}
          name="reason"
          required
          minLength={3}
          maxLength={500}
          inputSize="s"
          hint={text.reasonHint}
        />
        <Button type="submit" size="s" className="justify-self-start">
          {text.doDismiss}
        </Button>
      </Form>
    </details>
  )
}

function Dismissed({ view }: { view: DesignView }) {
  return (
    <details className="mt-auto border-t border-line pt-2 text-t12 text-ink-2">
      <summary className="link min-h-8 cursor-pointer py-1">{text.dismissed(view.dismissals.length)}</summary>
      <ul role="list">
        {view.dismissals.map((dismissal) => (
          <li key={dismissal.id} className="grid gap-1 border-t border-line py-2">
            <span className="break-words">{text.by(dismissal.reason, dismissal.by)}</span>
            {!view.isFrozen && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="restore-advice" />
                <input type="hidden" name="stay" value="1" />
                <input type="hidden" name="dismissalId" value={dismissal.id} />
                <Button type="submit" size="s">
                  {text.restore}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
