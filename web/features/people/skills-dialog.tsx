import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { skillsQuery } from '../../api/queries.ts'
import type { Employee, EmployeeCreate } from '../../api/types.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { RowsEditor } from '../forms/rows-editor.tsx'
import { useSaveRecord } from '../forms/use-save-record.ts'
import { skillLevels } from './skill-levels.ts'

type Held = NonNullable<EmployeeCreate['skills']>[number]

/** All skills of a person as rows: which, how well, between which days. */
export const SkillsDialog = ({ person, onClose }: { person: Employee; onClose(): void }) => {
  const skills = useQuery(skillsQuery)
  const [held, setHeld] = useState<Held[]>(() =>
    person.skills.map(({ skillId, level, validFrom, validUntil }) => ({ skillId, level, validFrom, validUntil })),
  )
  const { saveRecord, isSaving, error } = useSaveRecord('employees', person, {
    keys: ['employees', 'grid'],
    done: 'Skills saved',
    onSaved: onClose,
  })
  return (
    <FormDialog
      wide
      title={`Skills of ${person.name}`}
      isSaving={isSaving}
      error={error}
      fields={['skills']}
      onClose={onClose}
      onSubmit={() => saveRecord({ skills: held })}
    >
      <RowsEditor
        legend="Skills"
        noun="skill"
        rows={held}
        onChange={setHeld}
        fresh={{ skillId: '', level: 1, validFrom: null, validUntil: null }}
        error={fieldErrors(error).skills}
      >
        {(one, change) => (
          <>
            <SelectField
              label="Skill"
              required
              value={one.skillId}
              onChange={(event) => change({ skillId: event.target.value })}
            >
              <option value="">Choose</option>
              {skills.data?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField
              label="Level"
              value={one.level ?? 1}
              onChange={(event) => change({ level: Number(event.target.value) })}
            >
              {skillLevels.map((name, level) => (
                <option key={name} value={level}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField
              label="From"
              type="date"
              value={one.validFrom ?? ''}
              onChange={(event) => change({ validFrom: event.target.value || null })}
            />
            <TextField
              label="Until"
              type="date"
              value={one.validUntil ?? ''}
              error={one.validFrom && one.validUntil && one.validUntil < one.validFrom ? 'Not before its start.' : null}
              onChange={(event) => change({ validUntil: event.target.value || null })}
            />
          </>
        )}
      </RowsEditor>
    </FormDialog>
  )
}
