type Facts = Readonly<Record<string, string>>

/** One sentence for each expected failure that belongs to no single area. Areas add theirs in `<area>-problem.en.ts`. */
export const generalProblems: Readonly<Record<string, (facts: Facts) => string>> = {
  'foreign-origin': () => 'This came from another site and was refused. Nothing was changed.',
  'body-too-large': () => 'This is more than can be sent at once. Nothing was changed.',
  malformed: () => 'This could not be read. Nothing was changed.',
  'key-reused': () => 'This form was already sent with other content. Reload the page and try again.',
  stale: (facts) =>
    facts.by
      ? `${facts.by} changed this meanwhile. Your text is kept here; compare and save again.`
      : 'This was changed meanwhile. Your text is kept here; compare and save again.',
  'try-again': () => 'The server is busy. Nothing was recorded; try again in a moment.',
  bug: () => 'Something went wrong on our side. Nothing was recorded.',
}
