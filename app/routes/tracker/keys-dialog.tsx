import { trackerText } from '~/text/tracker.en'
import { Dialog } from '~/ui/dialog'
import { Kbd } from '~/ui/kbd'

/** The keys of the tracker, opened by `?`. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={trackerText.keyList.title}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {trackerText.keyList.rows.map(([key, act]) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd className="text-ink-2">{act}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
