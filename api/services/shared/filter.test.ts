import { PgDialect } from 'drizzle-orm/pg-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { employees, organisationSettings, rosters } from '../../../drizzle/schema/index.ts'
import { Invalid } from '../../errors.ts'
import { filterBy, parseFilter } from './filter.ts'
import { orderOf } from './sort.ts'

const fields = {
  name: employees.name,
  state: employees.state,
  email: employees.email,
  departmentId: employees.departmentId,
  hiredOn: employees.hiredOn,
  days: rosters.days,
  createdAt: employees.createdAt,
  allowDoubleBooking: organisationSettings.allowDoubleBooking,
  externalIds: employees.externalIds,
}
const toSql = (filter: string) => {
  const condition = filterBy(fields, filter)
  if (!condition) throw new Error('No condition.')
  const { sql, params } = new PgDialect().sqlToQuery(condition)
  return { sql, params }
}

test('conditions are joined by and; every value is a parameter, never text of the statement', () => {
  expect(toSql('state:eq:active,name:like:ann')).toEqual({
    sql: '("employees"."state" = $1 and "employees"."name" ilike $2)',
    params: ['active', '%ann%'],
  })
  const { sql, params } = toSql(`name:eq:"x'; drop table employees; --"`)
  expect(sql).toBe('"employees"."name" = $1')
  expect(params).toEqual([`x'; drop table employees; --`])
})

test('a value with commas, quotes or wildcards is taken as it is', () => {
  expect(toSql('name:eq:"Smith, \\"Jo\\" \\\\ Ann"').params).toEqual(['Smith, "Jo" \\ Ann'])
  expect(toSql('name:like:50%_off').params).toEqual(['%50\\%\\_off%'])
  expect(toSql('name:eq:a:b').params).toEqual(['a:b'])
  expect(toSql('name:eq:').params).toEqual([''])
})

test('each kind of field has its operators and its values', () => {
  const id = '018f0000-0000-7000-8000-000000000000'
  expect(toSql(`departmentId:in:${id}|${id}`).params).toEqual([id, id])
  expect(toSql('email:null:true').sql).toBe('"employees"."email" is null')
  expect(toSql('departmentId:null:false').sql).toBe('"employees"."department_id" is not null')
  expect(toSql('hiredOn:ge:2027-01-01,days:lt:28').params).toEqual(['2027-01-01', 28])
  expect(toSql('createdAt:gt:2027-01-01T00:00:00Z').params).toEqual(['2027-01-01T00:00:00.000Z'])
  expect(toSql('allowDoubleBooking:eq:true').params).toEqual([true])
})

test('what does not fit is refused in words that name the way out', () => {
  for (const [filter, words] of [
    ['salary:eq:1', 'no field "salary" to filter by. It has name, state'],
    ['externalIds:eq:1', 'no field "externalIds"'],
    ['__proto__:eq:1', 'cannot be read'],
    ['toString:eq:1', 'no field "toString"'],
    ['state:eq:gone', 'one of active, archived'],
    ['departmentId:like:x', 'takes no "like". It takes eq, ne, in, null'],
    ['departmentId:eq:x', 'a value of kind uuid'],
    ['name:null:true', 'takes no "null"'],
    ['days:eq:1.5', 'a value of kind number'],
    ['hiredOn:eq:2027-02-30', 'a value of kind day'],
    ['name', 'cannot be read'],
    ['name:is:x', 'cannot be read'],
    ['name:eq:"open', 'cannot be read'],
    ['name:eq:x,', 'cannot be read'],
    ['', 'cannot be read'],
    [Array.from({ length: 11 }, () => 'name:eq:x').join(','), 'up to 10 conditions'],
  ] as const) {
    let message = ''
    try {
      filterBy(fields, filter)
    } catch (error) {
      expect(error).toBeInstanceOf(Invalid)
      message = String(error)
    }
    expect(message, filter).toContain(words)
  }
})

test('whatever text comes, it is read or refused, and what is read says what was written', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, noise) => {
      const quoted = `name:eq:"${value.replaceAll(/["\\]/g, '\\$&')}"`
      expect(parseFilter(quoted)).toEqual([{ field: 'name', operator: 'eq', value }])
      try {
        filterBy(fields, noise)
      } catch (error) {
        expect(error).toBeInstanceOf(Invalid)
      }
    }),
  )
})

test('an order is the usual one or the one asked for, with the unique key last', () => {
  const columns = { name: employees.name, number: employees.number, id: employees.id }
  const rule = { usual: ['name', 'id'], sortable: ['name', 'number'] }
  expect(orderOf(columns, rule, undefined).fields).toEqual(['name', 'id'])
  const falling = orderOf(columns, rule, '-number')
  expect(falling.fields).toEqual(['number', 'id'])
  const [first] = falling.orderBy
  expect(first && new PgDialect().sqlToQuery(first).sql).toBe('"employees"."number" desc')
  expect(() => orderOf(columns, rule, 'id')).toThrow(Invalid)
  expect(() => orderOf(columns, rule, '-')).toThrow('Choose name or number')
})
