/** A request as the balance sees it: `minutes` are held while it waits or is granted. */
type Held = { typeId: string | null; minutes: number; state: string }
type Entry = { typeId: string; kind: 'request' | 'return'; minutes: number }

const heldBy = (request: Held | null): number =>
  request !== null && (request.state === 'pending' || request.state === 'approved') ? request.minutes : 0

/** Entries that lead from what a request held to what it holds: one for a change, two where its kind changes. Null: not there. */
export const planLedger = (before: Held | null, after: Held | null): Entry[] => {
  const change = new Map<string, number>()
  const add = (typeId: string | null | undefined, minutes: number) => {
    if (typeId) change.set(typeId, (change.get(typeId) ?? 0) + minutes)
  }
  add(before?.typeId, heldBy(before))
  add(after?.typeId, -heldBy(after))
  return [...change]
    .filter(([, minutes]) => minutes !== 0)
    .map(([typeId, minutes]) => ({ typeId, kind: minutes < 0 ? 'request' : 'return', minutes }))
}
