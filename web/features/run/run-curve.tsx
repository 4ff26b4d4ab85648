import { useMemo } from 'react'
import type { RunPoint } from '../../api/types.ts'
import { LineChart } from '../../ui/line-chart.tsx'
import { compactNumber, numberText } from '../../ui/numbers.ts'

const seconds = (value: number): string => `${value} s`

/** How the score fell: places open and rules broken at the left, the cost of wishes and balance (for who may read it) at the right. */
export const RunCurve = ({ points, height = 280 }: { points: readonly RunPoint[]; height?: number }) => {
  const { x, series } = useMemo(() => {
    const hasBroken = points.some((point) => point.hardBreaches > 0)
    return {
      x: points.map((point) => point.atMs / 1000),
      series: [
        {
          label: 'Places open',
          token: '--warning',
          side: 'left' as const,
          stepped: true,
          values: points.map((point) => point.missingHeads),
        },
        ...(hasBroken
          ? [
              {
                label: 'Rules broken',
                token: '--danger',
                side: 'left' as const,
                stepped: true,
                values: points.map((point) => point.hardBreaches),
              },
            ]
          : []),
        ...(points[0]?.score === null
          ? []
          : [
              {
                label: 'Cost of wishes and balance (right)',
                token: '--accent',
                side: 'right' as const,
                values: points.map((point) => point.score?.soft ?? null),
              },
            ]),
      ],
    }
  }, [points])
  const last = points.at(-1)
  const summary = last
    ? `After ${numberText(Math.round(last.atMs / 1000))} seconds: ${last.missingHeads} places open, ${last.hardBreaches} rules broken${last.score === null ? '' : `, cost ${numberText(last.score.soft)}`}.`
    : 'No point yet.'
  // The number of lines is fixed when the chart is built; it is built anew when a line comes in.
  return (
    <LineChart
      key={series.length}
      x={x}
      series={series}
      formatX={seconds}
      formatY={compactNumber}
      height={height}
      summary={summary}
    />
  )
}
