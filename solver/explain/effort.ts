/** What may be spent on proofs, in steps: some 15 million of them a second. */
export class Effort {
  private left: number

  constructor(most: number) {
    this.left = most
  }

  /** Whether so much is left so many times over. */
  affords(amount: number, times: number): boolean {
    return this.left >= amount * times
  }

  /** Takes off what was only known afterwards; less than nothing may be left. */
  use(amount: number): void {
    this.left -= amount
  }

  /** False, and nothing spent, when so much is not left. */
  spend(amount: number): boolean {
    if (this.left < amount) return false
    this.left -= amount
    return true
  }
}
