import { useState } from 'react'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { SelectField, TextArea } from '~/ui/inputs'
import type { QualificationView } from '../design-view'
import { useStepActs } from './step-acts'

const text = stepsText.mastery
const scales = Object.entries(text.scales) as [keyof typeof text.scales, { name: string; labels: string[] }][]

/** One level by default; a scale offered, or one of their own with up to five levels (DESIGN 4.3). */
export function LevelsEditor({ qualification, isFrozen }: { qualification: QualificationView; isFrozen: boolean }) {
  const { act } = useStepActs()
  const saved = qualification.levelLabels.join('\n')
  const known = scales.find(([, { labels }]) => labels.join('\n') === saved)?.[0] ?? 'own'
  const [scale, setScale] = useState<string>(known)
  const [own, setOwn] = useState(saved)
  const { qualificationId } = qualification

  function choose(next: string) {
    setScale(next)
    const offered = scales.find(([key]) => key === next)?.[1]
    if (offered) act('set-levels', { qualificationId, lines: offered.labels.join('\n') })
  }

  return (
    <div className="grid gap-2" id="levels">
      <SelectField
        label={text.levels}
        hint={text.levelsHint}
        value={scale}
        disabled={isFrozen}
        options={[
          ...scales.map(([value, { name }]) => ({ value, label: name })),
          { value: 'own', label: text.ownScale },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {scale === 'own' && (
        <div className="grid justify-items-start gap-2">
          <TextArea
            className="w-full"
            label={text.ownScale}
            hint={text.ownScaleHint}
            value={own}
            rows={3}
            disabled={isFrozen}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
          {own.trim() !== saved.trim() && (
            <Button size="s" onClick={() => act('set-levels', { qualificationId, lines: own })}>
              {text.saveScale}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
