/** The single row of a statement that always answers one; a broken invariant throws. */
export const one = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`Expected one row, the database answered ${rows.length}.`)
  return row
}
