import { describe, expect, it } from 'vitest'
import { readCsvTable } from './csv-table.ts'

const columns = [{ name: 'code', required: true }, { name: 'full_name' }]
const plain = (content: string) =>
  readCsvTable(content, columns).records.map(({ line, cells }) => [line, cells.get('code'), cells.get('full_name')])

describe('readCsvTable', () => {
  it('reads commas, semicolons and tabs alike, with a byte order mark and any line ending', () => {
    const expected = [[2, 'a', 'Ann, A.']]
    expect(plain('code,full_name\na,"Ann, A."\n')).toEqual(expected)
    expect(plain('\uFEFFcode;full_name\r\na;Ann, A.\r\n')).toEqual(expected)
    expect(plain('code\tfull_name\ra\tAnn, A.')).toEqual(expected)
  })

  it('finds columns whatever their case, order, spaces and hyphens', () => {
    expect(plain('Full Name,CODE\nAnn,a')).toEqual([[2, 'a', 'Ann']])
    expect(plain('full-name,code\nAnn,a')).toEqual([[2, 'a', 'Ann']])
  })

  it('counts lines as an editor does, over blank lines and quoted line breaks', () => {
    expect(plain('code,full_name\n\na,"Ann\nof Kent"\n\nb,Bob\n')).toEqual([
      [3, 'a', 'Ann\nof Kent'],
      [6, 'b', 'Bob'],
    ])
  })

  it('lists every line of the wrong width and keeps the others', () => {
    const table = readCsvTable('code,full_name\na\nb,Bob\nc,C,C', columns)
    expect(table.records).toHaveLength(1)
    expect(table.errors.map((error) => error.line)).toEqual([2, 4])
    expect(table.errors[0]?.reason).toContain('1 fields, the header 2')
  })

  it('refuses a header with unknown, repeated or missing columns, and names the known ones', () => {
    const { errors } = readCsvTable('name,full_name,full_name\n1,2,3', columns)
    expect(errors.map((error) => error.column)).toEqual(['name', 'full_name', 'code'])
    expect(errors[0]?.reason).toContain('known are code, full_name')
  })

  it('answers an empty file and an open quote with a reason instead of rows', () => {
    expect(readCsvTable(' \n', columns).errors[0]?.reason).toContain('empty')
    const { errors, records } = readCsvTable('code,full_name\na,"Ann\nb,Bob', columns)
    expect(records).toEqual([])
    expect(errors).toMatchObject([{ line: 2, reason: expect.stringContaining('not closed') }])
  })
})
