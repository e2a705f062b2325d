type Facts = Readonly<Record<string, string>>

/** Sentences for what signing in, accounts and people can refuse. */
export const peopleProblems: Readonly<Record<string, (facts: Facts) => string>> = {
  'wrong-credentials': () => 'Email or password is wrong.',
  'too-many-tries': (facts) => `Too many tries. Wait ${facts.wait ?? 'a moment'} and try again.`,
  'sample-absent': () => 'The sample is not loaded here.',
  'organisation-exists': () =>
    'This installation already has its organisation. Ask its administrator for an invitation.',
  'email-taken': () => 'This address already has an account. Use another one.',
  'invitation-unknown': () => 'This invitation is not valid. Ask for a new one.',
  'already-accepted': () => 'This invitation was already used. Sign in with the password you chose.',
  'invitation-revoked': () => 'This invitation was withdrawn. Ask for a new one.',
  'invitation-expired': () => 'This invitation has expired. Ask for a new one.',
  'invitation-left': () => 'This invitation is for somebody who has left the organisation.',
  'email-missing': (facts) =>
    `Enter an email address for ${facts.name ?? 'this person'} first; it is what they sign in with.`,
  'has-account': (facts) => `${facts.name ?? 'This person'} already has an account.`,
  'staff-number-taken': (facts) => `${facts.by ?? 'Somebody else'} already has this staff number.`,
  'person-email-taken': (facts) => `${facts.by ?? 'Somebody else'} already has this email address.`,
  'own-manager': () => 'Nobody is their own manager.',
  'manager-cycle': (facts) => `${facts.path ?? 'They'} would report to each other. Change the other one first.`,
  'ends-before-start': () => 'The end lies before the start.',
  'already-holds': (facts) => `They already hold ${facts.what ?? 'this'}.`,
  'already-member': (facts) => `They are already in ${facts.what ?? 'this team'}.`,
  'already-leads': (facts) => `They already lead ${facts.what ?? 'this team'}.`,
  'not-in-force': () => 'This has already ended. Reload the page to see how it stands.',
  'last-administrator': () =>
    'Nobody else who can sign in is administrator. Make somebody else administrator first, so that the organisation stays in somebody’s hands.',
  'own-employment': () => 'You cannot end your own employment. Ask another administrator or designer.',
  'has-left': (facts) => `${facts.name ?? 'This person'} has left. Take them back first.`,
  'has-not-left': () => 'This person has not left.',
  'employer-missing': () => 'Say who employs a contractor or agency worker.',
  'qualification-missing': () => 'Choose the qualification they may sign off.',
  'already-holds-right': () => 'They already have this right.',
  'rights-by-administrator': () => 'Only an administrator invites somebody who has rights of their own.',
  'reason-missing': () => 'Give a reason in a few words.',
}

/** Sentences for one field, by the code a form's schema gives. */
const fieldSentences: Readonly<Record<string, string>> = {
  required: 'Fill this in.',
  'too-long': 'This is too long.',
  'not-an-email': 'This is not an email address.',
  'not-a-date': 'Enter a date.',
  'not-a-zone': 'Choose a time zone.',
  'choose-one': 'Choose one.',
  'password-short': 'Use at least 12 characters.',
  'password-long': 'Use at most 128 characters.',
  'password-common': 'This is among the first that are guessed. Use a few unrelated words.',
  'password-own': 'This is made of your name, address or organisation. Use a few unrelated words.',
  'password-simple': 'This is a simple pattern. Use a few unrelated words.',
}

/** The sentences of a field's error codes, for the field they belong to. */
export function fieldProblems(codes: readonly string[] | undefined): string[] | undefined {
  return codes?.map((code) => fieldSentences[code] ?? fieldSentences.required ?? code)
}

/** A waiting time in words: "20 seconds", "3 minutes". */
export function waitText(seconds: number): string {
  if (seconds <= 1) return 'a second'
  if (seconds < 90) return `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
