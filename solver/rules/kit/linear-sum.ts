// Sums of 0/1 quantities with whole coefficients.

/** A variable's index, or one of the two constants below. */
export type Bit = number
export const never: Bit = -1
export const always: Bit = -2

export class Sum {
  constant: number
  private readonly parts = new Map<number, number>()

  constructor(constant = 0) {
    this.constant = constant
  }

  plus(bit: Bit, coefficient = 1): this {
    if (bit === always) this.constant += coefficient
    else if (bit !== never && coefficient !== 0) this.parts.set(bit, (this.parts.get(bit) ?? 0) + coefficient)
    return this
  }

  plusAll(bits: Iterable<Bit>, coefficient = 1): this {
    for (const bit of bits) this.plus(bit, coefficient)
    return this
  }

  less(amount: number): Sum {
    const difference = this.times(1)
    difference.constant -= amount
    return difference
  }

  negated(): Sum {
    return this.times(-1)
  }

  times(factor: number): Sum {
    const product = new Sum(this.constant === 0 ? 0 : this.constant * factor)
    for (const [variable, coefficient] of this.terms()) product.parts.set(variable, coefficient * factor)
    return product
  }

  get size(): number {
    return [...this.terms()].length
  }

  *terms(): Generator<[variable: number, coefficient: number]> {
    for (const part of this.parts) if (part[1] !== 0) yield part
  }

  /** The largest value it can have. */
  most(): number {
    let most = this.constant
    for (const [, coefficient] of this.terms()) most += Math.max(0, coefficient)
    return most
  }
}

/** 1 when all of the bits are 1, at most 0 otherwise. */
export function allOf(bits: readonly Bit[]): Sum {
  return new Sum(1 - bits.length).plusAll(bits)
}
