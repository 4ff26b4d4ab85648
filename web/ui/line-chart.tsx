import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import styles from './line-chart.module.css'
import { tokenColour } from './theme.ts'

interface ChartSeries {
  label: string
  /** A colour token ("--accent"). */
  token: string
  values: (number | null)[]
  side: 'left' | 'right'
  /** Steps hold a value until the next point; lines join points. */
  stepped?: boolean
}

interface LineChartProps {
  /** In the unit of the axis, rising. */
  x: number[]
  series: ChartSeries[]
  formatX(value: number): string
  formatY(value: number): string
  height?: number
  /** What the chart shows, for those who cannot see it. */
  summary: string
}

/** "rgb(1, 2, 3)" at a tenth of its strength. */
const faint = (colour: string): string => colour.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.12)')

/** Room above and below a curve; a flat one lies in the middle. */
const spread = (min: number, max: number): [number, number] => {
  const room = Math.max((max - min) * 0.12, max * 0.01, 1)
  return [Math.max(0, min - room), max + room]
}

const axisFont = '11px "Inter Variable", system-ui, sans-serif'

const optionsOf = (props: LineChartProps, width: number): uPlot.Options => {
  const grid = { stroke: tokenColour('--border'), width: 1 }
  const text = tokenColour('--text-muted')
  const axis = (scale: string, side: 1 | 3, hasGrid: boolean): uPlot.Axis => ({
    scale,
    side,
    stroke: text,
    font: axisFont,
    grid: { ...grid, show: hasGrid },
    ticks: { show: false },
    size: 52,
    values: (_, values) => values.map((value) => props.formatY(value)),
  })
  const hasRight = props.series.some((one) => one.side === 'right')
  return {
    width,
    height: props.height ?? 260,
    padding: [12, hasRight ? 0 : 12, 0, 0],
    cursor: { y: false, points: { size: 7 } },
    legend: { show: false },
    scales: {
      x: { time: false },
      left: { range: (_, min, max) => [0, Math.max(1, max * 1.08, min)] },
      right: { range: (_, min, max) => spread(min, max) },
    },
    axes: [
      {
        stroke: text,
        font: axisFont,
        size: 30,
        grid: { ...grid, show: false },
        ticks: { show: false },
        values: (_, values) => values.map((value) => props.formatX(value)),
      },
      axis('left', 3, true),
      ...(hasRight ? [axis('right', 1, false)] : []),
    ],
    series: [
      {},
      ...props.series.map((one): uPlot.Series => {
        const colour = tokenColour(one.token)
        return {
          label: one.label,
          scale: one.side,
          stroke: colour,
          width: 2,
          points: { show: false },
          ...(one.stepped && uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
          ...(one.side === 'left' ? { fill: faint(colour) } : {}),
        }
      }),
    ],
  }
}

/** Lines over time on a canvas; grows while points arrive, follows the theme and the width it has. */
export const LineChart = (props: LineChartProps) => {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    const element = host.current
    if (!element) return
    const build = (): void => {
      chart.current?.destroy()
      const now = latest.current
      const data: uPlot.AlignedData = [now.x, ...now.series.map((one) => one.values)]
      chart.current = new uPlot(optionsOf(now, element.clientWidth), data, element)
    }
    build()
    const resize = new ResizeObserver(() =>
      chart.current?.setSize({ width: element.clientWidth, height: latest.current.height ?? 260 }),
    )
    resize.observe(element)
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', build)
    window.addEventListener('muster-theme', build)
    return () => {
      resize.disconnect()
      dark.removeEventListener('change', build)
      window.removeEventListener('muster-theme', build)
      chart.current?.destroy()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setData([props.x, ...props.series.map((one) => one.values)])
  }, [props.x, props.series])

  return (
    <figure className={styles.figure}>
      <div ref={host} className={styles.host} style={{ height: props.height ?? 260 }} aria-hidden="true" />
      <figcaption className={styles.legend}>
        {props.series.map((one) => (
          <span key={one.label} className={styles.key}>
            <i style={{ background: `var(${one.token})` }} />
            {one.label}
          </span>
        ))}
        <span className="visually-hidden">{props.summary}</span>
      </figcaption>
    </figure>
  )
}
