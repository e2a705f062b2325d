import { Link } from '@remix-run/react'
import { StatusWords } from '~/components/status-glyph'
import { paths } from '~/paths'
import { myPathText as text } from '~/text/my-path.en'
import { LinkButton } from '~/ui/button'
import { LearnList } from './learn-list'
import type { PathView } from './my-path-view'
import { dayWords, statusWords } from './path-words'

/** Beside the list: what managers asked for, what to renew, and how to learn the next step. */
export function PathSide({ path }: { path: PathView }) {
  const { next, programId } = path
  const renew = path.renew.filter((item) => item.qualificationId !== next?.qualificationId)
  return (
    <div className="grid content-start gap-6">
      {path.asks.length > 0 && (
        <section aria-labelledby="asks">
          <h2 id="asks" className="pb-2">
            {text.asks.title}
          </h2>
          <ul role="list" className="rows">
            {path.asks.map((ask) => (
              <li key={ask.qualificationId}>
                <div className="min-w-0">
                  <Link className="path-name" to={paths.myQualification(programId, ask.qualificationId)}>
                    {ask.name}
                  </Link>
                  <div className="text-t12 text-ink-2">{text.asks.line(ask.askedBy, dayWords(ask.by))}</div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {renew.length > 0 && (
        <section aria-labelledby="renew">
          <h2 id="renew" className="pb-2">
            {text.renew}
          </h2>
          <ul role="list" className="rows">
            {renew.map((item) => (
              <li key={item.qualificationId}>
                <div className="min-w-0 grow">
                  <div className="font-strong">{item.name}</div>
                  <StatusWords status={item.status}>{statusWords(item)}</StatusWords>
                </div>
                <LinkButton size="s">
                  <Link
                    to={`${paths.myQualification(programId, item.qualificationId)}#request`}
                    aria-label={text.needed.detailsOf(item.name)}
                  >
                    {text.next.openButton}
                  </Link>
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {next && (
        <section aria-labelledby="learn">
          <h2 id="learn" className="pb-2">
            {text.learn.title}
          </h2>
          <LearnList learning={next.learning} action={paths.myQualification(programId, next.qualificationId)} />
        </section>
      )}
    </div>
  )
}
