/** What may be spent on proofs, in pairs of shifts looked at. */
export class Effort {
  private left: number

  constructor(most: number) {
    this.left = most
  }

  /** False, and nothing spent, when so much is not left. */
  spend(amount: number): boolean {
    if (this.left < amount) return false
    this.left -= amount
    return true
  }
}
