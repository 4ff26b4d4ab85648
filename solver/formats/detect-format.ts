// Which of the readable formats a text is in, by its content.

export const problemFormats = ['muster', 'curtois', 'guards'] as const
export type ProblemFormat = (typeof problemFormats)[number]

/** The format a text looks like; JSON without the fields of the guards benchmark counts as Muster's own. */
export function detectFormat(text: string): ProblemFormat {
  if (/^\s*SECTION_/m.test(text)) return 'curtois'
  if (!text.includes('"muster-problem/') && /"(daysInAnySevenMax|fairnessCentsPerMinute|restMinutesMin)"/.test(text))
    return 'guards'
  return 'muster'
}
