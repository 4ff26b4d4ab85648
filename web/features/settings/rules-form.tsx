import { type FormEvent, useState } from 'react'
import { ruleCatalogue } from '../../../solver/index.ts'
import type { Organisation, RuleSetting } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { Card } from '../shell/page.tsx'
import { ruleName } from '../words/rule-names.ts'
import { RuleParameter } from './rule-parameter.tsx'
import styles from './settings.module.css'
import { useSaveOrganisation } from './use-save-organisation.ts'

type Level = NonNullable<RuleSetting['level']>

interface Row {
  id: number
  setting: RuleSetting
}

const levels: readonly { value: Level; label: string }[] = [
  { value: 'hard', label: 'Must be kept' },
  { value: 'medium', label: 'Almost always' },
  { value: 'soft', label: 'If possible' },
  { value: 'off', label: 'Off' },
]

type Parameter = (typeof ruleCatalogue)[number]['parameters'][number]

const infoOf = (rule: string) => ruleCatalogue.find((info) => info.id === rule)

/** The organisation's rules: how strictly each holds, how much it weighs, and its values. Contracts may replace them. */
export const RulesForm = ({ organisation, canEdit }: { organisation: Organisation; canEdit: boolean }) => {
  const save = useSaveOrganisation(organisation)
  const [rows, setRows] = useState<readonly Row[]>(() => organisation.rules.map((setting, id) => ({ id, setting })))
  const listed = new Set(rows.map((row) => row.setting.rule))
  const unlisted = ruleCatalogue.filter(
    (info) => !listed.has(info.id) || info.parameters.some((one) => one.name === 'period'),
  )

  const change = (id: number, setting: RuleSetting): void =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, setting } : row)))
  const add = (rule: string): void => {
    const id = Math.max(-1, ...rows.map((row) => row.id)) + 1
    setRows([...rows, { id, setting: { rule, params: startingParams(rule) } }])
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ rules: rows.map((row) => row.setting) })
  }

  return (
    <Card flush>
      <form onSubmit={submit}>
        <header className={styles.head}>
          <h2 className={styles.heading}>Rules</h2>
          <p className={styles.intro}>
            They hold in every run and for every change by hand. A rule that must be kept stops; the others cost.
          </p>
        </header>
        {save.error && <Notice kind="danger">{save.error.message}</Notice>}
        <fieldset className={styles.rules} disabled={!canEdit}>
          {rows.map((row) => (
            <RuleRow key={row.id} setting={row.setting} onChange={(setting) => change(row.id, setting)} />
          ))}
        </fieldset>
        {canEdit && (
          <footer className={styles.foot}>
            <Select label="Add a rule" value="" onChange={(event) => add(event.target.value)}>
              <option value="">Add a rule…</option>
              {unlisted.map((info) => (
                <option key={info.id} value={info.id}>
                  {ruleName(info.id)}
                </option>
              ))}
            </Select>
            <Button type="submit" look="primary" busy={save.isPending}>
              Save rules
            </Button>
          </footer>
        )}
      </form>
    </Card>
  )
}

/** The least a rule needs to be complete: its required numbers at their lowest. */
const startingParams = (rule: string): Record<string, unknown> =>
  Object.fromEntries(
    (infoOf(rule)?.parameters ?? []).flatMap((parameter): [string, unknown][] => {
      if (parameter.kind === 'integer' && parameter.default === undefined && !parameter.optional)
        return [[parameter.name, Math.max(1, parameter.min)]]
      if (parameter.kind === 'choice' && parameter.default === undefined && parameter.choices[0])
        return [[parameter.name, parameter.choices[0]]]
      return []
    }),
  )

/** The length of a rolling window is asked for only when the period is one. */
const shownParameters = (parameters: readonly Parameter[], setting: RuleSetting): readonly Parameter[] =>
  parameters.filter(
    (one) => !/rolling window/.test(one.about) || one.kind !== 'integer' || setting.params?.period === 'rolling',
  )

const RuleRow = ({ setting, onChange }: { setting: RuleSetting; onChange(setting: RuleSetting): void }) => {
  const info = infoOf(setting.rule)
  const level = setting.level ?? info?.level ?? 'soft'
  const setParameter = (name: string, value: unknown): void => {
    const params = { ...setting.params }
    if (value === undefined) delete params[name]
    else params[name] = value
    onChange({ ...setting, params })
  }
  return (
    <div className={styles.rule}>
      <div>
        <span className={classNames(styles.name, level === 'off' && styles.nameOff)}>{ruleName(setting.rule)}</span>
        {level !== 'off' && (info?.parameters.length ?? 0) > 0 && (
          <div className={styles.parameters}>
            {shownParameters(info?.parameters ?? [], setting).map((parameter) => (
              <RuleParameter
                key={parameter.name}
                parameter={parameter}
                value={setting.params?.[parameter.name]}
                onChange={(value) => setParameter(parameter.name, value)}
              />
            ))}
          </div>
        )}
      </div>
      {level === 'soft' || level === 'medium' ? (
        <label className={styles.weight}>
          Weight
          <input
            type="number"
            min={1}
            max={1_000_000}
            required
            value={setting.weight ?? info?.weight ?? 1}
            onChange={(event) => onChange({ ...setting, weight: Number(event.target.value) })}
          />
        </label>
      ) : (
        <span />
      )}
      <Select
        label={`How strictly: ${ruleName(setting.rule)}`}
        value={level}
        onChange={(event) => onChange({ ...setting, level: event.target.value as Level })}
      >
        {levels.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </Select>
    </div>
  )
}
