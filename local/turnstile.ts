/** Lets so many through at once; the others wait in their order. */
export class Turnstile {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(places: number) {
    this.#free = places
  }

  /** Calls `enter` as soon as there is a place, with the function that gives it back (calling it twice does nothing). */
  whenFree(enter: (leave: () => void) => void): void {
    const take = () => {
      this.#free--
      let isInside = true
      enter(() => {
        if (!isInside) return
        isInside = false
        this.#free++
        this.#waiting.shift()?.()
      })
    }
    if (this.#free > 0) take()
    else this.#waiting.push(take)
  }
}
