import { useState } from 'react'
import { peopleText } from '~/text/people.en'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/inputs'

/** The link of a fresh invitation in a field to copy from; the button needs script, the field does not. */
export function InvitationLink({ href }: { href: string }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="flex flex-wrap items-end gap-2 rounded-r3 border border-line-strong p-3" role="status">
      <TextField
        label={peopleText.linkLabel}
        readOnly
        value={href}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-64 flex-1"
      />
      <Button
        onClick={() => {
          void navigator.clipboard?.writeText(href).then(() => setCopied(true))
        }}
      >
        {isCopied ? peopleText.copied : peopleText.copy}
      </Button>
      <p className="w-full text-t12 text-ink-3">{peopleText.linkHint}</p>
    </div>
  )
}
