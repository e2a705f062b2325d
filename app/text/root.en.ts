/** Words of the pages' shell: titles, errors that replace a page, the sample's banner. */
export const rootText = {
  product: 'Masterwork',
  title: (page: string | undefined) => (page ? `${page} · Masterwork` : 'Masterwork'),
  areas: {
    'my-path': 'My path',
    tracker: 'Tracker',
    queue: 'To assess',
    programs: 'Programs',
    people: 'People',
  },
  sampleBanner: (organisation: string) =>
    `You are looking at the sample organisation ${organisation}. Nothing here mixes with your own.`,
  startYourOwn: 'Start your own organisation',
  errors: {
    'not-found': {
      title: 'There is nothing here',
      text: 'The address may be mistyped, or what was here is not visible to you.',
    },
    forbidden: { title: 'This is not yours to open', text: 'You can see that it exists, but it takes another right.' },
    'signed-out': {
      title: 'You have been signed out',
      text: 'Sign in again to go on. What was saved before is kept.',
    },
    'try-again': {
      title: 'The server is busy',
      text: 'Nothing was recorded. Try again in a moment.',
    },
    'unknown-intent': {
      title: 'This form is out of date',
      text: 'Nothing was recorded. Reload the page and try again.',
    },
    bug: {
      title: 'Something went wrong on our side',
      text: 'Nothing you did not see confirmed was recorded. Go back and try again; if it stays, tell your administrator the time.',
    },
  },
  toStart: 'Go to the start page',
  toSignIn: 'Sign in',
} as const
