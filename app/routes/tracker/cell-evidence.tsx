import { FileText } from 'lucide-react'
import { trackerText } from '~/text/tracker.en'
import { formatDate } from '~/ui/date'
import type { CellView } from './cell-page.server'

const words = trackerText.panel

/** What was handed in with the open attempt. Links leave the site without telling where from. */
export function EvidenceRows({ view }: { view: CellView }) {
  const evidence = view.demonstration?.evidence ?? []
  return (
    <details className="tg-more" open={evidence.length > 0 && evidence.length < 3}>
      <summary>
        <FileText aria-hidden />
        {words.evidence}
        <span>{evidence.length === 0 ? words.noEvidence : words.evidenceCount(evidence.length)}</span>
      </summary>
      {evidence.length > 0 && (
        <ul role="list" className="grid gap-2 py-2">
          {evidence.map((piece) => (
            <li key={piece.id}>
              {piece.url ? (
                <a href={piece.url} target="_blank" rel="noreferrer noopener">
                  {piece.title || piece.url}
                </a>
              ) : (
                <span className="font-strong">{piece.title}</span>
              )}
              {piece.body && <p className="whitespace-pre-wrap">{piece.body}</p>}
              <div className="text-t12 text-ink-3">
                {words.evidenceFrom(
                  piece.from.name,
                  formatDate(piece.addedAt.slice(0, 10), { locale: trackerText.locale }),
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
