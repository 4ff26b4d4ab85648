import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { reportAbsence } from '../../api/exchange.ts'
import { employeesQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import formStyles from '../../ui/form.module.css'
import { useMe } from '../session/use-me.ts'
import { useAct } from './use-act.ts'

const offers = [0, 1, 3, 5]

/** Local midnight of a day, and of the day after it, as instants. */
const dayEdge = (day: string, daysLater = 0): string => {
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + daysLater)
  return date.toISOString()
}
const todayText = (): string =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/** Who cannot come and until when; a planner's report opens the shifts and asks the nearest stand-ins. */
export const ReportAbsenceDialog = ({ onClose }: { onClose(): void }) => {
  const { can } = useMe()
  const isPlanner = can('exchange:decide') && can('people:read')
  const people = useQuery({ ...employeesQuery, enabled: isPlanner })
  const navigate = useNavigate()
  const { act, busyId } = useAct()
  const [employeeId, setEmployee] = useState('')
  const [first, setFirst] = useState(todayText)
  const [last, setLast] = useState(todayText)
  const [offerTo, setOfferTo] = useState(3)
  const [note, setNote] = useState('')
  const isWrong = last < first

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWrong) return
    act({
      id: 'report',
      done: 'Reported',
      work: async () => {
        await reportAbsence({
          ...(employeeId !== '' && { employeeId }),
          start: dayEdge(first),
          end: dayEdge(last, 1),
          ...(note.trim() !== '' && { note: note.trim() }),
          ...(isPlanner && { open: { offerTo } }),
        })
        onClose()
        if (isPlanner) await navigate({ to: '/open-shifts' })
      },
    })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Report absence"
      description="Takes the person off their published shifts of these days."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="absence" busy={busyId === 'report'}>
            Report
          </Button>
        </>
      }
    >
      <form id="absence" className={formStyles.form} onSubmit={submit}>
        {isPlanner && (
          <SelectField label="Who" value={employeeId} required onChange={(event) => setEmployee(event.target.value)}>
            <option value="">Choose a person</option>
            {people.data?.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
        )}
        <div className={formStyles.pair}>
          <TextField
            label="First day"
            type="date"
            required
            value={first}
            onChange={(event) => setFirst(event.target.value)}
          />
          <TextField
            label="Last day"
            type="date"
            required
            value={last}
            error={isWrong ? 'Not before the first day.' : null}
            onChange={(event) => setLast(event.target.value)}
          />
        </div>
        {isPlanner && (
          <SelectField
            label="Ask stand-ins"
            hint="For each shift, the nearest people by the rules get a message."
            value={String(offerTo)}
            onChange={(event) => setOfferTo(Number(event.target.value))}
          >
            {offers.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? 'Nobody yet' : count === 1 ? 'The nearest person' : `The nearest ${count}`}
              </option>
            ))}
          </SelectField>
        )}
        <TextField label="Note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </form>
    </Dialog>
  )
}
