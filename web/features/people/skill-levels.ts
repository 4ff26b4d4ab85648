/** What the levels of a skill mean, 0 to 5. */
export const skillLevels = [
  '0 · known of, does not count',
  '1 · basic',
  '2 · practised',
  '3 · skilled',
  '4 · advanced',
  '5 · expert',
] as const
