import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowUpDown, CircleCheck, Coffee, Delete, LogIn, LogOut, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { sitesQuery } from '../../api/queries.ts'
import type { Clock } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { timeText } from '../exchange/shift-text.ts'
import { useMe } from '../session/use-me.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { type PressKind, stateWords } from './clock-time.ts'
import styles from './kiosk.module.css'
import { useKioskPress } from './use-kiosk-press.ts'
import { useKioskSite } from './use-kiosk-site.ts'
import { useNow } from './use-now.ts'

const presses: readonly { kind: PressKind; label: string; icon: typeof LogIn }[] = [
  { kind: 'in', label: 'In', icon: LogIn },
  { kind: 'break-start', label: 'Break', icon: Coffee },
  { kind: 'break-end', label: 'Back', icon: Undo2 },
  { kind: 'out', label: 'Out', icon: LogOut },
]

/** A device that stands at work: number, PIN, and one press. It shows nobody's time but that of who has just pressed. */
export const KioskPage = () => {
  useDocumentTitle('Kiosk')
  const { organisation, can } = useMe()
  const [siteId, setSite] = useKioskSite()
  const nowMs = useNow(1000)
  if (!can('attendance:kiosk'))
    return (
      <div className={styles.kiosk}>
        <Notice kind="warning">
          This sign-in may not run a kiosk. Ask a manager to sign this device in. <Link to="/">Back to Muster</Link>
        </Notice>
      </div>
    )
  return (
    <main className={styles.kiosk}>
      <header className={styles.header}>
        <h1>{organisation?.name}</h1>
        <SiteChoice siteId={siteId} onChoose={setSite} />
      </header>
      <p className={styles.time}>{timeText(new Date(nowMs).toISOString())}</p>
      <KioskForm siteId={siteId} />
      <Link to="/clock" className={styles.leave}>
        Leave the kiosk
      </Link>
    </main>
  )
}

const SiteChoice = ({ siteId, onChoose }: { siteId: string; onChoose(siteId: string): void }) => {
  const sites = useQuery(sitesQuery)
  if ((sites.data?.length ?? 0) < 2) return null
  return (
    <Select label="Where this device stands" value={siteId} onChange={(event) => onChoose(event.target.value)}>
      <option value="">Any site</option>
      {sites.data?.map((site) => (
        <option key={site.id} value={site.id}>
          {site.name}
        </option>
      ))}
    </Select>
  )
}

const KioskForm = ({ siteId }: { siteId: string }) => {
  const [typed, setTyped] = useState({ number: '', pin: '' })
  const [field, setField] = useState<keyof typeof typed>('number')
  const inputs = { number: useRef<HTMLInputElement>(null), pin: useRef<HTMLInputElement>(null) }
  const press = useKioskPress(siteId, (isDone) => {
    setTyped(({ number }) => ({ number: isDone ? '' : number, pin: '' }))
    inputs.number.current?.focus()
  })
  const set = (name: keyof typeof typed, value: string) => setTyped((before) => ({ ...before, [name]: value }))
  const isReady = typed.number.trim() !== '' && /^\d{4,8}$/.test(typed.pin)
  // A form with two fields and no button to send it does nothing at Enter by itself.
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== inputs.number.current) return
    event.preventDefault()
    inputs.pin.current?.focus()
  }
  return (
    <form className={styles.form} onKeyDown={onEnter} autoComplete="off">
      <KioskAnswer clock={press.data} error={press.error} />
      <label className={styles.field}>
        Personnel number
        <input
          ref={inputs.number}
          value={typed.number}
          maxLength={40}
          // biome-ignore lint/a11y/noAutofocus: a device that waits for nothing else
          autoFocus
          autoComplete="off"
          onFocus={() => setField('number')}
          onChange={(event) => set('number', event.target.value)}
        />
      </label>
      <label className={styles.field}>
        PIN
        <input
          ref={inputs.pin}
          type="password"
          inputMode="numeric"
          value={typed.pin}
          maxLength={8}
          autoComplete="one-time-code"
          onFocus={() => setField('pin')}
          onChange={(event) => set('pin', event.target.value.replace(/\D/g, ''))}
        />
      </label>
      <Keypad
        onDigit={(digit) => set(field, `${typed[field]}${digit}`.slice(0, field === 'pin' ? 8 : 40))}
        onDelete={() => set(field, typed[field].slice(0, -1))}
        onNext={() => inputs[field === 'pin' ? 'number' : 'pin'].current?.focus()}
      />
      <div className={styles.presses}>
        {presses.map(({ kind, label, icon: Icon }) => (
          <Button
            key={kind}
            size="large"
            look={kind === 'in' || kind === 'out' ? 'primary' : 'secondary'}
            icon={<Icon size={18} />}
            disabled={!isReady || press.isPending}
            busy={press.isPending && press.variables.kind === kind}
            onClick={() => press.mutate({ number: typed.number.trim(), pin: typed.pin, kind })}
          >
            {label}
          </Button>
        ))}
      </div>
    </form>
  )
}

/** What the last press did, for a few seconds, or why it was refused. */
const KioskAnswer = ({ clock, error }: { clock: Clock | undefined; error: Error | null }) => (
  <div aria-live="assertive" className={styles.answer}>
    {clock && (
      <Notice kind="success" icon={<CircleCheck size={18} />}>
        <b>{clock.employeeName}</b>: {stateWords[clock.state].toLowerCase()}
        {clock.since && ` since ${timeText(clock.since, clock.shift?.zone)}`}
      </Notice>
    )}
    {error && <Notice kind="danger">{error.message}</Notice>}
  </div>
)

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

const Keypad = ({ onDigit, onDelete, onNext }: { onDigit(digit: string): void; onDelete(): void; onNext(): void }) => (
  <div className={styles.keys}>
    {keys.map((key) => (
      <button key={key} type="button" onClick={() => onDigit(key)}>
        {key}
      </button>
    ))}
    <button type="button" aria-label="The other field" onClick={onNext}>
      <ArrowUpDown size={20} />
    </button>
    <button type="button" onClick={() => onDigit('0')}>
      0
    </button>
    <button type="button" aria-label="Delete the last one" onClick={onDelete}>
      <Delete size={20} />
    </button>
  </div>
)
