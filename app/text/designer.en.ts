import type { DesignStep } from '~/domain/vocabulary'

/** Words of the designer's shell, of step 1 and step 8, of the list of programs and of publishing. */
export const designerText = {
  save: 'Save',
  saving: 'Saving…',
  savedAt: (time: string) => `Saved ${time}`,
  theirs: (value: string) => (value === '' ? 'It is empty now.' : `It now says: “${value}”.`),
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  steps: {
    role: 'Role',
    qualifications: 'Qualifications',
    mastery: 'Mastery',
    demonstration: 'Demonstration',
    assessment: 'Assessment',
    learning: 'Learning processes',
    resources: 'Resources',
    tracker: 'Tracker',
  } satisfies Record<DesignStep, string>,
}
