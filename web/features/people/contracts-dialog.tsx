import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { contractsQuery } from '../../api/people.ts'
import type { Employee, EmployeeCreate } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { RowsEditor } from '../forms/rows-editor.tsx'
import { useSaveRecord } from '../forms/use-save-record.ts'
import { useMe } from '../session/use-me.ts'
import { payInput, readPay } from './pay.ts'

type Held = NonNullable<EmployeeCreate['contracts']>[number]
/** Numbers as they are typed: a field may be empty for a moment. */
type Row = Pick<Held, 'contractId' | 'validFrom' | 'validUntil'> & { share: string; pay: string }

interface ContractsDialogProps {
  person: Employee
  currency: string
  onClose(): void
}

/** All contracts of a person as rows: which, between which days, which share. Pay is written by who may write costs. */
export const ContractsDialog = ({ person, currency, onClose }: ContractsDialogProps) => {
  const { can } = useMe()
  const contracts = useQuery(contractsQuery)
  const [rows, setRows] = useState<Row[]>(() =>
    person.contracts.map(({ contractId, validFrom, validUntil, sharePercent, rateMinor }) => ({
      contractId,
      validFrom,
      validUntil,
      share: String(sharePercent),
      pay: payInput(rateMinor, currency),
    })),
  )
  const { saveRecord, isSaving, error } = useSaveRecord('employees', person, {
    keys: ['employees', 'grid'],
    done: 'Contracts saved',
    onSaved: onClose,
  })
  const toHeld = ({ share, pay, ...row }: Row): Held => ({
    ...row,
    sharePercent: Number(share),
    // Without the right to write pay the API keeps what is stored.
    ...(can('costs:write') && { rateMinor: readPay(pay, currency) }),
  })
  return (
    <FormDialog
      wide
      title={`Contracts of ${person.name}`}
      isSaving={isSaving}
      error={error}
      fields={['contracts']}
      onClose={onClose}
      onSubmit={() => saveRecord({ contracts: rows.map(toHeld) })}
    >
      <RowsEditor
        legend="Contracts"
        noun="contract"
        rows={rows}
        onChange={setRows}
        fresh={{ contractId: '', validFrom: today(), validUntil: null, share: '100', pay: '' }}
        error={fieldErrors(error).contracts}
      >
        {(one, change) => (
          <>
            <SelectField
              label="Contract"
              required
              value={one.contractId}
              onChange={(event) => change({ contractId: event.target.value })}
            >
              <option value="">Choose</option>
              {contracts.data?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField
              label="From"
              type="date"
              required
              value={one.validFrom}
              onChange={(event) => change({ validFrom: event.target.value })}
            />
            <TextField
              label="Until"
              type="date"
              value={one.validUntil ?? ''}
              error={one.validUntil && one.validUntil < one.validFrom ? 'Not before its start.' : null}
              onChange={(event) => change({ validUntil: event.target.value || null })}
            />
            <TextField
              label="Share in %"
              type="number"
              min={1}
              max={200}
              required
              value={one.share}
              onChange={(event) => change({ share: event.target.value })}
            />
            {can('costs:read') && (
              <TextField
                label={`Pay an hour, ${currency}`}
                inputMode="decimal"
                pattern="[0-9]*[.,]?[0-9]*"
                disabled={!can('costs:write')}
                value={one.pay}
                onChange={(event) => change({ pay: event.target.value })}
              />
            )}
          </>
        )}
      </RowsEditor>
    </FormDialog>
  )
}
