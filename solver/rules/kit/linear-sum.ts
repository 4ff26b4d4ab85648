// Sums of 0/1 quantities with whole coefficients.

/** A variable's index, or one of the two constants below. */
export type Bit = number
export const never: Bit = -1
export const always: Bit = -2

export class Sum {
  constant: number
  /** By variable: its coefficient, never 0. */
  readonly parts = new Map<number, number>()

  constructor(constant = 0) {
    this.constant = constant
  }

  plus(bit: Bit, coefficient = 1): this {
    if (bit === always) this.constant += coefficient
    else if (bit !== never) {
      const known = this.parts.get(bit) ?? 0
      if (known + coefficient !== 0) this.parts.set(bit, known + coefficient)
      else if (known !== 0) this.parts.delete(bit)
    }
    return this
  }

  plusAll(bits: Iterable<Bit>, coefficient = 1): this {
    for (const bit of bits) this.plus(bit, coefficient)
    return this
  }

  /** Adds another sum, or takes it off. */
  plusSum(other: Sum, sign: 1 | -1 = 1): this {
    this.constant += sign * other.constant
    for (const [variable, coefficient] of other.parts) this.plus(variable, sign * coefficient)
    return this
  }

  less(amount: number): Sum {
    const difference = this.times(1)
    difference.constant -= amount
    return difference
  }

  times(factor: number): Sum {
    const product = new Sum(this.constant === 0 ? 0 : this.constant * factor)
    if (factor !== 0)
      for (const [variable, coefficient] of this.parts) product.parts.set(variable, coefficient * factor)
    return product
  }

  negated(): Sum {
    return this.times(-1)
  }

  /** The largest value it can have. */
  most(): number {
    let most = this.constant
    for (const coefficient of this.parts.values()) if (coefficient > 0) most += coefficient
    return most
  }
}

/** 1 when all of the bits are 1, at most 0 otherwise. */
export function allOf(bits: readonly Bit[]): Sum {
  return new Sum(1 - bits.length).plusAll(bits)
}
