import Papa from 'papaparse'
import { muster } from '../endpoints.ts'
import { dayAfter, dayInWords, hoursInWords, moneyInWords, type Stage } from './stage.ts'

/**
 * The pay period that ended yesterday: timesheets are handed in for everybody who worked, approved, the period is closed, and the
 * payroll file is taken. Answers the sheets, the lines of the file and what they cost in minor units. Errors: ApiError.
 */
export const pay = async (
  stage: Stage,
  workers: readonly string[],
): Promise<{ timesheets: number; payrollLines: number; payrollMinor: number }> => {
  const { client, say, today } = stage
  const body = { firstDay: dayAfter(today, -7), length: 'week' } as const
  const [period] = await client.call(muster.addPayPeriods, { body })
  if (period === undefined) throw new Error('No pay period was made.')
  say(`Pay period from ${dayInWords(period.firstDay)} to ${dayInWords(period.lastDay)}`)
  for (const employeeId of workers)
    await client.call(muster.submitTimesheet, { body: { payPeriodId: period.id, employeeId } })
  const approved: string[] = []
  for await (const sheet of client.each(muster.timesheets, { query: { payPeriodId: period.id, state: 'submitted' } })) {
    const { id, version } = sheet
    const { employeeName, workedMinutes } = await client.call(muster.decideTimesheet, {
      id,
      version,
      body: { accept: true },
    })
    approved.push(`${employeeName} ${hoursInWords(workedMinutes)}`)
  }
  say(`Timesheets handed in and approved: ${approved.join(', ')}`)
  const closed = await client.call(muster.stepPayPeriod, {
    id: period.id,
    version: period.version,
    body: { state: 'closed' },
  })
  const file = await client.file(muster.payroll, { id: period.id })
  const { data: lines } = Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true })
  const payrollMinor = lines.reduce((sum, { costMinor }) => sum + Number(costMinor), 0)
  say(
    `The period is ${closed.state}; payroll file of ${lines.length} lines, ${moneyInWords(payrollMinor, lines[0]?.currency ?? '')}`,
  )
  return { timesheets: approved.length, payrollLines: lines.length, payrollMinor }
}
