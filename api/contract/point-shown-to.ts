// What verbs and the live hub both ask: no database here.

/** A point of a run's curve as somebody may read it: without `costs:read` no score, its sums count what people are paid. */
export const pointShownTo = <Point extends { score: unknown }>(
  point: Point,
  permissions: Pick<ReadonlySet<string>, 'has'>,
): Omit<Point, 'score'> & { score: Point['score'] | null } =>
  permissions.has('costs:read') ? point : { ...point, score: null }
