// The files of a small organisation, and requests to import some.
import type { ImportRequest } from '../internal.ts'

export const all = { limit: 500 }
export const request = (files: Partial<Record<ImportRequest['files'][number]['kind'], string>>): ImportRequest => ({
  files: Object.entries(files).map(([kind, content]) => ({
    kind: kind as ImportRequest['files'][number]['kind'],
    content,
  })),
})

/** A small organisation; the files come in an order in which each refers to later ones. */
export const files = {
  demand: 'site,shift_type,day,until,heads,skills\nmain,night,2027-03-27,2027-03-28,1,icu:2\n',
  wishes:
    'person,kind,from,until,start,end,shift_type\n1,request-off,2027-03-28,,,,night\n2,unavailable,2027-03-27,2027-03-28,22:00,02:00,\n',
  'time-off': 'person,from,until,state\n2,2027-03-28,2027-03-28,approved\n',
  people:
    'number,name,email,hired_on,contract,contract_from,share_percent,rate_per_hour,skills,sites\n1,Ada,ada@muster.example,2020-01-01,full,2027-01-01,,23.50,icu:3|xray@2024-01-01..2027-03-10,main\n2,Bo,,,half,,50,,,\n',
  'shift-types':
    'code,name,start,end,break_minutes,tags,skills,any_skills\nnight,Night,22:00,06:00,30,night|late,icu,xray\n',
  sites: 'code,name,zone\nmain,Main,Europe/Berlin\n',
  contracts: 'code,name,hours_per_week,min_rest_hours\nfull,Full time,40,11\nhalf,Half time,20,\n',
  skills: 'code,name\nicu,Intensive care\nxray,X-ray\n',
}
