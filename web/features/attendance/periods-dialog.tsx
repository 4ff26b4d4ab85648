import { type FormEvent, useState } from 'react'
import { createPayPeriods } from '../../api/attendance.ts'
import type { PayPeriod, PayPeriodsCreate } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, today } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { useAct } from '../exchange/use-act.ts'

type Length = PayPeriodsCreate['length']

/** Makes pay periods one after the other, after the last one there is. */
export const PeriodsDialog = ({ periods, onClose }: { periods: readonly PayPeriod[]; onClose(): void }) => {
  const { act, busyId } = useAct('attendance')
  const last = periods.at(-1)
  const [firstDay, setFirst] = useState(last ? addDays(last.lastDay, 1) : `${today().slice(0, 8)}01`)
  const [length, setLength] = useState<Length>('month')
  const [count, setCount] = useState('12')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act({
      id: 'periods',
      done: 'Made',
      work: async () => {
        await createPayPeriods({ firstDay, length, count: Number(count) })
        onClose()
      },
    })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New pay periods"
      description="Time is handed in, approved and paid by these."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="periods" busy={busyId === 'periods'}>
            Make them
          </Button>
        </>
      }
    >
      <form id="periods" className={form.form} onSubmit={submit}>
        <TextField
          label="First day"
          type="date"
          required
          value={firstDay}
          onChange={(event) => setFirst(event.target.value)}
        />
        <div className={form.pair}>
          <SelectField label="Length" value={length} onChange={(event) => setLength(event.target.value as Length)}>
            <option value="week">One week</option>
            <option value="two-weeks">Two weeks</option>
            <option value="month">One month</option>
          </SelectField>
          <TextField
            label="How many"
            type="number"
            min={1}
            max={60}
            required
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        </div>
      </form>
    </Dialog>
  )
}
