// Plots as plain SVG, small enough to read in a diff: axes, lines, labels, nothing else.
import { type Growth, nearPercent } from './growth.ts'

export interface Curve {
  label: string
  /** Seconds and what is plotted at that time; both above 0 where an axis is logarithmic. */
  points: readonly (readonly [number, number])[]
}

export interface Panel {
  title: string
  curves: readonly Curve[]
}

const colours = ['#3457d5', '#c2410c', '#15803d', '#7e22ce']
const panel = { width: 300, height: 190, left: 52, right: 10, top: 26, bottom: 28 }
const columns = 3
const growthTitle = 'Time to equal quality by size'

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const text = (x: number, y: number, content: string, anchor = 'start') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escapeXml(content)}</text>`

function document(title: string, width: number, height: number, content: readonly string[]): string {
  const style = 'font: 10px sans-serif; background: #fff'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="${style}">\n<title>${escapeXml(title)}</title>\n${content.join('\n')}\n</svg>\n`
}

/** Score over time, one panel an instance; time is logarithmic, the other axis spans what is drawn. */
export function curvesPlot(panels: readonly Panel[]): string {
  const rows = Math.max(1, Math.ceil(panels.length / columns))
  const drawn = panels.map((one, index) => {
    const x = (index % columns) * panel.width
    const y = Math.floor(index / columns) * panel.height
    return `<g transform="translate(${x} ${y})">\n${panelLines(one).join('\n')}\n</g>`
  })
  return document('Score over time', columns * panel.width, rows * panel.height, drawn)
}

function panelLines({ title, curves }: Panel): string[] {
  const points = curves.flatMap((curve) => curve.points)
  const seconds = points.map(([at]) => Math.log10(Math.max(at, 0.01)))
  const values = points.map(([, value]) => value)
  const x = scale(Math.min(...seconds), Math.max(...seconds), panel.left, panel.width - panel.right)
  const y = scale(Math.min(...values), Math.max(...values), panel.height - panel.bottom, panel.top)
  const lines = [
    text(panel.left, 14, title),
    `<path d="M${panel.left} ${panel.top}V${panel.height - panel.bottom}H${panel.width - panel.right}" fill="none" stroke="#888"/>`,
  ]
  if (points.length === 0) return lines
  for (const value of [Math.min(...values), Math.max(...values)])
    lines.push(text(panel.left - 4, y(value) + 3, String(Math.round(value)), 'end'))
  for (const at of [Math.min(...seconds), Math.max(...seconds)])
    lines.push(text(x(at), panel.height - 12, `${Number((10 ** at).toPrecision(2))} s`, 'middle'))
  curves.forEach((curve, index) => {
    const colour = colours[index % colours.length]!
    const path = curve.points.map(([at, value], point) => {
      const [left, top] = [x(Math.log10(Math.max(at, 0.01))).toFixed(1), y(value).toFixed(1)]
      return point === 0 ? `M${left} ${top}` : `H${left}V${top}`
    })
    lines.push(`<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`)
    const row = panel.top + 10 + 12 * index
    lines.push(`<g fill="${colour}">${text(panel.width - panel.right, row, curve.label, 'end')}</g>`)
  })
  return lines
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1
  return (value) => start + ((value - from) / span) * (end - start)
}

/** Time to equal quality by size, both logarithmic, with the fitted power and the limit of 1.3 for comparison. */
export function growthPlot({ points, exponent, factor }: Growth): string {
  const [width, height, left, bottom] = [520, 360, 60, 320]
  const logs = points.map(({ shifts, seconds }) => [Math.log10(shifts), Math.log10(seconds)] as const)
  if (logs.length === 0 || exponent === null || factor === null)
    return document(growthTitle, width, height, [text(20, 30, 'Too few sizes to fit a line.')])
  const xs = logs.map(([one]) => one)
  const line = (power: number, at: number) => logs[0]![1] + power * (at - logs[0]![0])
  const ys = [...logs.map(([, one]) => one), line(1.3, Math.max(...xs))]
  const x = scale(Math.min(...xs), Math.max(...xs), left, width - 20)
  const y = scale(Math.min(...ys) - 0.1, Math.max(...ys) + 0.1, bottom, 40)
  const fitted = (at: number) => Math.log10(factor) + exponent * at
  const segment = (height1: (at: number) => number, style: string) => {
    const [from, to] = [Math.min(...xs), Math.max(...xs)]
    return `<path d="M${x(from).toFixed(1)} ${y(height1(from)).toFixed(1)}L${x(to).toFixed(1)} ${y(height1(to)).toFixed(1)}" fill="none" ${style}/>`
  }
  return document(growthTitle, width, height, [
    text(
      left,
      20,
      `Time to within ${nearPercent} % of a longer run: shifts ^ ${exponent.toFixed(2)} (dashed: 1.3, the limit)`,
    ),
    `<path d="M${left} 40V${bottom}H${width - 20}" fill="none" stroke="#888"/>`,
    segment(fitted, 'stroke="#3457d5"'),
    segment((at) => line(1.3, at), 'stroke="#888" stroke-dasharray="4 4"'),
    ...points.map(({ shifts, seconds }) => {
      const [cx, cy] = [x(Math.log10(shifts)), y(Math.log10(seconds))]
      const mark = `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="3.5" fill="#3457d5"/>`
      return `${mark}${text(cx, bottom + 16, String(shifts), 'middle')}${text(cx + 6, cy - 6, `${seconds.toFixed(2)} s`)}`
    }),
    text(width / 2, height - 8, 'shifts', 'middle'),
  ])
}
