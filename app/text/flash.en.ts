type Facts = Readonly<Record<string, string>>

/** Messages a page shows once after a redirect, by code. */
export const flashText: Readonly<Record<string, (facts: Facts) => string>> = {
  saved: () => 'Saved.',
}
