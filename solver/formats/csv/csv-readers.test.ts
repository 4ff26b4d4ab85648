import { describe, expect, it } from 'vitest'
import { csvReaders } from './csv-readers.ts'

const faults = (errors: readonly { line: number; column: string | null }[]) =>
  errors.map(({ line, column }) => `${line} ${column}`)

describe('csvReaders', () => {
  it('reads people with dated skills, a contract and money in minor units', () => {
    const { rows, errors } = csvReaders.people(
      'number;name;email;phone;designation;department;team;job_role;hired_on;contract;contract_from;share_percent;rate_per_hour;skills;sites\n' +
        'P1;Ann Kent;ann@example.org;+49 30 12-3;Head nurse;icu;;nurse;2020-01-01;full;2024-01-01;80;23,5;nurse|surgery:3|x-ray:2@..2027-03-10;main|north\n',
    )
    expect(errors).toEqual([])
    expect(rows).toEqual([
      {
        line: 2,
        number: 'P1',
        name: 'Ann Kent',
        email: 'ann@example.org',
        phone: '+49 30 12-3',
        designation: 'Head nurse',
        department: 'icu',
        team: null,
        jobRole: 'nurse',
        hiredOn: '2020-01-01',
        terminatedOn: null,
        contract: 'full',
        contractFrom: '2024-01-01',
        contractUntil: null,
        sharePercent: 80,
        rateMinor: 2350,
        skills: [
          { code: 'nurse', level: 1, validFrom: null, validUntil: null },
          { code: 'surgery', level: 3, validFrom: null, validUntil: null },
          { code: 'x-ray', level: 2, validFrom: null, validUntil: '2027-03-10' },
        ],
        sites: ['main', 'north'],
      },
    ])
  })

  it('lists every wrong cell of every line and keeps the good lines', () => {
    const { rows, errors } = csvReaders.people(
      'number,name,email,hired_on,terminated_on,contract,share_percent,rate_per_hour,skills\n' +
        ',Ann,ann,2020-13-01,,full,0,1.234,nurse:9\n' +
        'P2,Bob,,2024-05-01,2024-04-01,,80,,\n' +
        'P3,Cem,,,,,,,\n' +
        'P3,Dan,,,,,,,\n',
    )
    expect(rows.map((row) => row.name)).toEqual(['Cem'])
    expect(faults(errors)).toEqual([
      '2 hired_on',
      '2 number',
      '2 email',
      '2 share_percent',
      '2 rate_per_hour',
      '2 skills',
      '3 terminated_on',
      '3 share_percent',
      '5 number',
    ])
    expect(errors.at(-1)?.reason).toBe('The person "P3" is already in line 4. Remove one of the two lines.')
  })

  it('accepts dates in ISO form only', () => {
    for (const date of ['28.03.2027', '03/28/2027', '2027-3-28', '2027-02-30', '20270328']) {
      const { errors } = csvReaders['time-off'](`person,from\nP1,${date}`)
      expect(faults(errors)).toEqual(['2 from'])
      expect(errors[0]?.value).toBe(date)
      expect(errors[0]?.reason).toContain('2027-03-28')
    }
  })

  it('gives a shift type that ends before it starts the length over midnight', () => {
    const { rows } = csvReaders['shift-types'](
      'code,name,start,end,break_minutes,tags,colour,skills\nN,Night,22:00,6:00,30,night|late,#2F80ED,nurse:2|vet\nD,Watch,07:00,07:00,,,,\n',
    )
    expect(rows[0]).toMatchObject({ startTime: '22:00', durationMinutes: 480, breakMinutes: 30, colour: '#2f80ed' })
    expect(rows[0]?.skills).toEqual([
      { code: 'nurse', levelMin: 2 },
      { code: 'vet', levelMin: 1 },
    ])
    expect(rows[1]?.durationMinutes).toBe(1440)
  })

  it('turns a demand line over a span and weekdays into one row for each day', () => {
    const { rows, errors } = csvReaders.demand(
      'site,shift_type,day,until,weekdays,heads,target,max\nmain,E,2027-03-25,2027-03-31,mon|Sunday,2,3,4\n',
    )
    expect(errors).toEqual([])
    expect(rows.map((row) => row.day)).toEqual(['2027-03-28', '2027-03-29'])
  })

  it('refuses demand for one shift type, site and day twice, also out of a span', () => {
    const { errors } = csvReaders.demand(
      'site,shift_type,day,until,heads\nmain,E,2027-03-25,2027-03-31,2\nmain,E,2027-03-28,,1\nmain,E,2027-03-01,2030-03-01,1',
    )
    expect(faults(errors)).toEqual(['3 day', '4 until'])
    expect(errors[0]?.reason).toContain('already in line 2')
  })

  it('turns the filled columns of a contract into rule settings in minutes', () => {
    const { rows } = csvReaders.contracts(
      'code,name,hours_per_week,max_hours_per_week,min_rest_hours,max_days_in_a_row\nfull,Full time,38.5,,11,5\n',
    )
    expect(rows[0]?.rules).toEqual([
      { rule: 'contract-minutes', params: { period: 'week', minutes: 2310 } },
      { rule: 'min-rest', params: { minutes: 660 } },
      { rule: 'max-consecutive-days', params: { days: 5 } },
    ])
  })

  it('reads the pay of a contract into one setting, and wants hours where it names a percentage for overtime', () => {
    const { rows, errors } = csvReaders.contracts(
      'code,name,sunday_percent,night_percent,overtime_over_hours_per_day,overtime_over_hours_per_week,overtime_percent\n' +
        'full,Full,150,25,9.5,40,125\nhalf,Half,,,,38.5,\nbare,Bare,,,,,\nodd,Odd,,,,,150\n',
    )
    const week = (minutes: number, percent: number) => ({ period: 'week', overMinutes: minutes, percent })
    const overtime = [{ period: 'day', overMinutes: 570, percent: 125 }, week(2400, 125)]
    expect(rows.map(({ rules }) => rules)).toEqual([
      [{ rule: 'labour-cost', params: { sundayPercent: 150, nightPercent: 25, overtime } }],
      [{ rule: 'labour-cost', params: { overtime: [week(2310, 150)] } }],
      [],
    ])
    expect(faults(errors)).toEqual(['5 overtime_percent'])
  })

  it('refuses a site in a zone or at a latitude that does not exist', () => {
    const { errors } = csvReaders.sites('code,name,zone,latitude,longitude\nmain,Main,Europe/Bonn,91,7\n')
    expect(faults(errors)).toEqual(['2 zone', '2 latitude'])
  })

  it('refuses half a place and what is no telephone number', () => {
    const sites = csvReaders.sites('code,name,zone,latitude,longitude\na,A,UTC,50,\nb,B,UTC,,7\n')
    expect(faults(sites.errors)).toEqual(['2 longitude', '3 latitude'])
    expect(faults(csvReaders.people('number,name,phone\n1,Ann,call me\n').errors)).toEqual(['2 phone'])
  })

  it('refuses a wish with half a time, an unknown kind or a shift type for absence', () => {
    const { errors, rows } = csvReaders.wishes(
      'person,kind,from,start,end,shift_type,weight\nP1,maybe,2027-03-01,,,,\nP1,unavailable,2027-03-01,,,E,\n' +
        'P1,request-off,2027-03-01,08:00,,,5\nP1,request-off,2027-03-02,,,E,5\n',
    )
    expect(faults(errors)).toEqual(['2 kind', '3 shift_type', '4 end'])
    expect(rows).toHaveLength(1)
  })

  it('refuses codes with the signs that part lists and levels', () => {
    expect(faults(csvReaders.skills('code,name\na|b,A\nc:d,C\ne,E').errors)).toEqual(['2 code', '3 code'])
  })
})
