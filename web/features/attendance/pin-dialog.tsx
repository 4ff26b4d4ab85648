import { type FormEvent, useState } from 'react'
import { setPin } from '../../api/attendance.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { useAct } from '../exchange/use-act.ts'

/** Sets one's own PIN for the kiosk. */
export const PinDialog = ({ onClose }: { onClose(): void }) => {
  const { act, busyId } = useAct('attendance')
  const [pin, setNew] = useState('')
  const [again, setAgain] = useState('')
  const isOther = again !== '' && again !== pin
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (again !== pin) return
    act({
      id: 'pin',
      done: 'Your PIN is set',
      work: async () => {
        await setPin(pin)
        onClose()
      },
    })
  }
  const digits = {
    type: 'password',
    inputMode: 'numeric',
    autoComplete: 'new-password',
    pattern: '\\d{4,8}',
    title: 'Four to eight digits',
    required: true,
  } as const
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Set your PIN"
      description="With your personnel number it clocks you in and out at a kiosk."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="pin" busy={busyId === 'pin'}>
            Set PIN
          </Button>
        </>
      }
    >
      <form id="pin" className={form.form} onSubmit={submit}>
        <TextField
          {...digits}
          label="New PIN"
          hint="Four to eight digits."
          value={pin}
          onChange={(event) => setNew(event.target.value)}
        />
        <TextField
          {...digits}
          label="The same again"
          value={again}
          error={isOther ? 'The two are not the same.' : null}
          onChange={(event) => setAgain(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
