import { expect, test } from 'vitest'
import { judgeAudit } from './audit.ts'

const report = (severity: string) =>
  JSON.stringify({ vulnerabilities: { 'left-pad': { severity, via: [{ title: 'Pads the wrong side' }, 'other'] } } })

test('high and critical holes fail, smaller ones and none do not', () => {
  expect(judgeAudit(report('critical'))).toEqual({
    kind: 'holes',
    holes: ['left-pad (critical): Pads the wrong side; through other'],
  })
  expect(judgeAudit(report('high')).kind).toBe('holes')
  expect(judgeAudit(report('moderate')).kind).toBe('sound')
  expect(judgeAudit('{"vulnerabilities":{}}').kind).toBe('sound')
})

test('a registry that answers no audits is no clean bill of health', () => {
  expect(judgeAudit('{"message":"405 Method Not Allowed"}')).toEqual({
    kind: 'unjudged',
    reason: '405 Method Not Allowed',
  })
  expect(judgeAudit('<html>').kind).toBe('unjudged')
  expect(judgeAudit('')).toEqual({ kind: 'unjudged', reason: 'no answer' })
})
